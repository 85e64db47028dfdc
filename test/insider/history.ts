// One history: honest people run an incident, and somebody with write access does what he likes between their words, or is not there.
import { inProcess } from '../../sandbox/client.ts';
import { formBody } from '../../sandbox/form-body.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { Incident } from '../../src/core/incident.ts';
import type { GitHub } from '../../src/github/client.ts';
import { lookAt } from '../../src/look-at.ts';
import { reconcile } from '../../src/reconcile.ts';
import { type Chance, chanceOf } from '../scenario/chance.ts';
import { handbookOf } from '../scenario/handbook-of.ts';
import { type Glasses, seeCard } from '../scenario/look.ts';
import { newProcess, resolveFiles, seal } from '../scenario/new-process.ts';
import { commentsOf, home, ours, type Place, Stage } from '../scenario/stage.ts';
import { plusSeconds } from '../scenario/times.ts';
import { config, honestWords, people, plots, teams } from './honest-words.ts';
import { actOnce } from './insider-acts.ts';

export interface History {
  readonly stage: Stage;
  readonly glasses: Glasses;
  readonly passes: number;
  readonly entries: readonly Entry[];
  readonly incident: Incident;
  /** The comments of honest words, numbers in the order they were said. */
  readonly said: readonly string[];
  /** Of those the ones that stood nowhere to be heard again when our memory was lost. */
  readonly lost: ReadonlySet<string>;
  /** How often our memory was lost. */
  readonly losses: number;
  readonly nextAt: string | null;
  /** Every comment that we made, also where it stands no more. */
  readonly spoken: readonly string[];
}

const first: Place = { ...home, number: 1 };

/** A history of a seed. @param steps how often the insider acts; 0: the same without him */
export async function playHistory(seed: number, steps: number): Promise<History> {
  const world = { files: { '.github/sitrep.yml': config }, people, teams, private: false, milestones: [] };
  const stage = new Stage(world, '2026-03-02T10:00:00Z');
  const telling = new Telling(stage);
  stage.world.as('acme').createLabel(home, { name: 'incident', color: 'd73a4a' });
  const body = formBody({ Severity: 'Sev-2', 'Affected services': 'search' });
  stage.person('rae').openIssue(home, { title: 'Checkout is down', body, labels: ['incident'], template: true });
  await telling.pass();
  // With a label, as nobody can take its event out of the thread: what else is inferred from the first act of all hangs on it.
  stage.person('ada').addLabels(home, 1, ['status: investigating']);
  await telling.pass();
  const words = honestWords(plotOf(seed), chanceOf(plotOf(seed)));
  const chance = chanceOf(seed);
  for (const [index, { at, who, text }] of words.entries()) {
    const his = Math.floor((steps * (index + 1)) / words.length) - Math.floor((steps * index) / words.length);
    await telling.interfere(his, at, chance);
    stage.world.now = at;
    telling.said.push(String(stage.person(who).comment(home, 1, text).id));
    await telling.pass();
  }
  stage.world.now = plusSeconds(stage.world.now, 3600);
  telling.restart();
  await telling.pass();
  return telling.told();
}

/** Which of the honest stories a seed plays: few, so that what each comes to without him is known. */
export function plotOf(seed: number): number {
  return seed % plots;
}

class Telling {
  readonly said: string[] = [];
  readonly lost = new Set<string>();
  losses = 0;
  passes = 0;
  readonly #spoken = new Map<number, string>();
  readonly #stage: Stage;
  readonly #github: GitHub;
  #services = newProcess();

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#github = inProcess(stage.world, { kind: 'app' });
  }

  /** So many acts of the insider before a moment; Sitrep looks after one in thirty. */
  async interfere(steps: number, until: string, chance: Chance): Promise<void> {
    const { world } = this.#stage;
    const left = Math.max(0, Date.parse(until) - Date.parse(world.now)) / 1000 - 1;
    const began = world.now;
    for (let step = 1; step <= steps; step += 1) {
      world.now = plusSeconds(began, Math.floor((left * step) / (steps + 1)));
      while (!actOnce(this.#stage, chance));
      if (chance() < 1 / 30) await this.pass();
      if (chance() < 1 / 50) this.restart();
    }
  }

  restart(): void {
    this.#services = newProcess();
  }

  /** One wake-up: a pass, and what it asks to be done again. */
  async pass(): Promise<void> {
    const issue = this.#stage.issue(first);
    const cards = ours(this.#stage, issue).filter(({ key }) => key === 'card');
    if (cards.length === 0 && this.passes > 0) {
      this.losses += 1;
      const standing = new Map(commentsOf(issue).map((comment) => [String(comment.id), comment]));
      for (const id of this.said) if (standing.get(id)?.minimizedReason !== null) this.lost.add(id);
    }
    this.passes += 1;
    await reconcile(this.#github, first, this.#stage.world.now, this.#services);
    for (const { id, author, body } of commentsOf(issue)) {
      if (author === this.#stage.world.state.app && !this.#spoken.has(id)) this.#spoken.set(id, body);
    }
  }

  async told(): Promise<History> {
    const stage = this.#stage;
    const glasses: Glasses = { seal, handbookOf: (entries) => handbookOf(stage, entries, resolveFiles) };
    const seen = seeCard(stage, stage.issue(first), glasses);
    if (!seen) throw new Error('there is no card with an incident');
    const look = await lookAt(this.#github, first, stage.world.now, this.#services);
    if (typeof look === 'string') throw new Error(`the last look is ${look}`);
    const { effects, nextAt } = look.plan;
    if (effects.length > 0) throw new Error(`it never settles: ${effects.map(({ kind }) => kind).join(', ')}`);
    const { said, lost, losses, passes } = this;
    const spoken = [...this.#spoken.values()];
    return {
      stage,
      glasses,
      passes,
      entries: seen.entries,
      incident: seen.incident,
      said,
      lost,
      losses,
      nextAt,
      spoken,
    };
  }
}
