// Random lines (fast-check): thirteen weeks of incidents with everything that lines may hold, well told and badly told.
import fc from 'fast-check';
import { type Milestone, milestones } from '../../src/core/milestone.ts';
import { type IncidentLine, lineSchemaVersion } from '../../src/lines/line.ts';
import { interventions } from '../../src/lines/line-parts.ts';
import { type LevelId, type LineMark, levels } from './line.ts';

/** The first moment in which random incidents are declared: Monday of 2026-W02. Thirteen weeks, with both zones' spring changes. */
export const firstDeclared = '2026-01-05T00:00:00Z';
export const weeksOfLines = 13;

const base = Date.parse(firstDeclared);
const repositories = ['acme/ops', 'acme/shop'] as const;
const people = ['ada', 'bob', 'cleo', null] as const;
const services = ['checkout', 'search', 'login'] as const;
const causes = ['Config change', 'config  change', 'disk full', 'expired certificate', 'Cable'] as const;

/** Minutes since {@link firstDeclared} as ISO UTC. */
function iso(minutes: number): string {
  return `${new Date(base + Math.round(minutes * 60) * 1000).toISOString().slice(0, 19)}Z`;
}

/** Minutes; every other time whole hours, so that two moments now and then are the same one. */
const span = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min: min * 60, max: max * 60 }).map((seconds) => seconds / 60),
    fc.integer({ min: Math.ceil(min / 60), max: Math.floor(max / 60) }).map((hours) => hours * 60),
  );
/** Null once in so many times. */
const rarely = <T>(value: fc.Arbitrary<T>, freq: number) => fc.option(value, { freq });
const login = fc.constantFrom(...people);
const day = 1440;

/** Minutes from the declaration on; now and then one stands before it or before another: people mistype. */
const offsets = fc.record({
  started: rarely(span(-600, 20), 4),
  detected: rarely(span(-120, 20), 4),
  acknowledged: rarely(span(-5, 240), 5),
  identified: rarely(span(0, 600), 2),
  mitigated: rarely(span(0, 900), 3),
  resolved: rarely(span(-10, 9 * day), 4),
  reviewed: rarely(span(day, 30 * day), 2),
  closed: rarely(span(1, 20 * day), 3),
});
type Offsets = Readonly<Record<Exclude<Milestone, 'declared'>, number | null>>;

const severityOf: fc.Arbitrary<IncidentLine['severity']> = fc
  .record({
    first: fc.constantFrom(...levels),
    later: fc.array(fc.record({ to: fc.constantFrom(...levels), after: span(0, 3 * day), assumed: fc.boolean() }), {
      maxLength: 3,
    }),
    assumed: fc.boolean(),
    firstAssumed: fc.boolean(),
  })
  .map(({ first, later, assumed, firstAssumed }) => {
    const said: readonly LevelId[] = [first, ...later.map(({ to }) => to)];
    const final = said.at(-1) ?? first;
    const rankOf = (level: LevelId) => levels.indexOf(level);
    const peakRank = Math.min(...said.map(rankOf));
    return {
      ...{ first, peak: levels[peakRank] ?? first, final, name: final.toUpperCase() },
      ...{
        assumed: later.at(-1)?.assumed ?? (firstAssumed || assumed),
        firstAssumed,
        rank: rankOf(final),
        firstRank: rankOf(first),
        peakRank,
      },
      changes: later.map((one) => ({ at: iso(one.after), to: one.to, assumed: one.assumed, because: null })),
    };
  });

