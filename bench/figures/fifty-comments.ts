// Fifty comments on one incident within two seconds, each with something for the record: what they cost, and what is on record then.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '../../sandbox/demo/stage.ts';
import type { Figure, Measured } from '../figure.ts';
import { firstReport } from '../lifecycle.ts';
import { asked } from '../live-through.ts';
import { type Circumstances, sideBySide } from '../side-by-side.ts';

const comments = 50;
const within = 2000;
const people = ['ada', 'bob', 'cleo'];

export const fiftyComments: Figure = {
  name: 'fifty-comments',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const { sitrep, usual } = await fiftyCommentsCosts({ unthrottled: true });
    return [
      {
        ...{ figure: 'fifty-comments-requests', value: sitrep.requests, unit: 'requests', bound: 4 },
        ...{
          beside: { 'usual App': usual.requests },
          note: 'reactions included; the usual App without Probot’s throttling',
        },
      },
      {
        ...{ figure: 'fifty-comments-lost', value: comments - sitrep.recorded, unit: 'comments', bound: 0 },
        ...{ beside: { 'usual App': comments - usual.recorded }, note: 'of fifty notes, those not on the status card' },
      },
    ];
  },
};

export interface Burst {
  readonly requests: number;
  /** Notes that the status comment shows in the end. */
  readonly recorded: number;
  /** Comments with a reaction of the App's. */
  readonly reacted: number;
}

export function fiftyCommentsCosts(circumstances: Circumstances = {}) {
  return sideBySide(burst, circumstances);
}

async function burst(stage: Stage): Promise<Burst> {
  await stage.act(firstReport.who, firstReport.act);
  await stage.settled();
  const before = structuredClone(stage.sandbox.requests);
  const start = performance.now();
  for (let count = 0; count < comments; count += 1) {
    const who = people[count % people.length] ?? 'ada';
    await stage.act(who, { act: 'comment', number: 1, text: `/note graph ${count + 1} shows nothing` });
    await sleep(Math.max(0, start + ((count + 1) * within) / comments - performance.now()));
  }
  await stage.settled();
  const [issue] = stage.dump().issues;
  const card = issue?.comments.find(({ author }) => author === 'sitrep[bot]')?.body ?? '';
  const notes = Array.from({ length: comments }, (_, index) => `graph ${index + 1} shows nothing`);
  return {
    requests: asked(before, stage.sandbox.requests).requests,
    recorded: notes.filter((note) => card.includes(note)).length,
    reacted: reactedIn(stage),
  };
}

function reactedIn({ sandbox }: Stage): number {
  const timeline = sandbox.world.repository('acme', 'ops')?.issues.get(1)?.timeline ?? [];
  return timeline.filter((item) => item.kind === 'IssueComment' && item.reactions.some(({ by }) => by.kind === 'Bot'))
    .length;
}
