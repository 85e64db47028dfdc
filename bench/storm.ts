// A storm of incidents in one installation, on a sandbox that keeps GitHub's pace, in its own time: who was served when.
import { type WebhookEvent, World } from '../sandbox/world.ts';
import { chanceOf } from '../test/scenario/chance.ts';
import { appIn, pacedWire, type Seen } from './app-in-time.ts';
import { VirtualTime } from './virtual-time.ts';

export interface Storm {
  readonly incidents: number;
  /** From the first report to the last. */
  readonly seconds: number;
  readonly repositories: number;
  readonly seed: number;
}

/** One report of a storm, and when it was served; seconds since the first one could come. */
export interface Served {
  readonly severity: string;
  readonly repository: string;
  readonly came: number;
  /** When all that a person looks for was there; null: never. */
  readonly done: number | null;
}

export interface Weathered extends Seen {
  readonly reports: readonly Served[];
}
export const stormStart = '2026-03-02T10:00:00Z';
const levels = ['Sev-1', 'Sev-2', 'Sev-3'] as const;

/** What comes when: a fifth is of the worst level, the rest of the two below it. */
export function reportsOf({ incidents, seconds, repositories, seed }: Storm): readonly Omit<Served, 'done'>[] {
  const chance = chanceOf(seed);
  const below = (count: number) => Math.floor(chance() * count);
  return Array.from({ length: incidents }, (_, place) => ({
    severity: below(5) === 0 ? levels[0] : (levels[1 + below(2)] ?? levels[2]),
    // Half of all come from one repository.
    repository: below(2) === 0 ? 'service-0' : `service-${below(repositories)}`,
    came: (seconds * place) / incidents,
  }));
}

/** What a config says whose incidents have no clocks: nothing comes by itself, whatever runs out. */
const clockless = 'types:\n  incident:\n    clocks: false\n';

/** The world of a storm, before it. @param clocks incidents have those of the handbook */
export function stormWorld(repositories: number, clocks = true): World {
  const world = new World({ now: stormStart });
  for (let count = 0; count < repositories; count += 1) {
    const name = `service-${count}`;
    const config = `handbook: workflow-guide\n${clocks ? '' : clockless}`;
    world.createRepository('acme', name, { files: { '.github/sitrep.yml': config } });
    world.setPermission({ owner: 'acme', name }, 'ada', 'maintain');
  }
  return world;
}

export function bodyOf(severity: string): string {
  return `### Severity\n\n${severity}\n\n### Summary\n\nNobody can pay\n\n### Symptoms\n\n500s\n`;
}

/** Sitrep in a storm, as `npm start` runs it but for Probot and HTTP. */
export async function weather(storm: Storm): Promise<Weathered> {
  const time = new VirtualTime(stormStart);
  const world = stormWorld(storm.repositories);
  const wire = pacedWire(world, time);
  const { passes, hear } = appIn(world, time, wire.github);
  const done = new Map<string, number>();
  world.subscribe((event) => {
    world.now = time.clock;
    hear(event);
    if (isServing(event)) done.set(nameIn(event), time.now() / 1000);
  });
  const reports = reportsOf(storm);
  const served = reports.map((report) => {
    const one = { ...report, name: '' };
    time.after(report.came * 1000, () => {
      world.now = time.clock;
      one.name = openReport(world, report);
    });
    return one;
  });
  await time.pass();
  await passes.stop();
  return { reports: served.map(({ name, ...one }) => ({ ...one, done: done.get(name) ?? null })), ...wire.told() };
}

/** @returns `service-1#3` */
export function openReport(
  world: World,
  { repository, severity }: Pick<Served, 'repository' | 'severity'>,
  labels: readonly string[] = [],
): string {
  const given = { title: 'Checkout is down', body: bodyOf(severity), labels: [...labels] };
  const { number } = world.as('ada').openIssue({ owner: 'acme', name: repository }, given);
  return `${repository}#${number}`;
}

const serving: ReadonlySet<string> = new Set(['issue_comment.created', 'issue_comment.edited', 'issues.labeled']);

/** The card and the labels. The pin, which makes nothing to read, follows where the minute has room for it. */
function isServing({ name, action, payload }: WebhookEvent): boolean {
  const { sender } = payload as { readonly sender?: { readonly login: string } };
  return serving.has(`${name}.${action}`) && sender?.login === 'sitrep[bot]';
}

function nameIn({ repository, payload }: WebhookEvent): string {
  const { issue } = payload as { readonly issue?: { readonly number: number } };
  return `${repository.name}#${issue?.number}`;
}

/**
 * By how many seconds the slowest report of the worst level was later than its turn: what it would have been were there no others
 * than those of its level, each with so many seconds of its own. Infinite: one was not served.
 */
export function beyondItsTurn(reports: readonly Served[], each: number): number {
  let turn = 0;
  const late = reports
    .filter(({ severity }) => severity === levels[0])
    .map(({ came, done }) => {
      turn = Math.max(turn, came) + each;
      return (done ?? Number.POSITIVE_INFINITY) - turn;
    });
  return Math.max(...late);
}

/** When the last one was served. Infinite: one was not. */
export function lastDone(reports: readonly Served[]): number {
  return Math.max(...reports.map(({ done }) => done ?? Number.POSITIVE_INFINITY));
}
