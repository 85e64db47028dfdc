// The Monday after: the workflow of the metrics runs, in this process and by the demo's clock.
import { setTimeout as sleep } from 'node:timers/promises';
import { runAction } from '../../action/run.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { readShipped } from '../../src/shipped.ts';
import { gitHubOf } from '../../src/terminal.ts';
import { addressOf } from '../settings-for.ts';
import type { DumpedIssue } from './comes-true.ts';
import { print } from './print.ts';
import type { Stage } from './stage.ts';

const at = '2026-03-09T06:17:00Z';
const home = 'acme/ops';
const title = 'Incident metrics 2026-W10 (2–8 March)';
/** Lines of the report that are shown: its three sentences. */
const shown = /^\*\*What (?:changed|is overdue|to look at):\*\* .*$/gm;

/** Runs the week's report as Monday's schedule would. @returns what did not come true */
export async function monday(stage: Stage): Promise<readonly string[]> {
  const { sandbox } = stage;
  stage.turnTo(at);
  print(`── Monday, ${at.slice(0, 10)} (UTC) ──\n\n${at.slice(11, 16)}  the workflow "incident metrics" runs`);
  const before = sandbox.requests.graphql + sandbox.requests.rest;
  const faults = await run(stage);
  const cost = sandbox.requests.graphql + sandbox.requests.rest - before;
  await stage.settled();
  const issue = stage.dump().issues.find((one) => one.title === title);
  if (faults.length > 0 || !issue) return [...faults, `There is no issue "${title}" on Monday`].slice(0, 1);
  tell(issue, cost);
  const sentences = issue.body.match(shown) ?? [];
  return sentences.length === 3 ? [] : ['The metrics issue does not begin with its three sentences'];
}

/** @returns why it failed */
async function run({ sandbox }: Stage): Promise<readonly string[]> {
  const faults: string[] = [];
  const token = sandbox.workflowToken(home, { issues: 'write', contents: 'read' });
  const env = { GITHUB_TOKEN: token, ...addressOf(sandbox) };
  const nothing = () => {};
  await runAction({
    read: (name) => (name === 'token' ? token : ''),
    ...{ home, edition: 'demo', event: { name: 'schedule', payload: null }, now: at, time: () => at },
    run: { id: '1', workflow: '' },
    ...{ clock: () => performance.now(), wait: sleep, until: sleep },
    github: () => gitHubOf({ env }),
    services: (ledgerKey) => createServices(readShipped(), sealWith(ledgerKey)),
    ...{ secret: nothing, output: nothing, summary: async () => {}, file: (name) => name },
    ...{ info: nothing, notice: nothing, warning: nothing, failed: (why) => void faults.push(why) },
  });
  return faults;
}

function tell({ number, body }: DumpedIssue, cost: number): void {
  print(`       github-actions made #${number}, "${title}", which begins:`);
  const sentences = (body.match(shown) ?? []).map((line) => plainly(line));
  print(`         ${sentences.join('\n         ')}`);
  print(`       (${cost} requests)\n`);
}

/** Without Markdown's signs, for a terminal. */
function plainly(line: string): string {
  return line.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll(/[*\u200b]/g, '');
}
