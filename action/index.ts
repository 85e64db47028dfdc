// Where GitHub starts the Action: a job's environment becomes a run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as core from '@actions/core';
import { shortHash } from '../src/core/entry.ts';
import { sealWith } from '../src/core/seal.ts';
import { createServices } from '../src/footing.ts';
import { gitHubOf } from '../src/terminal.ts';
import { plusMinutes } from '../src/time/time.ts';
import { runAction } from './run.ts';
import { shipped } from './shipped.ts';

const { env } = process;

function fileOf(name: string, text: string): string {
  const folder = join(env.RUNNER_TEMP || tmpdir(), 'sitrep');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Null where there is none, or no JSON. */
function payload(): unknown {
  try {
    return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return null;
  }
}

const time = () => plusMinutes(new Date().toISOString(), 0);

/** A runner of GitHub Enterprise may have no summaries. */
async function summarise(text: string): Promise<void> {
  if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(text).write();
}

await runAction({
  ...{
    read: (name) => core.getInput(name),
    home: env.GITHUB_REPOSITORY ?? '',
    edition: shortHash(JSON.stringify(shipped)),
  },
  event: { name: env.GITHUB_EVENT_NAME ?? '', payload: payload() },
  run: { id: env.GITHUB_RUN_ID ?? '', workflow: env.GITHUB_WORKFLOW_REF ?? '' },
  ...{ now: time(), time, clock: () => performance.now() },
  ...{ wait: sleep, until: (milliseconds) => sleep(milliseconds, undefined, { ref: false }) },
  github: (token) => gitHubOf({ env: { ...env, GITHUB_TOKEN: token } }),
  services: (ledgerKey, footing) => createServices(shipped, sealWith(ledgerKey), footing),
  ...{ secret: core.setSecret, output: core.setOutput, summary: summarise, file: fileOf },
  ...{ info: core.info, notice: core.notice, warning: core.warning, failed: core.setFailed },
});
