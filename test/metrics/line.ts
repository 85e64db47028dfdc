// Lines for the tests of the metrics: one incident that says only what a case is about.
import { type Milestone, milestones } from '../../src/core/milestone.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import { lineSchemaVersion } from '../../src/lines/line.ts';

export const levels = ['sev-1', 'sev-2', 'sev-3', 'sev-4'] as const;
export type LevelId = (typeof levels)[number];
export type LineSeverity = NonNullable<IncidentLine['severity']>;
export type LineMark = IncidentLine['milestones'][Milestone];

/** Milestones by their instants (ISO UTC); those not named are missing. */
export function marks(known: Readonly<Partial<Record<Milestone, string>>>): IncidentLine['milestones'] {
  const all = milestones.map((name): readonly [Milestone, LineMark] => {
    const at = known[name];
    return [name, at === undefined ? null : { at, saidAt: at, by: 'ada', inferred: false }];
  });
  return Object.fromEntries(all) as IncidentLine['milestones'];
}

/** A severity that was said first and changed to the others, in order, each a minute after the one before. */
export function severity(first: LevelId, ...then: readonly LevelId[]): LineSeverity {
  const said = [first, ...then];
  const final = said.at(-1) ?? first;
  const peak = said.toSorted((one, other) => levels.indexOf(one) - levels.indexOf(other))[0] ?? first;
  return {
    ...{ first, peak, final, assumed: false, firstAssumed: false, name: final.toUpperCase() },
    ...{ rank: levels.indexOf(final), firstRank: levels.indexOf(first), peakRank: levels.indexOf(peak) },
    changes: then.map((to, index) => ({
      ...{ at: `2026-03-02T10:${String(index + 1).padStart(2, '0')}:00Z`, to, assumed: false, because: null },
    })),
  };
}

/**
 * `acme/ops#n`: declared on Monday 2026-03-02 at 10:00 UTC, acknowledged, resolved and closed an hour later, with nothing else on
 * record; `more` overrides.
 */
export function line(issue: number, more: Partial<IncidentLine> = {}): IncidentLine {
  return {
    ...{ schema: lineSchemaVersion, repository: 'acme/ops', issue, url: `https://github.com/acme/ops/issues/${issue}` },
    ...{ title: `Incident ${issue}`, state: 'closed', source: 'card', problem: null, handbook: 'ims' },
    ...{ backfilled: false, drill: null, reporter: 'ada', declaredBy: 'ada' },
    type: { id: 'outage', name: 'Outage', counted: true },
    severity: severity('sev-2'),
    status: 'closed',
    milestones: marks({
      ...{ started: '2026-03-02T09:50:00Z', detected: '2026-03-02T09:55:00Z', declared: '2026-03-02T10:00:00Z' },
      ...{ acknowledged: '2026-03-02T10:05:00Z', mitigated: '2026-03-02T10:50:00Z' },
      ...{ resolved: '2026-03-02T11:00:00Z', closed: '2026-03-02T11:00:00Z' },
    }),
    active: [{ from: '2026-03-02T09:50:00Z', until: '2026-03-02T11:00:00Z' }],
    ...{ reopened: 0, roles: [], services: [], situation: {}, reported: {}, detected: null, tasks: [], called: [] },
    ...{ words: [], cadence: [], checklist: {} },
    closed: { reason: 'completed', at: '2026-03-02T11:00:00Z', anyway: [], carriedOver: false },
    links: { duplicate: null, related: [], parent: null },
    postMortem: { required: false, dueAt: null, pull: null, owner: null },
    ...{ clocks: null, actionItems: null, causes: null, interventions: [], entries: 4, refused: 0 },
    ...more,
  };
}
