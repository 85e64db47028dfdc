// The Action as a step of a workflow: its bundle as a process, with its inputs and the files that a runner gives it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { addressOf } from '../sandbox/settings-for.ts';
import type { Place } from './hall.ts';
import { type Ran, ran } from './program.ts';
import { home, ledgerKey } from './world.ts';

const description = parse(readFileSync(new URL('../action/action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

/** Runs it in the repository of the incidents. @param given inputs that are not left as they are */
export async function ranStep(place: Place, given: Readonly<Record<string, string>>): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-step-'));
  const file = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const usual = Object.entries(description.inputs).map(([name, input]) => [name, input.default ?? ''] as const);
  const inputs = { ...Object.fromEntries(usual), token: place.workflowToken, 'ledger-key': ledgerKey, ...given };
  const step = await ran(['action/dist/index.js'], {
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'schedule', RUNNER_TEMP: folder },
    ...{ GITHUB_REPOSITORY: `${home.owner}/${home.name}`, GITHUB_SERVER_URL: 'https://github.com' },
    ...addressOf(place),
    ...{ GITHUB_EVENT_PATH: file('event.json', '{}'), GITHUB_OUTPUT: file('output') },
    GITHUB_STEP_SUMMARY: file('summary'),
  });
  rmSync(folder, { recursive: true });
  return step;
}
