// What a scheduled run looks at: it knows nothing of the run before it, so a few searches tell it all.
import { dueOnRecord } from '../src/due-on-record.ts';
import type { Services } from '../src/footing.ts';
import type { GitHub } from '../src/github/client.ts';
import type { SweptRepository } from '../src/github/installations.ts';
import { nameOf } from '../src/github/name-of.ts';
import type { IssueRef } from '../src/github/observe.ts';
import { queries } from '../src/github/queries.ts';
import type { Found, Points } from '../src/github/search.ts';
import { searchAll } from '../src/github/search-all.ts';
import { Unanswered } from '../src/github/unanswered.ts';
import { reasonToLook } from '../src/reason-to-look.ts';
import { labelsIn, learnMarks, pointsOfALook, urgencyTold } from '../src/sweep.ts';
import { isQuiet } from '../src/sweep-order.ts';
import { leastUrgent } from '../src/urgency.ts';
import type { PushedHome } from './idle.ts';

/** Issues to pass over, the most urgent first. */
export interface Waiting {
  readonly issues: readonly { readonly ref: IssueRef; readonly changedAt: string | null }[];
  /** More that this hour has no points for. */
  readonly left: number;
  /** The repository, where it was looked at. */
  readonly pushed: PushedHome | null;
}

interface Asked {
  /** `owner/name` */
  readonly home: string;
  /** ISO. */
  readonly now: string;
}

const day = 86_400_000;
/** Changes that are still to be found: GitHub delays a run by hours, and drops some. */
const daysBack = 3;
/** So much of an hour's points is for what people say meanwhile. */
const keptForPeople = 0.4;
/** Runs that share what is left of an hour for incidents where nobody did anything. */
const runsAnHour = 4;
/** More open incidents than this are found by looking at some of them each time. */
const mostCards = 2000;
/** Of an incident that owes nothing something may have been missed: it is looked at once in so many runs. */
const runsADay = 24 * runsAnHour;

/** @throws Unanswered */
export async function whatIsDue(github: GitHub, { home, now }: Asked, services: Services): Promise<Waiting> {
  const { pushed, ...repository } = await repositoryAt(github, home);
  await learnMarks(github, [repository], services);
  const { owner } = repository;
  const installation = { id: 0, account: owner, organisation: false, selected: true };
  const since = new Date(Date.parse(now) - daysBack * day).toISOString();
  const finds = new Map<string, Find>();
  const all = queries(installation, [repository], labelsIn([repository], services), { since, first: false });
  const { found, owed, points } = await searchAll(github, all, () => true);
  for (const one of found) note(one, finds, services);
  for (const { ref, id } of owed) {
    const rests = { quiet: true, untouched: true, rests: true, urgency: leastUrgent };
    if (!finds.has(nameOf(ref))) finds.set(nameOf(ref), { ref, id, ...rests });
  }
  const told = await dueOnCards(github, [...finds.values()], services, now);
  const judged = [...finds.values()].flatMap((find) => judge(find, told.get(nameOf(find.ref)), now));
  return { ...withinPoints(judged, points, now), pushed };
}

/** When something comes by itself where only we spoke last; the others are looked at anyhow. */
function dueOnCards(github: GitHub, finds: readonly Find[], services: Services, now: string) {
  const quiet = finds.filter((find) => find.quiet).toSorted((one, other) => one.urgency - other.urgency);
  const unread = quiet.flatMap(({ ref, id }) => (id === null ? [] : [{ ref, id }]));
  return dueOnRecord(github, unread.slice(0, mostCards), services, now);
}

/** @param at when something comes by itself; null: nothing does; undefined: its card does not tell */
function judge(find: Find, at: string | null | undefined, now: string): readonly Judged[] {
  if (at && Date.parse(at) <= Date.parse(now)) return [{ ...find, owes: true }];
  if (find.rests) return at === undefined ? [{ ...find, owes: false }] : [];
  // Within seconds of our card somebody else may have said something: only a look tells.
  return [{ ...find, owes: find.untouched && at !== undefined ? false : null }];
}

