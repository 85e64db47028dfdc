// The line of an incident that has no record of ours: what the issue itself tells, and nothing more.
import type { Handbook } from '../core/handbook.ts';
import type { IncidentLine } from './line.ts';
import { head, type LineIssue, marked, typeOfLine } from './line-of.ts';
import { rankOf } from './severity-changes.ts';

/**
 * When it was declared (opened) and closed, its severity and type by their labels: inferred and assumed, since nobody said so to
 * us. Never when it was resolved: an issue is closed long before or after that.
 * @param handbook whose labels are read; null: none can be. @param problem what is wrong with its card, in words; null: it has none
 */
export function lineFromIssue(issue: LineIssue, handbook: Handbook | null, problem: string | null): IncidentLine {
  const closedAt = issue.state === 'closed' ? issue.closedAt : null;
  return {
    ...head(issue),
    ...{ source: 'issue', problem, handbook: null, backfilled: false, drill: null, declaredBy: null },
    type: typeByLabel(issue, handbook),
    severity: severityByLabel(issue, handbook),
    status: null,
    milestones: marked((name) => {
      if (name === 'declared') return { at: issue.at, saidAt: issue.at, by: issue.by?.login ?? null, inferred: true };
      return name === 'closed' && closedAt ? { at: closedAt, saidAt: closedAt, by: null, inferred: true } : null;
    }),
    ...{ active: [], reopened: 0, roles: [], services: [], situation: {}, reported: {}, detected: null },
    ...{ tasks: [], called: [], words: [], cadence: [], checklist: {} },
    closed: closedAt ? { reason: issue.reason ?? 'completed', at: closedAt, anyway: [], carriedOver: false } : null,
    links: { duplicate: null, related: [], parent: null },
    postMortem: { required: false, dueAt: null, pull: null, owner: null },
    ...{ clocks: null, actionItems: null, causes: null, interventions: [], entries: 0, refused: 0 },
  };
}

/** The first type whose label it wears, else what the handbook takes a report for that names none. */
function typeByLabel({ labels }: LineIssue, handbook: Handbook | null): IncidentLine['type'] {
  const worn = handbook?.types.find(({ label }) => label && has(labels, [label.name]));
  return typeOfLine((worn ?? handbook?.types[0])?.id ?? '', handbook);
}

/** Of several levels' labels the most severe. */
function severityByLabel({ labels }: LineIssue, handbook: Handbook | null): IncidentLine['severity'] {
  const level = handbook?.severities.find(({ id, aliases }) => has(labels, [id, ...aliases]));
  if (!handbook || !level) return null;
  const { id, name } = level;
  const rank = rankOf(id, handbook);
  return {
    ...{
      first: id,
      peak: id,
      final: id,
      assumed: true,
      firstAssumed: true,
      name,
      rank,
      firstRank: rank,
      peakRank: rank,
    },
    changes: [],
  };
}

/** GitHub tells labels apart whatever their case. */
function has(labels: readonly string[], names: readonly string[]): boolean {
  const wanted = names.map((name) => name.toLowerCase());
  return labels.some((label) => wanted.includes(label.toLowerCase()));
}
