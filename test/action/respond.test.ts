// `mode: respond` end to end, as GitHub runs it: the bundle alone in a process of its own for each event, against the sandbox over HTTP.
// No App runs anywhere.
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { World } from '../../sandbox/world.ts';
import { repo, report } from '../app/running.ts';
import { type Ran, runStep, type Step, unpacked } from './runner.ts';

const granted = { issues: 'write', contents: 'write', pull_requests: 'write' } as const;
const key = 'a long secret of the repository';

interface Happened {
  readonly name: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
}

let main: string;
let world: World;
let sandbox: Sandbox;
let events: Happened[];

/** What happened `minutes` ago, or happens now. */
function ago(minutes: number): void {
  const time = new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+/, '');
  sandbox.clock.set(time);
  world.now = sandbox.clock.now;
}

async function run(event: Step['event'] & object, given: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const token = sandbox.workflowToken('acme/ops', granted);
  return runStep(main, sandbox, { token, event, with: { mode: 'respond', 'ledger-key': key, ...given } });
}

/** The run of the newest event. */
async function runOfTheLast(given: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const last = events.at(-1)!;
  return run({ name: last.name, payload: last.payload }, given);
}

const scheduled = { name: 'schedule', payload: { schedule: '7,22,37,52 * * * *' } };

function issue(number: number) {
  const found = world.dump(repo).issues.find((one) => one.number === number);
  if (!found) throw new Error(`There is no #${number}`);
  return found;
}

const bodies = (number: number) => issue(number).comments.map(({ body }) => body);
const card = (number: number) => bodies(number)[0] ?? '';

beforeAll(async () => {
  main = await unpacked();
}, 60_000);

beforeEach(async () => {
  world = new World({ now: new Date(Date.now() - 3 * 3_600_000).toISOString().replace(/\.\d+/, '') });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  world.setPermission(repo, 'bob', 'write');
  events = [];
  world.subscribe((event) => events.push(event));
  sandbox = await startSandbox({ world, webhookSecret: 'of nobody', clock: 'world' });
});

afterEach(async () => {
  expect(sandbox.requests.invalid).toEqual([]);
  await sandbox.close();
});

/** An incident that was declared so many minutes ago and has its card. */
async function declared(minutes: number, as = 'ada'): Promise<Ran> {
  ago(minutes);
  world.as(as).openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  return run({ name: 'issues', payload: events.find(({ action }) => action === 'opened')!.payload });
}

test('an issue is opened: the run writes its card and labels, says so, and ends well', async () => {
  const ran = await declared(0);
  expect({ code: ran.code, errors: ran.annotations.error }).toEqual({ code: 0, errors: [] });
  expect(card(1)).toMatch(/Checkout is down/);
  expect(issue(1).labels).toContain('sev-1');
  expect(issue(1).comments[0]).toMatchObject({ author: 'github-actions' });
  expect(ran.summary).toMatch(/acme\/ops#1: did .*write-card/);
  expect(ran.log).not.toContain('Nobody can pay');
});

test('the same event again costs a look and writes nothing', async () => {
  await declared(0);
  const again = await run({ name: 'issues', payload: events.find(({ action }) => action === 'opened')!.payload });
  expect({ code: again.code, writes: again.writes }).toEqual({ code: 0, writes: 0 });
  expect(again.summary).toMatch(/acme\/ops#1: nothing was missing/);
});

test('/ack is heard: who said it has it on the card and a thumb', async () => {
  await declared(10);
  ago(5);
  world.as('bob').comment(repo, 1, '/ack');
  const ran = await runOfTheLast();
  expect(ran.code).toBe(0);
  expect(card(1)).toMatch(/acknowledged/i);
  expect(issue(1).comments.find(({ body }) => body === '/ack')?.reactions).toMatchObject([{ content: '+1' }]);
});
