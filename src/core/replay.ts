// The replay: entries in the order they were said become the incident. Nothing is judged again here.
import { callTasks } from './called-tasks.ts';
import { cameDue } from './came-due.ts';
import type { Change } from './change.ts';
import { changes } from './changes.ts';
import { baseOf, bySaid, type Entry, happenedAt, type Source } from './entry.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';
import type { Fact } from './timeline.ts';

/**
 * The incident that these entries make, or null before one declares it. Refused and undone entries change nothing.
 * Pure, and total: an entry that no longer fits the handbook, or that a newer version of ours wrote, leaves the incident as it was.
 */
export function replay(entries: readonly Entry[], handbook: Handbook): Incident | null {
  const said = entries.filter(({ fact }) => fact).sort(bySaid);
  const known = kept.get(handbook) ?? [];
  const from = longest(known.filter((one) => continues(said, one)));
  const isKnown = from?.said.length === said.length;
  const replayed = isKnown ? from : goneOn(from, said, handbook);
  const others = known.filter((one) => one !== replayed);
  kept.set(handbook, [replayed, ...others].slice(0, mostKept));
  return replayed.incident;
}

function goneOn(from: Replayed | null, said: readonly Entry[], handbook: Handbook): Replayed {
  const undone = from ? from.undone : undoneSources(said);
  const timeline = [...(from?.incident?.timeline ?? [])];
  let incident = from?.incident ? { ...from.incident, timeline: [] as readonly Entry[] } : null;
  for (const step of walk(said.slice(from?.said.length ?? 0), { incident, undone, handbook })) {
    timeline.push(step.entry);
    incident = step.incident;
  }
  return { said, undone, incident: incident && { ...incident, timeline } };
}

interface Replayed {
  readonly said: readonly Entry[];
  readonly undone: ReadonlySet<Source>;
  readonly incident: Incident | null;
}

/**
 * The last replays by a handbook, the newest first. A pass asks for beginnings of one record: each goes on where a shorter one ended.
 * The next pass asks for the same ones as long as nobody writes the record anew, and gets the same incidents: what was reckoned of
 * them is known then.
 */
const kept = new WeakMap<Handbook, readonly Replayed[]>();

/** A pass asks for the incident before its news, for the one with them, and for those at its turns. */
const mostKept = 8;

function longest(known: readonly Replayed[]): Replayed | null {
  return known.reduce<Replayed | null>((best, one) => (best && best.said.length >= one.said.length ? best : one), null);
}

/** Whether these are the same entries, and perhaps more behind them that take nothing back. */
function continues(said: readonly Entry[], { said: before }: Replayed): boolean {
  if (before.length > said.length || before.some((entry, index) => entry !== said[index])) return false;
  return !said.slice(before.length).some(({ fact }) => fact?.kind === 'undone');
}

/** An entry that counts, with the incident right after it (its `timeline` stays empty). */
export interface Step {
  readonly entry: Entry;
  readonly incident: Incident;
}

/** The way to what {@link replay} gives, from the declaration on; what was undone later never happened on it either. */
export function* steps(entries: readonly Entry[], handbook: Handbook): Generator<Step> {
  const said = [...entries].sort(bySaid);
  yield* walk(said, { incident: null, undone: undoneSources(said), handbook });
}

interface Begin {
  readonly incident: Incident | null;
  readonly undone: ReadonlySet<Source>;
  readonly handbook: Handbook;
}

function* walk(said: readonly Entry[], { incident: begin, undone, handbook }: Begin): Generator<Step> {
  let incident = begin;
  for (const entry of said) {
    if (!entry.fact || !Object.hasOwn(changes, entry.fact.kind) || undone.has(baseOf(entry.source))) continue;
    if (entry.fact.kind === 'declared')
      incident ??= callTasks(null, declared(entry, entry.fact, handbook), happenedAt(entry), handbook);
    else if (incident) incident = changed(incident, entry, handbook);
    if (incident) yield { entry, incident };
  }
}

/** Sources that a later `/undo` took back. */
export function undoneSources(entries: readonly Entry[]): ReadonlySet<Source> {
  return new Set(entries.flatMap(({ fact }) => (fact?.kind === 'undone' ? fact.sources.map(baseOf) : [])));
}

function changed(incident: Incident, entry: Entry, handbook: Handbook): Incident {
  const fact = entry.fact as Fact;
  const now = { ...incident, wish: pending(incident, entry), snooze: asleep(incident, entry) };
  const change = changes[fact.kind] as (incident: Incident, change: Change<Fact['kind']>) => Incident;
  const at = happenedAt(entry);
  return callTasks(now, change(now, { fact, at, entry, handbook }), at, handbook);
}

/** A wish that did not come true at its moment never does. */
function pending({ wish }: Incident, entry: Entry): Incident['wish'] {
  return wish && (entry.saidAt < wish.due || cameDue(entry)) ? wish : null;
}

/** What was put off until a moment is no longer once somebody says something after it. */
function asleep({ snooze }: Incident, entry: Entry): Incident['snooze'] {
  return snooze && (entry.saidAt <= snooze.until || cameDue(entry)) ? snooze : null;
}

function declared(entry: Entry, fact: Extract<Fact, { kind: 'declared' }>, handbook: Handbook): Incident {
  const at = happenedAt(entry);
  const { assumed } = fact;
  // Declared under a handbook that knew other levels: the move from it says which one it is.
  const known = handbook.severities.some(({ id }) => id === fact.severity);
  const severity = known ? fact.severity : handbook.unsure.severity;
  return {
    title: fact.title,
    declaredBy: entry.by,
    handbook: { ...fact.handbook, since: at },
    formerLabels: [],
    backfilled: fact.backfilled,
    confirmed: !fact.unconfirmed,
    severity: { current: severity, first: severity, peak: severity, assumed, since: at },
    type: { current: handbook.types[0]?.id ?? '', said: false },
    status: handbook.statuses[0]?.id ?? '',
    statusSince: at,
    wish: null,
    snooze: null,
    milestones: { declared: { at, saidAt: entry.saidAt, by: entry.by, source: entry.source, inferred: false } },
    segments: [{ from: at, until: null }],
    tenures: [],
    joined: [],
    situation: {},
    update: null,
    drafts: [],
    reported: {},
    services: [],
    unknownServices: [],
    tasks: [],
    subTeams: [],
    called: [],
    ticks: {},
    unread: [],
    closed: null,
    links: { duplicate: null, related: [], parent: null },
    postMortem: { merged: null, refused: null },
    timeline: [],
  };
}
