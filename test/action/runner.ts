// GitHub's runner as far as an Action sees it: a process of its own with inputs, a job's environment, and files for what it gives.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Sandbox } from '../../sandbox/server.ts';
import { addressOf } from '../../sandbox/settings-for.ts';
import { bundleFiles } from '../../scripts/bundle/bundle-files.ts';

const description = parse(readFileSync(new URL('../../action/action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

export interface Step {
  readonly token: string;
  readonly with?: Readonly<Record<string, string>>;
  /** Where the workflow runs; acme/ops where it is not said. */
  readonly repository?: string;
  /** What woke it; the weekly schedule where it is not said. `text`: of the event file, where that is not the payload. */
  readonly event?: { readonly name: string; readonly payload: unknown; readonly text?: string };
  /** The run's number and its workflow's file. */
  readonly run?: { readonly id: number; readonly file: string };
  /** Minutes by which the runner's clock is ahead of ours. */
  readonly ahead?: number;
}

export interface Ran {
  readonly code: number | null;
  /** The step's log, as the runner gets it. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Sentences behind `::error::`, `::warning::` and `::notice::`. */
  readonly annotations: Readonly<Record<'error' | 'warning' | 'notice', readonly string[]>>;
  /** Requests that this run cost, reads and writes. */
  readonly requests: number;
  readonly writes: number;
}

/** A fresh bundle in a folder where nothing else of ours is. @returns the path of its index.js */
export async function unpacked(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-action-'));
  for (const [path, text] of Object.entries(await bundleFiles())) writeFileSync(join(folder, basename(path)), text);
  return join(folder, 'index.js');
}

/** Runs the Action as a step of a workflow. */
export async function runStep(main: string, sandbox: Sandbox, step: Step): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-job-'));
  const place = (name: string, text = '') => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  const repository = step.repository ?? 'acme/ops';
  const event: Step['event'] & object = step.event ?? { name: 'schedule', payload: { schedule: '17 6 * * 1' } };
  const files = { output: place('output'), summary: place('summary') };
  const env = {
    ...{ PATH: process.env.PATH, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event.name },
    ...{ GITHUB_REPOSITORY: repository, GITHUB_REPOSITORY_OWNER: repository.split('/')[0], GITHUB_WORKSPACE: folder },
    ...{ ...addressOf(sandbox), GITHUB_SERVER_URL: 'https://github.com' },
    GITHUB_EVENT_PATH: place('event.json', event.text ?? JSON.stringify(event.payload)),
    ...{ GITHUB_OUTPUT: files.output, GITHUB_STEP_SUMMARY: files.summary, RUNNER_TEMP: temp },
    ...(step.run && {
      GITHUB_RUN_ID: String(step.run.id),
      GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/${step.run.file}@refs/heads/main`,
    }),
    ...(step.ahead && { NODE_OPTIONS: `--import ${clockAhead(step.ahead)}` }),
    ...inputsOf(step),
  };
  const before = countsOf(sandbox, step.token);
  const { code, log } = await ended(main, env, folder);
  const after = countsOf(sandbox, step.token);
  return {
    ...{ code, log, outputs: outputsIn(readFileSync(files.output, 'utf8')) },
    summary: readFileSync(files.summary, 'utf8'),
    annotations: {
      error: annotated(log, 'error'),
      warning: annotated(log, 'warning'),
      notice: annotated(log, 'notice'),
    },
    ...{ requests: after.requests - before.requests, writes: after.writes - before.writes },
  };
}

function inputsOf(step: Step): Readonly<Record<string, string>> {
  const usual = Object.entries(description.inputs).map(([name, input]) => [
    name,
    input.default?.includes('github.token') ? step.token : (input.default ?? ''),
  ]);
  const given = { ...Object.fromEntries(usual), ...step.with } as Record<string, string>;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

/** What is loaded before the Action, so that nobody has to wait for a time to come. */
function clockAhead(minutes: number): string {
  return `data:text/javascript,${encodeURIComponent(`
    const Machine = Date;
    const now = () => Machine.now() + ${minutes * 60_000};
    globalThis.Date = class extends Machine {
      constructor(...given) { given.length > 0 ? super(...given) : super(now()); }
      static now() { return now(); }
    };
  `)}`;
}

// By its token alone: what an App asks meanwhile is not this run's.
function countsOf(sandbox: Sandbox, token: string) {
  const requests = sandbox.requestsWith(token);
  return {
    requests: requests.graphql + requests.rest,
    writes: requests.byRoute['POST /graphql mutation'] ?? 0,
  };
}

function ended(main: string, env: NodeJS.ProcessEnv, cwd: string) {
  const child = spawn(process.execPath, [main], { cwd, env });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log += String(data)));
  return new Promise<{ readonly code: number | null; readonly log: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}

/** As the runner reads the file: a name, a delimiter, lines up to it. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}

function annotated(log: string, kind: string): readonly string[] {
  return log.split(/\r?\n/).flatMap((line) => (line.startsWith(`::${kind}::`) ? [line.slice(kind.length + 4)] : []));
}
