// How long the Action's bundle takes to start, beside Node alone.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, type Measured, rounded } from '../figure.ts';
import { type Ran, ran } from '../program.ts';

const times = 5;

export const actionStart: Figure = {
  name: 'action-start',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    // Without inputs it ends where it would begin to work: with a sentence that says what is missing.
    const bundle = await quickest(['action/dist/index.js'], 1);
    // An event that is none of an incident: as far as a run comes that asks nothing of GitHub.
    const respond = await quickest(['action/dist/index.js'], 0, idleRun());
    const node = await quickest(['-e', '0'], 0);
    return [
      {
        ...{ figure: 'action-start-seconds', value: rounded(bundle.processor), unit: 's' },
        beside: { 'by the clock': rounded(bundle.seconds), 'node -e 0': rounded(node.processor) },
        ...{ bound: 1, note: 'time of the processor, of the quickest of five processes' },
      },
      {
        ...{ figure: 'action-respond-start-seconds', value: rounded(respond.processor), unit: 's' },
        beside: { 'by the clock': rounded(respond.seconds), 'node -e 0': rounded(node.processor) },
        ...{ bound: 1, note: 'mode: respond, up to where it would ask GitHub; of the quickest of five processes' },
      },
    ];
  },
};

/** What the runner tells of a comment on an ordinary issue. */
function idleRun(): Readonly<Record<string, string>> {
  const path = join(mkdtempSync(join(tmpdir(), 'sitrep-bench-')), 'event.json');
  const repository = { name: 'ops', owner: { login: 'acme' } };
  writeFileSync(path, JSON.stringify({ repository, issue: { number: 1, labels: [] }, comment: { body: 'Thanks' } }));
  return {
    ...{ INPUT_MODE: 'respond', INPUT_TOKEN: 'ghs_none', GITHUB_REPOSITORY: 'acme/ops' },
    ...{ GITHUB_EVENT_NAME: 'issue_comment', GITHUB_EVENT_PATH: path },
  };
}

async function quickest(
  given: readonly string[],
  ends: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const all: Ran[] = [];
  for (let time = 0; time < times; time += 1) all.push(await ran(given, env, ends));
  return all.reduce((best, one) => (one.processor < best.processor ? one : best));
}
