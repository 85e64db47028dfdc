// What somebody with write access does to a thread who means no good, one act at a time, by chance.
import { Refusal } from '../../sandbox/refusal.ts';
import type { Comment } from '../../sandbox/world.ts';
import type { Chance } from '../scenario/chance.ts';
import { forged } from '../scenario/forge.ts';
import { pullOf } from '../scenario/play-pull.ts';
import { commentsOf, home, type Place, type Stage } from '../scenario/stage.ts';
import { forgeries } from '../scenario/story.ts';
import { insider } from './honest-words.ts';

const place: Place = { ...home, number: 1 };
const branch = 'post-mortem/1';

interface Scene {
  readonly stage: Stage;
  /** One of a list, by chance. */
  readonly one: <T>(list: readonly T[]) => T;
}

type Act = (scene: Scene) => unknown;

const commands = [
  ...['/severity sev-4', '/resolved', '/note Nothing happened', '/close anyway because it is over'],
  ...['/confirm', '/status resolved', 'Never mind', '- [x] All done <!-- item:service-restored -->'],
];
const labels = ['sev-4', 'sev-1', 'status: resolved', 'status: closed', 'bug', 'incident'];
const logins = ['ada', 'dan', 'cy', 'mallory'];
const configs = [
  'handbook: elimu\n',
  'handbook: workflow-guide\nwho: {severity: anyone, resolved: anyone}\nresponders: []\n',
  'handbook: [nonsense\n',
  null,
];

/** Each as likely as the others; what is done to comments stands here more than once. */
const acts: readonly Act[] = [
  ...Array<Act>(4).fill(editOurs),
  ...Array<Act>(3).fill(editTheirs),
  ...[forge, tick, deleteOurs, deleteTheirs, deleteTheirs, hide, hide],
  ({ stage, one }) => me(stage).addLabels(home, 1, [one(labels)]),
  ({ stage, one }) => me(stage).removeLabels(home, 1, [one(stage.issue(place).labels).name]),
  ({ stage }) =>
    me(stage).removeLabels(
      home,
      1,
      stage.issue(place).labels.map(({ name }) => name),
    ),
  ({ stage, one }) => me(stage).retitle(home, 1, one(['All is well', 'It is the database', 'Checkout is down'])),
  ({ stage, one }) => me(stage).close(home, 1, one(['completed', 'not_planned'])),
  ({ stage }) => me(stage).reopen(home, 1),
  ({ stage, one }) => me(stage).assign(home, 1, [one(logins)]),
  ({ stage, one }) => me(stage).unassign(home, 1, [one(logins)]),
  ({ stage, one }) => me(stage).react(home, one(commentsOf(stage.issue(place))).id, '🚀'),
  ({ stage, one }) => me(stage).editBody(home, 1, one(['Nothing', stage.issue(place).body.replace(/Sev-\d/, 'Sev-4')])),
  ({ stage, one }) => me(stage).push(home, { '.github/sitrep.yml': one(configs) }),
  ({ stage, one }) => me(stage).push(home, { 'post-mortem.md': one(['a', 'b', 'c']) }, { branch, message: 'Mine' }),
  ({ stage }) => me(stage).createBranch(home, branch),
  ({ stage }) => me(stage).deleteBranch(home, branch),
  ({ stage, one }) => me(stage).closePull(home, one([pullOf(stage, branch) ?? []].flat()).number),
  ({ stage }) => me(stage).openPull(home, { title: 'Post-mortem', head: branch, body: '<!-- sitrep:post-mortem -->' }),
];

/** Does one thing; what GitHub refuses, or what there is nothing for, is not done. @returns whether it was done */
export function actOnce(stage: Stage, chance: Chance): boolean {
  const one = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Idle();
    return list[Math.floor(chance() * list.length)] as T;
  };
  try {
    one(acts)({ stage, one });
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Idle) return false;
    throw error;
  }
}

/** There is nothing to do it to. */
class Idle extends Error {}

function me(stage: Stage) {
  return stage.person(insider);
}

function comments(stage: Stage, ours: boolean): readonly Comment[] {
  const { app } = stage.world.state;
  return commentsOf(stage.issue(place)).filter(({ author }) => (author === app) === ours);
}

function editOurs({ stage, one }: Scene): void {
  const { id, body } = one(comments(stage, true));
  const at = one([...body].map((_, index) => index));
  const texts = [
    `${body.slice(0, at)}${body[at] === 'x' ? 'y' : 'x'}${body.slice(at + 1)}`,
    body.replaceAll(/<!--[\s\S]*?-->/g, ''),
    body.replaceAll('ada', insider),
    one(comments(stage, true)).body,
    'This was never an incident.',
  ];
  me(stage).editComment(home, id, one(texts));
}

function editTheirs({ stage, one }: Scene): void {
  me(stage).editComment(home, one(comments(stage, false)).id, one(commands));
}

function forge({ stage, one }: Scene): void {
  const card = one(comments(stage, true).filter(({ body }) => body.includes('sitrep-ledger')));
  const into = one(forgeries.filter((name) => name !== 'the card of #2'));
  me(stage).editComment(home, card.id, forged(stage, place, card, { verb: 'forge', target: 'card', into }));
}

function tick({ stage, one }: Scene): void {
  const { id, body } = one(comments(stage, true).filter((comment) => comment.body.includes('<!-- item:')));
  me(stage).editComment(
    home,
    id,
    one([body.replaceAll('[ ]', '[x]'), body.replace('[ ]', '[x]'), body.replaceAll('[x]', '[ ]')]),
  );
}

function deleteOurs({ stage, one }: Scene): void {
  me(stage).deleteComment(home, one(comments(stage, true)).id);
}

function deleteTheirs({ stage, one }: Scene): void {
  me(stage).deleteComment(home, one(comments(stage, false)).id);
}

function hide({ stage, one }: Scene): void {
  me(stage).minimise(home, one(commentsOf(stage.issue(place))).id);
}
