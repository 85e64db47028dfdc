// What the handbook expects next, in words, each with the line to copy.
import type { NextStep } from '../../core/expectation.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { code, listed, roleWithHolders, roleWord, toType } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';
import { whoMay } from './who-may.ts';

interface Scene {
  readonly incident: Incident;
  readonly handbook: Handbook;
  /** Markdown link to the post-mortem's pull request; null while there is none. */
  readonly pull: string | null;
}

/** One step: who, what, and the command to copy. */
export function nextStepText(step: NextStep, scene: Scene): string {
  const { handbook, pull } = scene;
  if (step.step === 'nothing') return words.nothing(step.about, handbook);
  const who = ownerOf(step, scene);
  const end = step.step === 'review-post-mortem' && pull ? pull : toType(step.command || '/postmortem');
  return `**${who}**: ${words[step.step](step.about, handbook)}: ${end}`;
}

function ownerOf({ role, by }: NextStep, { incident, handbook }: Scene): string {
  if (by) return capital(whoMay(by, handbook, incident));
  return role ? roleWithHolders(handbook, role, incident) : 'Any responder';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const words: Readonly<Record<NextStep['step'], (about: string, handbook: Handbook) => string>> = {
  confirm: (about) => (about === 'yes' ? 'it is one, begin' : 'it is none, close it'),
  acknowledge: () => 'say that somebody is on it',
  call: () => 'nobody answered in time, call somebody who can',
  'take-role': (about, handbook) => `nobody is ${roleWord(handbook, about)} yet, take the role`,
  'set-severity': (about) =>
    about === 'no-incident'
      ? 'at this level it is no incident, say how bad it is'
      : 'the severity is assumed, confirm or correct it',
  classify: (_about, handbook) =>
    `say which type it is, ${listed(
      handbook.types.map(({ id }) => code(id)),
      'or',
    )}`,
  'mend-time': (about) => `the report's “${quoteText(about, { limit: 40 })}” could not be read, say it`,
  'give-update': (about) =>
    about === 'overdue' ? 'the update is past its time, tell people how it stands' : 'tell people how it stands',
  mitigate: () => 'when nobody is hurt any more, say so',
  resolve: () => 'when it is fixed for good, say so',
  tick: (about, handbook) => itemText(about, handbook),
  close: (about) => (about === 'when-done' ? 'when it is done, close it' : 'everything is done, close it'),
  'review-post-mortem': () => 'fill in, review and merge the post-mortem',
  'confirm-milestones': () =>
    'the record was rebuilt: look at the milestones below, correct what is wrong, and say that they are right',
  nothing: () => 'Nothing is expected right now.',
};

function itemText(about: string, handbook: Handbook): string {
  const item = handbook.checklist.find(({ id }) => id === about);
  return quoteOurs(item?.text ?? about, { limit: 120 });
}
