// Three days without the App: what people say and do meanwhile on many incidents, none of which it is told, and what making up for it takes.

import type { ReactionContent } from '../sandbox/world/reaction-content.ts';
import type { Issue, RepositoryName, World } from '../sandbox/world.ts';
import { chanceOf } from '../test/scenario/chance.ts';
import { appIn, pacedWire, type Seen } from './app-in-time.ts';
import { bodyOf, stormWorld } from './storm.ts';
import { VirtualTime } from './virtual-time.ts';

export interface Absence {
  readonly incidents: number;
  readonly seed: number;
  /** False: nothing runs out meanwhile. */
  readonly clocks?: boolean;
}

export interface MadeUpFor extends Seen {
  /** Webhooks of those three days. */
  readonly deliveries: number;
  /** From the start to the last pass. */
  readonly seconds: number;
  /** Incidents (`service-1#3`) whose thread does not show what was said: why. */
  readonly wrong: readonly string[];
  /** What further passes of another fresh process still write, one on each incident. */
  readonly stillOwed: number;
}

const hour = 3_600_000;
const away = 72 * hour;
const people = ['ada', 'bob', 'cid'] as const;
const repositories = 5;

/** One incident and what becomes of it. */
interface Followed {
  readonly where: RepositoryName;
  readonly issue: Issue;
  /** Ids of comments that are to bear our 🚀, and of those that were refused. */
  readonly accepted: number[];
  readonly refused: number[];
}

/** @throws when the sandbox refuses an act: the story is wrong then */
export async function makeUpFor({ incidents, seed, clocks }: Absence): Promise<MadeUpFor> {
  const time = new VirtualTime('2026-03-02T10:00:00Z');
  const world = stormWorld(repositories, clocks);
  for (const login of people)
    for (let count = 0; count < repositories; count += 1)
      world.setPermission({ owner: 'acme', name: `service-${count}` }, login, login === 'ada' ? 'maintain' : 'write');
  const followed = await declared(world, time, incidents);
  const deliveries = live(world, time, followed, seed);
  await time.pass();
  const began = time.now();
  const seen = await startedAgain(world, time);
  const seconds = (time.now() - began) / 1000;
  const wrong = followed.flatMap((one) => faultOf(one) ?? []);
  const later = await startedAgain(world, time);
  const stillOwed = later.requests.byRoute['POST /graphql mutation'] ?? 0;
  return { ...seen, deliveries: deliveries.count, seconds, wrong, stillOwed };
}

/** The incidents, each with its card, before we go. */
async function declared(world: World, time: VirtualTime, incidents: number): Promise<readonly Followed[]> {
  const { passes, hear } = appIn(world, time, pacedWire(world, time).github);
  const deaf = world.subscribe(hear);
  const followed = Array.from({ length: incidents }, (_, place) => {
    const where = { owner: 'acme', name: `service-${place % repositories}` };
    const issue = world.as('ada').openIssue(where, { title: `Outage ${place}`, body: bodyOf('Sev-2') });
    return { where, issue, accepted: [], refused: [] };
  });
  await time.pass();
  deaf();
  await passes.stop();
  return followed;
}

/** Fifty things on each incident, at times of chance. */
function live(world: World, time: VirtualTime, followed: readonly Followed[], seed: number): { count: number } {
  const deliveries = { count: 0 };
  world.subscribe(({ name }) => {
    if (name === 'issues' || name === 'issue_comment') deliveries.count += 1;
  });
  const chance = chanceOf(seed);
  for (const [place, one] of followed.entries()) {
    const times = Array.from({ length: 50 }, () => hour + chance() * (away - 2 * hour)).sort((a, b) => a - b);
    for (const [step, at] of times.entries()) {
      const who = people[Math.floor(chance() * people.length)] ?? 'ada';
      time.after(at, () => {
        world.now = time.clock;
        act(world, one, { step, who, odd: place % 4 === 0 });
      });
    }
  }
  time.after(away, () => {});
  return deliveries;
}

const commands: Readonly<Record<number, string>> = {
  3: '/role commander',
  9: '/severity sev-1 because checkout is gone',
  14: '/update the database is back, caches warm up',
  20: '/note replicas were behind',
  27: '/update half of the traffic is served',
  33: '/note the cron job of billing is off until tomorrow',
  41: '/mitigated',
};

function act(
  world: World,
  { where, issue, accepted, refused }: Followed,
  { step, who, odd }: { readonly step: number; readonly who: string; readonly odd: boolean },
): void {
  const { number } = issue;
  const command = commands[step];
  const person = world.as(who);
  if (command) accepted.push(person.comment(where, number, command).id);
  else if (odd && step === 30) refused.push(person.comment(where, number, '/role captain-of-everything').id);
  else if (step === 11) person.retitle(where, number, `${issue.title} (checkout)`);
  else person.comment(where, number, `Line ${step}: I still see errors here.`);
}

/** A fresh process: its first sweep, and all that follows from it. */
async function startedAgain(world: World, time: VirtualTime): Promise<Seen> {
  world.now = time.clock;
  const wire = pacedWire(world, time);
  const { passes, sweep } = appIn(world, time, wire.github);
  const swept = sweep(true);
  await time.pass();
  await swept;
  await time.pass();
  await passes.stop();
  return wire.told();
}

/** What the thread does not show of what was said; null: it shows all of it. */
function faultOf({ where, issue, accepted, refused }: Followed): string | null {
  const name = `${where.name}#${issue.number}`;
  const labels = issue.labels.map((label) => label.name);
  const comments = issue.timeline.filter((item) => item.kind === 'IssueComment');
  const told = (comment: number, content: ReactionContent) =>
    comments
      .find(({ id }) => id === comment)
      ?.reactions.some((one) => one.content === content && one.by.kind === 'Bot');
  if (!labels.includes('sev-1') || !labels.includes('status: monitoring')) return `${name}: ${labels.join(', ')}`;
  if (issue.assignees.length !== 1) return `${name}: ${issue.assignees.length} assignees`;
  if (!accepted.every((comment) => told(comment, 'THUMBS_UP'))) return `${name}: a command was not heard`;
  if (!refused.every((comment) => told(comment, 'CONFUSED'))) return `${name}: a refusal was not said`;
  return null;
}
