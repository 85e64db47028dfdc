// What is said when somebody touched what only we write.
import type { Entry } from '../../core/entry.ts';
import { holders } from '../../core/incident.ts';
import { leadingNow } from '../../core/stand-in.ts';
import type { Fact, Touched } from '../../core/timeline.ts';
import { login } from '../names.ts';
import type { HandedScene } from './handed.ts';

type Interference = Extract<Fact, { kind: 'interference' }>;

/**
 * Told the first time that somebody does it, from then on it stands on the card only. Null: nothing to say, as who deletes a reply
 * knows that it is gone.
 */
export function touchedWords(fact: Interference, scene: HandedScene): string | null {
  const { entry, before } = scene;
  const again = before?.timeline.some((one) => isSuch(one, fact) && one.by?.id === entry.by?.id);
  return again ? null : touched[fact.what](login(entry.by), scene);
}

function isSuch({ fact }: Entry, { what }: Interference): boolean {
  return fact?.kind === 'interference' && fact.what === what;
}

const touched: Readonly<Record<Touched, (who: string, scene: HandedScene) => string | null>> = {
  'card-edited': (who) =>
    `${who} edited the status card; it is written anew from the record, and nothing was lost. To change the record, type a command: \`/help\``,
  'card-deleted': (who, scene) =>
    `${who} deleted the status card; it is rebuilt from what stands in the thread, in the words as first written. What cannot be ` +
    `proved is missing. ${leadOf(scene)}, please look at the milestones on the card, correct what is wrong (e.g. \`/started HH:MM\`), and when they are right: \`/confirm\``,
  'card-hidden': () =>
    'The status card was hidden; it is kept up to date all the same. Please unhide it, so that everybody sees how it stands; until then: `/catchup`',
  'record-deleted': (who, scene) =>
    `${who} deleted a comment that kept older entries of the record; what it held is rebuilt from the thread. ${leadOf(scene)}, ` +
    'please look at the card, correct what is wrong (e.g. `/started HH:MM`), and when it is right: `/confirm`',
  'checklist-hidden': () =>
    'The checklist was hidden; it still counts, and closing still asks for it. Please unhide it; until then a box is ticked with `/done …`',
  'words-edited': (who) =>
    `${who} edited words of mine; they are put back as I said them. To have something on record, type \`/note …\``,
  'comment-deleted': () => null,
};

/** Who leads is called; where nobody does, whoever may. */
function leadOf({ after, handbook, call }: HandedScene): string {
  const people = after ? leadingNow(after, handbook).flatMap((role) => holders(after, role)) : [];
  return people.length > 0 ? people.map(call).join(', ') : 'A lead of this incident';
}
