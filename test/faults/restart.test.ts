// What comes due while nobody runs, and while somebody is killed over it, with real processes: none is missed, none comes twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { sealWith } from '../../src/core/seal.ts';
import { rememberedBy } from '../scenario/look.ts';
import { threadOf } from '../scenario/same-thread.ts';
import { home, ours, Stage } from '../scenario/stage.ts';
import { type AppProcess, startApp } from './app-process.ts';

jest.setTimeout(600_000);

const secret = 'the secret of who is started again';
const seal = sealWith(secret);
const incidents = 6;
/** Mitigated at 10:01: half an hour is watched before it counts as resolved. */
const dueAt = '2026-03-02T10:31:00Z';
const body = '### Severity\n\nSev-2\n\n### Summary\n\nNobody can pay\n';

let sandbox: Sandbox;
let stage: Stage;
let app: AppProcess | undefined;

beforeEach(async () => {
  const files = { '.github/sitrep.yml': 'handbook: ims\n' };
  const people = { ada: 'maintain' } as const;
  stage = new Stage({ files, people, teams: {}, private: false, milestones: [] }, '2026-03-02T10:00:00Z');
  sandbox = await startSandbox({ world: stage.world, webhookSecret: secret, clock: 'still' });
  at('2026-03-02T10:00:00Z');
  stage.person('ada').createLabel(home, { name: 'incident', color: 'd73a4a' });
  for (let count = 1; count <= incidents; count += 1) {
    at('2026-03-02T10:00:00Z');
    stage.person('ada').openIssue(home, { title: `Outage ${count}`, body, labels: ['incident'] });
    at('2026-03-02T10:01:00Z');
    stage.person('ada').comment(home, count, '/mitigated');
    at('2026-03-02T10:02:00Z');
    stage.person('ada').comment(home, count, '/resolved');
  }
});

afterEach(async () => {
  await kill();
  await sandbox.close();
});

function at(now: string): void {
  sandbox.clock.set(now, true);
  stage.world.now = now;
}

async function kill(): Promise<void> {
  app?.kill();
  await app?.died;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 200_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come to hold:\n${app?.log()}`);
    await sleep(50);
  }
}

/** A process whose clock shows this; it has looked at everything. */
async function start(now: string, deadly: Parameters<typeof startApp>[2] = null): Promise<void> {
  at(now);
  const started = await startApp(sandbox, secret, deadly);
  app = started;
  await until(() => started.hasLooked());
}

/** Of each incident when what came by itself came, and how often we said anything. */
function came() {
  return stage.issues().map(({ place }) => {
    const issue = stage.issue(place);
    const due = rememberedBy(stage, issue, seal).filter(({ source }) => source.endsWith('+due'));
    const keys = ours(stage, issue).map(({ key }) => key);
    const wishes = due.filter(({ fact }) => fact?.kind === 'status');
    return { at: wishes.map(({ saidAt }) => saidAt), twice: keys.length - new Set(keys).size };
  });
}

const once = Array.from({ length: incidents }, () => ({ at: [dueAt], twice: 0 }));

test('killed before the deadline and started after it: all of them come, at their own time, and once for ever', async () => {
  await start('2026-03-02T10:03:00Z');
  expect(came()).toEqual(once.map(() => ({ at: [], twice: 0 })));
  await kill();
  await start('2026-03-02T10:45:00Z');
  expect(came()).toEqual(once);
  const thread = threadOf(stage, seal);
  for (const later of ['2026-03-02T10:46:00Z', '2026-03-02T10:47:00Z']) {
    await kill();
    await start(later);
  }
  expect([came(), threadOf(stage, seal)]).toEqual([once, thread]);
});

test.each(['before send', 'after send', 'before record'] as const)(
  'a clock that leaps over the deadline begins the pass; killed %s in it, the next process ends it and says nothing twice',
  async (point) => {
    await start('2026-03-02T10:05:00Z', { point, count: 1, leap: 30 * 60 });
    at('2026-03-02T10:35:00Z');
    app?.arm();
    await until(() => app?.dead === true);
    await start('2026-03-02T10:40:00Z');
    expect(came()).toEqual(once);
  },
);