const facts = fc.record({
  severity: severityOf,
  drill: fc.constantFrom(null, null, null, false, false, true),
  counted: fc.nat({ max: 7 }).map((one) => one > 0),
  type: fc.constantFrom('Outage', 'Security', 'Data'),
  reopened: fc.constantFrom(0, 0, 0, 1, 2),
  services: fc.uniqueArray(fc.constantFrom(...services), { maxLength: 2 }),
  detected: rarely(
    fc.record({
      how: fc.constantFrom('alert', 'a customer called', 'by chance'),
      byCustomers: fc.constantFrom(true, false, null),
    }),
    3,
  ),
  words: fc.array(
    fc.record({
      audience: fc.constantFrom('customers', 'staff'),
      drafted: span(0, day),
      waits: rarely(span(0, day), 3),
      due: rarely(span(0, day), 3),
      retracted: fc.option(span(0, 2 * day), { freq: 2 }),
    }),
    { maxLength: 3 },
  ),
  cadence: fc.array(
    fc.record({
      audience: fc.constantFrom('customers', 'staff'),
      due: span(0, 2 * day),
      given: rarely(span(0, 2 * day), 3),
    }),
    { maxLength: 4 },
  ),
  reason: fc.constantFrom(
    ...(['completed', 'completed', 'completed', 'completed', 'not_planned', 'duplicate'] as const),
  ),
  carriedOver: fc.nat({ max: 9 }).map((one) => one === 0),
  required: fc.boolean(),
  reviewDue: rarely(span(0, 20 * day), 3),
  pull: rarely(fc.integer({ min: 1, max: 999 }), 2),
  owner: login,
  clocks: rarely(
    fc.array(
      fc.record({ id: fc.constantFrom('ack', 'resolve'), due: span(0, 3 * day), stopped: rarely(span(0, 4 * day), 3) }),
      {
        maxLength: 2,
      },
    ),
    4,
  ),
  actionItems: rarely(
    fc.array(
      fc.record({
        owner: login,
        created: span(0, 10 * day),
        due: rarely(span(0, 30 * day), 3),
        ended: rarely(
          fc.record({ how: fc.constantFrom('done' as const, 'dropped' as const), after: span(0, 30 * day) }),
          3,
        ),
      }),
      { maxLength: 3 },
    ),
    4,
  ),
  causes: rarely(fc.uniqueArray(fc.constantFrom(...causes), { maxLength: 2 }), 4),
  interventions: fc.array(
    fc.record({
      what: fc.constantFrom(...interventions),
      after: span(0, 10 * day),
      by: login,
      minutes: rarely(span(-300, 300), 2),
    }),
    { maxLength: 2 },
  ),
  relations: fc.record({
    parent: fc.nat({ max: 40 }),
    related: fc.nat({ max: 20 }),
    form: fc.constantFrom('short', 'long', 'url'),
  }),
  source: fc.integer({ min: 0, max: 9 }).map((one) => (one === 0 ? ('issue' as const) : ('card' as const))),
  problem: fc.integer({ min: 0, max: 19 }).map((one) => (one === 0 ? 'Its card was changed by hand.' : null)),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

interface Seed {
  readonly declared: number;
  readonly offsets: Offsets;
  readonly facts: Facts;
}

const seed: fc.Arbitrary<Seed> = fc.record({ declared: span(0, weeksOfLines * 7 * day), offsets, facts });

/** One line with this number, in the repository that the number tells. */
export function randomLine(issue = 1): fc.Arbitrary<IncidentLine> {
  return seed.map((one) => lineOf(one, issue));
}

/**
 * Lines of two repositories, each with its own number, some of them sub-incidents of others (or of themselves in a circle), some
 * related. In some sets no line at all keeps clocks, action items or causes: what has no facts yet is drawn as well.
 */
export function randomLines(maxLength = 24, minLength = 0): fc.Arbitrary<readonly IncidentLine[]> {
  const kept = fc.record({ clocks: fc.boolean(), actionItems: fc.boolean(), causes: fc.boolean() });
  return fc
    .record({ seeds: fc.array(seed, { minLength, maxLength, size: 'max' }), kept })
    .map(({ seeds, kept: keeps }) =>
      seeds.map((one, index) => {
        const line = lineOf(one, index + 1);
        return {
          ...line,
          clocks: keeps.clocks ? line.clocks : null,
          actionItems: keeps.actionItems ? line.actionItems : null,
          causes: keeps.causes ? line.causes : null,
        };
      }),
    );
}

function lineOf({ declared, offsets: told, facts: known }: Seed, issue: number): IncidentLine {
  const card = known.source === 'card';
  const at = (after: number) => iso(declared + after);
  const resolved = card ? told.resolved : null;
  const over = told.closed !== null;
  const closed = told.closed === null ? null : { at: at(told.closed), reason: known.reason };
  return {
    ...{
      schema: lineSchemaVersion,
      repository: home(issue),
      issue,
      url: `https://github.com/${home(issue)}/issues/${issue}`,
    },
    ...{ title: `Incident ${issue}`, state: over ? 'closed' : 'open', source: known.source, problem: known.problem },
    ...{ handbook: card ? 'ims' : null, backfilled: false, drill: card ? known.drill : null },
    ...{ reporter: known.owner, declaredBy: known.owner },
    type: { id: known.type.toLowerCase(), name: known.type, counted: known.counted },
    severity:
      card && known.severity ? { ...known.severity, changes: known.severity.changes.map(moved(declared)) } : null,
    status: null,
    milestones: marksOf(declared, told, card),
    active: card ? stretches(declared, told, known.reopened) : [],
    reopened: card ? known.reopened : 0,
    ...{ roles: [], services: known.services, situation: {}, reported: {} },
    detected: card ? known.detected : null,
    ...{ tasks: [], called: [], checklist: {} },
    words: card ? known.words.map((word, index) => wordOf(word, index + 1, at)) : [],
    cadence: known.cadence.map(({ audience, due, given }) =>
      promised(audience, at(due), given === null ? null : at(given)),
    ),
    closed: closed && { ...closed, anyway: [], carriedOver: known.carriedOver },
    links: linksOf(known, issue),
    postMortem: {
      ...{ required: known.required, pull: card && told.reviewed !== null ? known.pull : null, owner: known.owner },
      dueAt: resolved === null || known.reviewDue === null ? null : at(resolved + known.reviewDue),
    },
    clocks: clocksOf(known, at),
    actionItems: itemsOf(known, at),
    causes: known.causes,
    interventions: known.interventions.map(({ what, after, by, minutes }) => ({
      ...{ what, at: at(after), by, because: null, about: '', minutes },
    })),
    ...{ entries: 1, refused: 0 },
  };
}

function home(issue: number): string {
  return repositories[issue % repositories.length] ?? repositories[0];
}

function moved(declared: number) {
  return (change: {
    readonly at: string;
    readonly to: string;
    readonly assumed: boolean;
    readonly because: string | null;
  }) => ({
    ...change,
    at: iso(declared + (Date.parse(change.at) - base) / 60_000),
  });
}

function marksOf(declared: number, told: Offsets, card: boolean): IncidentLine['milestones'] {
  const all = milestones.map((name): readonly [Milestone, LineMark] => {
    const after = name === 'declared' ? 0 : told[name];
    if (after === null || (!card && name !== 'declared' && name !== 'closed')) return [name, null];
    const when = iso(declared + after);
    return [name, { at: when, saidAt: when, by: 'ada', inferred: !card }];
  });
  return Object.fromEntries(all) as IncidentLine['milestones'];
}

/** From the start until it was over; what came back began an hour after that, and now and then lasts. */
function stretches(declared: number, told: Offsets, reopened: number): IncidentLine['active'] {
  const from = declared + (told.started ?? 0);
  const end = told.resolved ?? told.closed;
  if (end === null) return [{ from: iso(from), until: null }];
  const until = Math.max(from, declared + end);
  const first = { from: iso(from), until: iso(reopened > 0 ? (from + until) / 2 : until) };
  if (reopened === 0) return [first];
  return [first, { from: iso((from + until) / 2 + 1), until: reopened > 1 ? null : iso(until + 1) }];
}

function promised(audience: string, dueAt: string, givenAt: string | null): IncidentLine['cadence'][number] {
  return { audience, dueAt, givenAt };
}

function wordOf(
  word: Facts['words'][number],
  number: number,
  at: (after: number) => string,
): IncidentLine['words'][number] {
  const sent = word.waits === null ? null : word.drafted + word.waits;
  const lateMinutes = sent === null || word.due === null ? null : Math.max(0, Math.floor(sent - word.due));
  return {
    ...{ number, message: 'update', audience: word.audience, by: 'ada', at: at(word.drafted), approvals: [] },
    published:
      sent === null
        ? null
        : {
            ...{
              by: 'ada',
              at: at(sent),
              text: 'We are on it.',
              hash: '0',
              purpose: 'update',
              external: true,
              approver: null,
            },
            ...{ dueAt: word.due === null ? null : at(word.due), lateMinutes },
          },
    retracted: word.retracted === null ? null : { by: 'ada', at: at(word.drafted + word.retracted), because: null },
  };
}

/** Parents two numbers before or after, in the same repository: chains and circles come about; and one that nobody knows. */
function linksOf({ relations, reason }: Facts, issue: number): IncidentLine['links'] {
  const named = (number: number) => {
    if (relations.form === 'short' && home(number) === home(issue)) return `#${number}`;
    return relations.form === 'url'
      ? `https://github.com/${home(number)}/issues/${number}`
      : `${home(number)}#${number}`;
  };
  const parents: Readonly<Record<number, number>> = { 0: Math.max(1, issue - 2), 1: issue + 2, 2: 999 };
  const parent = parents[relations.parent];
  return {
    duplicate: reason === 'duplicate' && relations.related > 10 ? named(1) : null,
    related: relations.related < 3 ? [named(issue + relations.related - 3)] : [],
    parent: parent === undefined ? null : named(parent),
  };
}

function clocksOf({ clocks }: Facts, at: (after: number) => string): IncidentLine['clocks'] {
  return (
    clocks?.map(({ id, due, stopped }) => ({
      ...{ id, name: id === 'ack' ? 'Response' : 'Resolution', startedAt: at(0), dueAt: at(due) },
      stoppedAt: stopped === null ? null : at(stopped),
    })) ?? null
  );
}

function itemsOf({ actionItems }: Facts, at: (after: number) => string): IncidentLine['actionItems'] {
  return (
    actionItems?.map(({ owner, created, due, ended }, index) => ({
      ...{ text: `Item ${index + 1}`, url: null, owner, createdAt: at(created), dueAt: due === null ? null : at(due) },
      ...{ endedAt: ended && at(created + ended.after), ended: ended?.how ?? null },
    })) ?? null
  );
}
