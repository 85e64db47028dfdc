import { Forbidden, Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { identify } from '../world/identity.ts';
import type { Comment, Issue, Reaction } from '../world/model.ts';
import { demand, scopeOf } from '../world/permission.ts';
import type { ReactionContent } from '../world/reaction-content.ts';

/** Each reaction as GraphQL, REST and people write it. */
export const REACTIONS: readonly { content: ReactionContent; rest: string; emoji: string }[] = [
  { content: 'THUMBS_UP', rest: '+1', emoji: '👍' },
  { content: 'THUMBS_DOWN', rest: '-1', emoji: '👎' },
  { content: 'LAUGH', rest: 'laugh', emoji: '😄' },
  { content: 'HOORAY', rest: 'hooray', emoji: '🎉' },
  { content: 'CONFUSED', rest: 'confused', emoji: '😕' },
  { content: 'HEART', rest: 'heart', emoji: '❤️' },
  { content: 'ROCKET', rest: 'rocket', emoji: '🚀' },
  { content: 'EYES', rest: 'eyes', emoji: '👀' },
];

/** @returns GraphQL's name of a reaction written in any way; refuses what is not one of the eight. */
export function reactionOf(text: string): ReactionContent {
  const bare = text.replaceAll('\u{fe0f}', '');
  const found = REACTIONS.find(
    ({ content, rest, emoji }) => content === text || rest === text || emoji.replaceAll('\u{fe0f}', '') === bare,
  );
  if (!found) throw new Unprocessable(`${text} is not a reaction GitHub has`);
  return found.content;
}

/** Reacts: read access; on a locked issue no app does. One reaction of a content per person: a second one is the first. No webhook, no event. */
export function react(doer: Doer, subject: Issue | Comment, content: ReactionContent): Reaction {
  const { state, now } = doer.world;
  const issue = subject.kind === 'IssueComment' ? subject.issue : subject;
  demand(doer, issue.repository, doer.grants ? 'write' : 'read', scopeOf(issue));
  if (issue.locked && doer.grants) throw new Forbidden('Unable to add reaction because issue is locked.');
  const held = subject.reactions.find((reaction) => reaction.by === doer.by && reaction.content === content);
  if (held) return held;
  const identity = identify(state, 'REA');
  const reaction: Reaction = { kind: 'Reaction', ...identity, content, by: doer.by, createdAt: now, subject };
  subject.reactions.push(reaction);
  state.nodes.set(reaction.nodeId, reaction);
  return reaction;
}

/** Takes one's own reaction back; refuses when there is none. */
export function unreact(doer: Doer, subject: Issue | Comment, content: ReactionContent): Reaction {
  const held = subject.reactions.find((reaction) => reaction.by === doer.by && reaction.content === content);
  if (!held) throw new Unprocessable('Could not find a reaction to remove');
  subject.reactions = subject.reactions.filter((reaction) => reaction !== held);
  doer.world.state.nodes.delete(held.nodeId);
  return held;
}
