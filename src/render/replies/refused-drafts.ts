// Refusals about drafts: each says what stands in the way, and who or what clears it.
import { roleOf } from '../../core/handbook.ts';
import { holders } from '../../core/incident.ts';
import type { DraftRefusal } from '../../core/refused-draft.ts';
import { standIns } from '../../core/stand-in.ts';
import { formatTime } from '../../time/time.ts';
import { choices, code, listed, login, roleWord, toType } from '../names.ts';
import { quoteCode, quoteText, quoteToCopy } from '../quote.ts';
import { withPart } from './line-to-type.ts';
import { didYouMean, type RefusalScene, type RefusalSentences, typedWord } from './refusal-sentence.ts';

export const refusedDrafts: Pick<RefusalSentences, DraftRefusal['reason']> = {
  'unknown-message': ({ word, meant, messages }, scene) => {
    if (messages.length === 0) return 'This handbook has no messages to draft. To tell everybody here: `/update …`';
    const known = meant === null ? ` Messages: ${listed(messages.slice(0, 20).map(code))}.` : '';
    const line = meant === null ? toType('/draft <message>') : withPart(word, meant, scene, `/draft ${meant}`);
    return `There is no message ${quoteCode(word, 40)} here.${didYouMean(meant)}${known} Type ${line}`;
  },
  'unknown-draft': ({ number, open }, scene) => {
    const none = `There is no draft ${quoteCode(number, 20)}.`;
    if (open.length === 0) return `${none} To draft something: \`/draft\``;
    const words = open.slice(0, 10).map((one) => `draft ${one}`);
    return `${none} Open ones: type ${choices(`/${typedWord(scene, 'publish')}`, words)}`;
  },
  'draft-over': ({ draft, how, at }, { handbook }) =>
    how === 'published'
      ? `Draft ${draft} was published at ${formatTime(at, handbook.zone)}, so nothing is left to do with it. If it was wrong: ${toType(`/retract draft ${draft} because …`)}; the next word: \`/draft\``
      : `Draft ${draft} was retracted at ${formatTime(at, handbook.zone)}. To draft it anew: \`/draft\``,
  'draft-gone': ({ draft, message, what }) =>
    what === 'comment'
      ? `The comment of draft ${draft} was deleted, and its text with it. Draft it anew: ${quoteToCopy(`/draft ${message}`)}`
      : `The code block that held the text of draft ${draft} is gone from its comment. Put the text between two lines of three backticks, or draft it anew: ${quoteToCopy(`/draft ${message}`)}`,
  'draft-gaps': ({ draft, gaps }, scene) => {
    const open = listed(
      gaps.slice(0, 20).map((gap) => (gap === 'left out' ? 'what was left out' : quoteText(gap, { limit: 60 }))),
    );
    return `Draft ${draft} is not finished: ${open} still to fill in. Edit its comment until no \`[fill in\` and no \`[left out]\` is left in it, then ${toType(`/${typedWord(scene, 'publish')} draft ${draft}`)}`;
  },
  'draft-too-long': ({ draft, characters, most }) =>
    `Draft ${draft} has ${characters} characters, and at most ${most} fit into one comment. Shorten it there, then ${toType(`/publish draft ${draft}`)}`,
  'draft-edited': ({ draft, by }) =>
    `Draft ${draft} was edited by ${by === null ? 'somebody' : quoteText(by, { limit: 60 })} since it was approved, and the approval is for the text of then. Look at it again: ${toType(`/approve draft ${draft}`)}`,
  'not-approved': ({ draft, missing }, scene) =>
    `Draft ${draft} still has to be approved. Ask ${everybody(missing, scene)} to look at it and type ${toType(`/approve draft ${draft}`)}`,
  'no-approver': ({ draft, missing }, scene) =>
    `Draft ${draft} is for others to approve. Ask ${everybody(missing, scene)} to type ${toType(`/approve draft ${draft}`)}`,
  'own-draft': ({ draft, missing }, scene) =>
    `You wrote the text of draft ${draft} as it stands, and this handbook wants a second person to agree. Ask ${everybody(missing, scene)} to type ${toType(`/approve draft ${draft}`)}`,
  'no-approval-needed': ({ draft }) =>
    `Draft ${draft} needs nobody's approval at this severity. Type ${toType(`/publish draft ${draft}`)}`,
  'already-approved': ({ draft, missing }, scene) =>
    missing.length === 0
      ? `Draft ${draft} is approved as it stands. Type ${toType(`/publish draft ${draft}`)}`
      : `You have agreed to draft ${draft} as it stands. It still needs ${everybody(missing, scene)}: ${toType(`/approve draft ${draft}`)}`,
  'left-the-house': ({ draft }) =>
    `Draft ${draft} was published: it has left the house, and \`/undo\` cannot call it back. Say that it no longer stands: ${toType(`/retract draft ${draft} because …`)}`,
};

/** Of each agreement that is missing, who can give it now. */
export function everybody(missing: readonly (readonly string[])[], scene: Pick<RefusalScene, 'handbook' | 'incident'>) {
  return listed([...new Set(missing.map((roles) => approvers(roles, scene)))]);
}

/** Who may agree now: holders by name, else who stands in, else the roles, and a lead while nobody holds one. */
function approvers(
  roles: readonly string[],
  { handbook, incident }: Pick<RefusalScene, 'handbook' | 'incident'>,
): string {
  const held = roles.flatMap((role) =>
    (incident ? holders(incident, role) : []).map((one) => `${login(one)} (${roleWord(handbook, role)})`),
  );
  const stood = roles.flatMap((role) =>
    (incident ? standIns(incident, handbook, role) : []).map(
      ({ person }) => `${login(person)} (for the ${roleWord(handbook, role)})`,
    ),
  );
  const known = [...held, ...stood];
  if (known.length > 0) return listed(known.slice(0, 3), 'or');
  const words = roles.filter((role) => roleOf(handbook, role)).map((role) => roleWord(handbook, role));
  return `${words.length > 0 ? `the ${listed(words, 'or')} (nobody is, yet) or ` : ''}a lead`;
}
