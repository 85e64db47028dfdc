// What the handbook expects next, in words, each with the line to copy.
import type { NextStep } from '../../core/expectation.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { roleWithHolders, roleWord, toType } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';

interface Scene {
  readonly incident: Incident;
  readonly handbook: Handbook;
  /** Markdown link to the post-mortem's pull request; null while there is none. */
  readonly pull: string | null;
}

/** One step: who, what, and the command to copy. */
export function nextStepText(step: NextStep, scene: Scene): string {
  const { incident, handbook, pull } = scene;
  if (step.step === 'nothing') return words.nothing(step.about, handbook);
  const who = step.role ? roleWithHolders(handbook, step.role, incident) : 'Any responder';
  const end = step.step === 'review-post-mortem' && pull ? pull : toType(step.command || '/postmortem');
  return `**${who}**: ${words[step.step](step.about, handbook)}: ${end}`;
}

const words: Readonly<Record<NextStep['step'], (about: string, handbook: Handbook) => string>> = {
  acknowledge: () => 'say that somebody is on it',
  'take-role': (about, handbook) => `nobody is ${roleWord(handbook, about)} yet, take the role`,
  'set-severity': () => 'the severity is assumed, confirm or correct it',
  'mend-time': (about) => `the report's “${quoteText(about, { limit: 40 })}” could not be read, say it`,
  'give-update': () => 'tell people how it stands',
  mitigate: () => 'when nobody is hurt any more, say so',
  resolve: () => 'when it is fixed for good, say so',
  tick: (about, handbook) => itemText(about, handbook),
  close: () => 'everything is done, close it',
  'review-post-mortem': () => 'fill in, review and merge the post-mortem',
  'confirm-milestones': () => 'look at the milestones below and correct what is wrong',
  nothing: () => 'Nothing is expected right now.',
};

function itemText(about: string, handbook: Handbook): string {
  const item = handbook.checklist.find(({ id }) => id === about);
  return quoteOurs(item?.text ?? about, { limit: 120 });
}