interface Find {
  readonly ref: IssueRef;
  /** Node id of the issue; null: only what stands beside it was found. */
  readonly id: string | null;
  /** Nobody did anything since we last wrote to its card. */
  readonly quiet: boolean;
  /** Nothing at all changed since. */
  readonly untouched: boolean;
  /** Nothing changed for days, but its review may be owed: nothing was missed where its card tells, and else a look a day will do. */
  readonly rests: boolean;
  readonly urgency: number;
}

function note(found: Found, finds: Map<string, Find>, { marks }: Services): void {
  const known = { slug: () => null, marks: (name: string) => marks.get(name), isOpenIncident: () => false };
  const ref = reasonToLook(found, { ...known, isHeldBack: () => false });
  if (!ref) return;
  const before = finds.get(nameOf(ref));
  const quiet = isQuiet(found) && (before?.quiet ?? true);
  const untouched = found.cardAt !== null && found.updatedAt <= found.cardAt && (before?.untouched ?? true);
  const urgency = urgencyTold(found, marks) ?? leastUrgent;
  const id = (found.ref.number === ref.number ? found.id : null) ?? before?.id ?? null;
  const worst = Math.min(urgency, before?.urgency ?? urgency);
  finds.set(nameOf(ref), { ref, id, quiet, untouched, rests: false, urgency: worst });
}

/** `owes`: something came by itself meanwhile, as its card tells; null: it does not tell. */
interface Judged extends Find {
  readonly owes: boolean | null;
}

/**
 * What changed or is due comes first, the worst level first. Of the rest as many as a run's share of the hour pays for, others each time:
 * those whose card does not tell, and of those that owe nothing so many that each is looked at once a day.
 */
function withinPoints(finds: readonly Judged[], points: Points | null, now: string): Omit<Waiting, 'pushed'> {
  const some = points ? Math.max(1, looks(points.remaining - points.limit * keptForPeople)) : finds.length;
  const share = points ? Math.max(1, looks((points.limit * (1 - keptForPeople)) / runsAnHour)) : finds.length;
  const ordered = finds.toSorted((one, other) => one.urgency - other.urgency);
  const due = ordered.filter(({ quiet, owes }) => !quiet || owes === true);
  const untold = ordered.filter(({ quiet, owes }) => quiet && owes === null);
  const settled = ordered.filter(({ quiet, owes }) => quiet && owes === false);
  const unknown = turned(untold, share, now);
  const aDay = Math.ceil(settled.length / runsADay);
  const daily = turned(settled, aDay, now).slice(0, aDay);
  const chosen = [...due, ...[...unknown, ...daily].slice(0, share)].slice(0, some);
  return {
    issues: chosen.toSorted((one, other) => one.urgency - other.urgency).map(({ ref }) => ({ ref, changedAt: null })),
    left: due.length + unknown.length + daily.length - chosen.length,
  };
}

function looks(points: number): number {
  return Math.floor(points / pointsOfALook);
}

/** The same ones in the same order, begun at another place in each quarter of an hour. */
function turned(finds: readonly Find[], share: number, now: string): readonly Find[] {
  if (finds.length <= share) return finds;
  const begin = (Math.floor(Date.parse(now) / (day / 24 / runsAnHour)) * share) % finds.length;
  return [...finds.slice(begin), ...finds.slice(0, begin)];
}

async function repositoryAt(github: GitHub, home: string): Promise<SweptRepository & { readonly pushed: PushedHome }> {
  const [owner = '', repo = ''] = home.split('/');
  const { status, data } = await github.rest('GET /repos/{owner}/{repo}', { owner, repo });
  if (status !== 200) throw new Unanswered(`GitHub does not show ${home} (${status})`, { status });
  const { node_id: id, name, owner: who, private: isPrivate, pushed_at: pushedAt } = data as Raw;
  const pushed = { home, private: isPrivate, pushedAt };
  return { id, owner: who.login, name, key: `${who.login}/${name}`.toLowerCase(), pushed };
}

interface Raw {
  readonly node_id: string;
  readonly name: string;
  readonly owner: { readonly login: string };
  readonly private: boolean;
  readonly pushed_at: string | null;
}
