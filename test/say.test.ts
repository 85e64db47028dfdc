// `npm run say`: what somebody who takes part is shown, and what they are told when it cannot be done.
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { epilogue, invitation } from '../sandbox/demo/epilogue.ts';
import { playLine } from '../sandbox/demo/play.ts';
import { type Stage, setStage } from '../sandbox/demo/stage.ts';
import { story } from '../sandbox/demo/story.ts';
import { readWords } from '../sandbox/say/read-words.ts';

const root = join(import.meta.dirname, '..');

interface Shown {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function say(stage: Stage, ...args: readonly string[]): Promise<Shown> {
  const env = { ...process.env, SITREP_SANDBOX: stage.sandbox.url };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, 'sandbox/say.ts'), ...args], { env }, (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

describe('in a sandbox that stays up', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
    const [report] = story;
    if (!report) throw new Error('The story has no first line');
    for (const line of [report, epilogue]) expect((await playLine(line, stage)).missing).toEqual([]);
  });

  afterAll(() => stage.close());

  test('a command that was heard: 👍, then the head of the card and its changed lines, then the labels', async () => {
    const { code, out } = await say(stage, 'ada', '2', '/role scribe');
    expect(code).toBe(0);
    const order = ['👍 heard', 'card 2', '**Search is slow**', '**Next**', '+ - ', 'labels +status: investigating'];
    expect(order.map((part) => out.indexOf(part)).toSorted((a, b) => a - b)).toEqual(
      order.map((part) => out.indexOf(part)),
    );
    expect(order.filter((part) => !out.includes(part))).toEqual([]);
    expect(out).not.toContain('<!--');
    expect(out.split('\n').length).toBeLessThan(25);
  });

  test('a command that was refused: 😕, and why', async () => {
    const { code, out } = await say(stage, 'eve', '2', '/severity sev-1');
    expect([code, out.split('\n')[0]]).toEqual([0, '😕 refused']);
    expect(out).toMatch(/sitrep said:\n {4}`\/severity` \S/);
    expect(out).not.toContain('status card');
  });

  test('words that are no command: nothing comes of it, and that is said', async () => {
    expect(await say(stage, 'ada', '2', 'good morning')).toEqual({
      code: 0,
      out: 'Nothing came of it: Sitrep found nothing to do.\n',
      error: '',
    });
  });

  test('a report with a title only says nothing that was not said', async () => {
    const { code, out } = await say(stage, 'rae', 'open', 'Login', 'is', 'slow');
    expect([code, out.split('\n')[0]]).toEqual([0, 'rae filed #3.']);
    const issue = stage.dump().issues.find(({ number }) => number === 3);
    expect(issue).toMatchObject({ title: 'Login is slow' });
    expect(issue?.body).toContain('### Summary\n\nLogin is slow\n');
    expect(issue?.body).not.toMatch(/checkout|\d\d:\d\d/);
    expect((await say(stage, 'card', '3')).out).toContain('**Login is slow**');
  });

  test('time that passes: what falls due comes by itself, at its time, and once', async () => {
    stage.turnTo(stage.sandbox.clock.now, false);
    expect((await say(stage, 'ada', '2', '/severity sev-1')).code).toBe(0);
    const { code, out } = await say(stage, 'wait', '20m');
    expect(code).toBe(0);
    expect(out).toMatch(/^\n\d\d:\d\d UTC, #2\nsitrep said:\n {4}- @ada, nobody has been incident commander/);
    expect(out.match(/sitrep labels \+clock: breached/g)).toHaveLength(1);
    expect(out).not.toMatch(/ late\b/);
    const calm = { code: 0, out: expect.stringMatching(/^Nothing fell due\. It is \d\d:\d\d UTC\.\n$/) };
    expect(await say(stage, 'wait', '1m')).toMatchObject(calm);
    expect(await say(stage, 'wait', '5h')).toMatchObject({ code: 1, error: expect.stringMatching(/^At most 4 hours/) });
  }, 120_000);

  test.each([
    [['zed', '2', '/ack'], 'There is nobody called zed here: ada, bob, cleo, rae, eve.\n'],
    [['ada', '77', '/ack'], /^There is no issue #77 here: #1 Checkout is down, #2 Search is slow/],
    [['card', '77'], /^There is no issue #77 here/],
    [['ada', '2', 'tick', 'nothing'], 'GitHub says no: there is no box "nothing"\n'],
  ] as const)('%j is one sentence and exit 1', async (args, sentence) => {
    const { code, out, error } = await say(stage, ...args);
    expect([code, out, error.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    if (typeof sentence === 'string') expect(error).toBe(sentence);
    else expect(error).toMatch(sentence);
  });

  test('a pull request’s number is one sentence and exit 1', async () => {
    await stage.act('bob', { act: 'open pull', branch: 'side', files: { 'new.md': 'new\n' } });
    const [pull] = stage.dump().pulls;
    const { code, error } = await say(stage, 'ada', String(pull?.number), '/ack');
    expect([code, error]).toEqual([1, expect.stringMatching(/^#\d+ is a pull request, and .*\n$/)]);
  });
});

test('--help is no error, and asks for no sandbox', () => {
  const help = spawnSync(process.execPath, [join(root, 'sandbox/say.ts'), '--help'], { encoding: 'utf8' });
  expect([help.status, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toContain('npm run say -- WHO NUMBER TEXT');
});

test('every line that the demo proposes can be said', () => {
  const proposed = [...invitation(3, 1).matchAll(/npm run say -- ([^#\n]+)/g)].map(([, words = '']) => words.trim());
  expect(proposed).toContain('ada 1 "/role scribe"');
  expect(proposed.length).toBeGreaterThan(4);
  for (const words of proposed) {
    const args = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    expect([words, readWords(args)]).toEqual([words, expect.objectContaining({ kind: expect.any(String) })]);
  }
});
