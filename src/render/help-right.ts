// Who may type what, as the help tells it.
import { type Handbook, type Right, rights, roleOf } from '../core/handbook.ts';
import { rolesOf } from '../core/incident.ts';
import type { AnswerScene } from './answer-scene.ts';
import type { HelpTopic } from './help-topic.ts';
import { listed, roleWord } from './names.ts';

/** Whether the asker may say a command: by right, or because a role of theirs names it. */
export function isMine(topic: HelpTopic, right: Right, { person, incident, handbook }: AnswerScene): boolean {
  const needs = whoMay(topic, handbook);
  if (rights.indexOf(right) >= rights.indexOf(needs)) return true;
  const held = incident ? rolesOf(incident, person) : [];
  if (needs === 'holder' && held.length > 0) return true;
  return held.some((role) => roleOf(handbook, role)?.may.includes(topic.name));
}

/** Whether the asker may say the command of that name; false where there is no such command. */
export function mayType(name: string, right: Right, scene: AnswerScene): boolean {
  return scene.catalogue.some((topic) => topic.name === name && isMine(topic, right, scene));
}

/** The right that a command needs in this handbook. */
export function whoMay({ name, who }: Pick<HelpTopic, 'name' | 'who'>, handbook: Handbook): Right {
  return (Object.hasOwn(handbook.who, name) ? handbook.who[name] : undefined) ?? who;
}

/** `a responder and scribe`. */
export function youAre(right: Right, { person, incident, handbook }: AnswerScene): string {
  const held = incident ? rolesOf(incident, person).map((role) => roleWord(handbook, role)) : [];
  const standing = right === 'anyone' ? 'a reader' : right === 'reporter' ? 'the reporter' : `a ${right}`;
  return listed([standing, ...held]);
}

/** Rights as people: `responders`. */
export const rightNames: Readonly<Record<Right, string>> = {
  anyone: 'anyone',
  reporter: 'the reporter and responders',
  responder: 'responders',
  holder: "the role's holder or a lead",
  lead: 'leads',
};
