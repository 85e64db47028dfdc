// Twelve weeks of a small team, made up: what the example of the metrics issue is rendered from.
import type { IncidentLine } from '../../src/lines/line.ts';
import { type LevelId, line, marks, severity } from '../../test/metrics/line.ts';

const monday = Date.parse('2025-12-15T00:00:00Z');
const titles = [
  ...['Checkout answers with 502', 'Search finds nothing new', 'Login is slow', 'Invoices are sent twice'],
  ...['Images do not load', 'The nightly export is late', 'Orders hang in payment'],
];
const services = ['checkout', 'search', 'login', 'billing'];
const perWeek = [4, 6, 2, 5, 7, 6, 0, 8, 5, 6, 7, 5];

/** All of them, the oldest first: weeks 2025-W51 to 2026-W10. */
export function sampleIncidents(): readonly IncidentLine[] {
  const ordinary = perWeek.flatMap((many, week) =>
    Array.from({ length: many }, (_, place) => ordinaryIncident(week, place, perWeek.slice(0, week))),
  );
  return ordinary.map((one, index) => special(one, ordinary.length - index));
}

function ordinaryIncident(week: number, place: number, before: readonly number[]): IncidentLine {
  const number = 101 + before.reduce((sum, many) => sum + many, 0) + place;
  const minute = week * 10_080 + ((place * 2417 + week * 631) % 8000);
  const level: LevelId = (['sev-3', 'sev-2', 'sev-3', 'sev-1', 'sev-2'] as const)[number % 5]!;
  const resolved = 25 + ((number * 37) % 190);
  const at = (offset: number): string => `${new Date(monday + (minute + offset) * 60_000).toISOString().slice(0, 19)}Z`;
  return line(number, {
    title: titles[number % titles.length]!,
    severity: number % 6 === 0 ? severity('sev-3', level) : severity(level),
    services: [services[number % services.length]!],
    milestones: marks({
      ...{ started: at(-4 - (number % 9)), detected: at(-2), declared: at(0), acknowledged: at(2 + (number % 7)) },
      ...{ mitigated: at(resolved - 12), resolved: at(resolved), closed: at(resolved + 600) },
    }),
    active: [{ from: at(0), until: at(resolved) }],
    closed: { reason: 'completed', at: at(resolved + 600), anyway: [], carriedOver: false },
    postMortem: {
      required: level === 'sev-1',
      dueAt: level === 'sev-1' ? at(resolved + 7200) : null,
      pull: null,
      owner: 'ada',
    },
  });
}

/** The last ones tell what a report has a place for. @param fromLast 1: the last one */
function special(one: IncidentLine, fromLast: number): IncidentLine {
  const { milestones } = one;
  if (fromLast === 1) return { ...one, drill: true, title: 'Game day: the database is gone' };
  if (fromLast === 2)
    return {
      ...{ ...one, state: 'open', status: 'investigating', closed: null },
      milestones: { ...milestones, started: null, mitigated: null, resolved: null, closed: null },
      active: [{ from: one.active[0]!.from, until: null }],
    };
  if (fromLast === 3)
    return {
      ...one,
      interventions: [
        {
          ...{ what: 'override', at: one.closed!.at, by: 'cleo', because: 'the vendor answers next week' },
          ...{ about: 'customers-told', minutes: null },
        },
      ],
    };
  if (fromLast === 4) return { ...one, milestones: { ...milestones, mitigated: null } };
  return fromLast > 9 && one.postMortem.required
    ? {
        ...one,
        postMortem: { ...one.postMortem, pull: one.issue + 1 },
        milestones: { ...milestones, reviewed: milestones.closed },
      }
    : one;
}
