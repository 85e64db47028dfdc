// The main job end to end: the real App as a process of its own, real HTTP, signatures and tokens, against the sandbox.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { playLine } from '../sandbox/demo/play.ts';
import { setStage } from '../sandbox/demo/stage.ts';
import { story } from '../sandbox/demo/story.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

interface World {
  readonly issues: readonly {
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly state: string;
    readonly reason: string | null;
    readonly labels: readonly string[];
    readonly assignees: readonly string[];
    readonly comments: readonly { readonly author: string; readonly body: string; readonly createdAt: string }[];
  }[];
  readonly pulls: readonly {
    readonly branch: string;
    readonly state: string;
    readonly files: Record<string, string>;
  }[];
  readonly requests: { readonly graphql: number; readonly rest: number; readonly byRoute: Record<string, number> };
}

describe('npm run demo', () => {
  let told = '';
  let world: World;

  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sitrep-')), 'world.json');
    const args = [join(root, 'sandbox/demo.ts'), '--exit', '--port', '0', '--json', file];
    told = (await run(process.execPath, args, { cwd: root })).stdout;
    world = JSON.parse(readFileSync(file, 'utf8')) as World;
  });

  test('tells the whole story and ends with 0: every request was valid by GitHub’s own descriptions', () => {
    for (const { who, tells } of story) expect(told).toContain(`${who}: ${tells.split('\n')[0]}`);
    expect(told).toContain('Where to go next');
  });

  test('says which day it is, and when the next one begins', () => {
    expect(told.match(/^── .* ──$/gm)).toEqual([
      '── 2026-03-02 (UTC) ──',
      '── the next day, 2026-03-03 (UTC) ──',
      '── Monday, 2026-03-09 (UTC) ──',
    ]);
  });

  test('the thread in the README is this story: people’s lines are its lines, Sitrep’s sentences are said in it', () => {
    const thread = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^> \*\*(\w+)\*\* (.*)$/gm)];
    const lines = thread.flatMap(([, who, rest = '']) =>
      /^`(\/[^`]+)`/.test(rest) ? [`${who}: ${rest.split('`')[1]}`] : [],
    );
    const quotes = thread.flatMap(([, , rest = '']) => /^said: \*(.+)\*$/.exec(rest)?.[1]?.split('…') ?? []);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !story.some(({ who, tells }) => `${who}: ${tells}` === line))).toEqual([]);
    expect(quotes.filter((part) => part.trim() !== '').length).toBeGreaterThan(1);
    expect(quotes.filter((part) => !told.includes(part.trim()))).toEqual([]);
  });

  test('writes the final world of the story, with nothing of what a demo that stays up adds', () => {
    expect(world.issues.map(({ number }) => number)).toEqual([1, 3]);
    expect(world.pulls).toHaveLength(1);
  });

  test('writes the final world: closed, reviewed, everybody’s role on the issue', () => {
    const [incident] = world.issues;
    expect(incident).toMatchObject({
      number: 1,
      title: 'Checkout is down',
      state: 'closed',
      reason: 'completed',
      assignees: expect.arrayContaining(['ada', 'bob', 'cleo']),
    });
    expect([...(incident?.labels ?? [])].sort()).toEqual(['incident', 'sev-1', 'status: closed']);
  });

  test('the post-mortem is merged with the words of who filled it in', () => {
    const [pull] = world.pulls;
    expect(pull).toMatchObject({ branch: 'post-mortem/1', state: 'merged' });
    const [[path, text] = ['', '']] = Object.entries(pull?.files ?? {});
    expect(path).toBe('post-mortems/2026/2026-03-02-1-checkout-is-down.md');
    expect(text).toContain('11:40');
    expect(text).toContain('canary');
  });

  test('on Monday the week is told, by an issue of the Action’s that says what the story says', () => {
    const [, metrics] = world.issues;
    expect(metrics).toMatchObject({
      title: 'Incident metrics 2026-W10 (2–8 March)',
      state: 'open',
      labels: ['incident-metrics'],
      comments: [],
    });
    expect(metrics?.body).toContain('Checkout is down');
    // Declared 10:00, acknowledged 10:02, resolved 11:40.
    expect(metrics?.body).toMatch(/\*\*Time to resolve\*\* \(declared → resolved\) \| 1 h 40 min/);
    expect(told).toContain('github-actions made #3, "Incident metrics 2026-W10 (2–8 March)", which begins:');
    expect(told).toContain('What changed: 1 incident was declared');
  });

  test('one card, one checklist, one reply to each refusal: nothing doubled', () => {
    const bodies =
      world.issues[0]?.comments.filter(({ author }) => author === 'sitrep[bot]').map(({ body }) => body) ?? [];
    const keys = bodies.map((body) => /<!-- sitrep:(\S+) -->\s*$/.exec(body)?.[1]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key === 'card' || key === 'checklist')).toHaveLength(2);
  });

  test('counts its requests', () => {
    const { graphql, rest, byRoute } = world.requests;
    expect(Object.values(byRoute).reduce((sum, count) => sum + count, 0)).toBe(graphql + rest);
    expect(graphql + rest).toBeLessThanOrEqual(80);
  });
});

describe('a demo that cannot begin', () => {
  const demo = (...args: readonly string[]) =>
    run(process.execPath, [join(root, 'sandbox/demo.ts'), '--exit', ...args], { cwd: root }).catch(
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  test('says that the port is taken and what to type, without a stack', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      expect(await demo('--port', String(port - 1))).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `Port ${port} is taken: stop the other demo, or \`npm run demo -- --port 4480\`\n`,
      });
    } finally {
      other.close();
    }
  });

  test('says that there is no folder for --json, before the story', async () => {
    const { code, stdout, stderr } = (await demo('--json', '/no/such/world.json')) as Record<string, unknown>;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^--json \/no\/such\/world\.json: there is no folder \/no\/such\./);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a story that does not come true', () => {
  test('says which line and what', async () => {
    const stage = await setStage();
    try {
      const [report] = story;
      if (!report) throw new Error('The story has no first line');
      const wish = { what: 'the incident is solved by itself', holds: () => false };
      const scene = await playLine({ ...report, comesTrue: [...report.comesTrue, wish] }, stage);
      expect(scene.missing).toEqual(['the incident is solved by itself']);
      expect(stage.sandbox.requests.invalid).toEqual([]);
    } finally {
      await stage.close();
    }
  });
});
