// Webhooks accepted per second beside bare Probot; and how long accepting takes while GitHub answers nothing.
import { settingsFor } from '../../sandbox/settings-for.ts';
import { installationId } from '../../sandbox/shape/installation.ts';
import { type ServedApp, serveApp } from '../../test/server/served-app.ts';
import { blackHole, type ServerStage, serverStage, webhookSecret } from '../../test/server/stage.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';
import { asQuicklyAsTaken, quantile, signedComments, steadily } from '../load.ts';

const rounds = 6;
/** So many issues are spoken on: where GitHub does not answer, as many passes wait. */
const issues = 200;
const quiet = { LOG_LEVEL: 'fatal' };

export const accepting: Figure = {
  name: 'accepting',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const stage = await serverStage(quiet);
    const bare = await serveApp({ ...settingsFor(stage.sandbox, webhookSecret), ...quiet }, ['bench/bare-probot.ts']);
    try {
      const requests = requestsFor(stage);
      const ours: Rate[] = [];
      const theirs: Rate[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await rate(stage.app, requests));
        theirs.push(await rate(bare, requests));
      }
      return accepted(best(ours), best(theirs));
    } finally {
      await bare.end();
      await stage.end();
    }
  },
};

/** Webhooks per second, by the clock and by the time of the processor. */
interface Rate {
  readonly clock: number;
  readonly processor: number;
}

async function rate(app: ServedApp, requests: readonly Buffer[]): Promise<Rate> {
  const seconds = 2;
  const before = await app.processor();
  const answered = await asQuicklyAsTaken(app.port, requests, seconds);
  return { clock: answered / seconds, processor: answered / ((await app.processor()) - before) };
}

function best(rates: readonly Rate[]): Rate {
  return {
    clock: Math.max(...rates.map(({ clock }) => clock)),
    processor: Math.max(...rates.map(({ processor }) => processor)),
  };
}

function accepted(ours: Rate, theirs: Rate): readonly Measured[] {
  const note = `best of ${rounds} rounds, by turns; GitHub's own example of a comment, on ${issues} issues`;
  return [
    {
      ...{ figure: 'accepted-per-second', value: Math.round(ours.clock), unit: 'webhooks', bound: null, note },
      beside: { 'bare Probot': Math.round(theirs.clock) },
    },
    {
      ...{ figure: 'accepted-by-probot', value: rounded(theirs.processor / ours.processor), unit: 'of ours' },
      beside: { 'by the clock': rounded(theirs.clock / ours.clock) },
      // At least 0.8 of what Probot accepts.
      bound: 1.25,
      note: "what bare Probot accepts in a second of the processor, as a share of what Sitrep does; 0.77 is 1.3 times Probot's",
    },
  ];
}

const pace = { perSecond: 200, seconds: 1 };
const turns = 16;

export const acceptingUnanswered: Figure = {
  name: 'accepting-unanswered',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const stage = await serverStage(quiet, 100);
    const hole = await blackHole();
    const github = { ...stage.sandbox, url: hole.url };
    const deaf = await serveApp({ ...settingsFor(github, webhookSecret), ...quiet });
    try {
      const requests = requestsFor(stage);
      const healthy: number[] = [];
      const unanswered: number[] = [];
      for (let turn = 0; turn < turns; turn += 1) {
        healthy.push(quantile(await steadily(stage.app.port, requests, pace), 0.99));
        unanswered.push(quantile(await steadily(deaf.port, requests, pace), 0.99));
      }
      return [unansweredTold(Math.min(...unanswered), Math.min(...healthy))];
    } finally {
      await deaf.end();
      hole.close();
      await stage.end();
    }
  },
};

function unansweredTold(unanswered: number, healthy: number): Measured {
  return {
    ...{ figure: 'accept-p99-unanswered', value: rounded(unanswered), unit: 'ms', bound: rounded(healthy * 1.2) },
    beside: { 'GitHub answers within 100 ms': rounded(healthy) },
    note: `${pace.perSecond} webhooks a second, on ${issues} issues, while GitHub answers nothing; the least disturbed of ${turns} rounds, by turns`,
  };
}

function requestsFor({ sandbox }: ServerStage): readonly Buffer[] {
  const { owner } = sandbox.world.repository('acme', 'ops')!;
  return signedComments(issues, webhookSecret, installationId(owner));
}
