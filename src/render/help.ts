// `/help`: what this person may type now, or one command or role told in full.
import { type Handbook, type Right, type Role, rights, roleOf } from '../core/handbook.ts';
import { holders, rolesOf } from '../core/incident.ts';
import type { Fact } from '../core/timeline.ts';
import type { AnswerScene, HelpTopic } from './answers.ts';
import { code, listed, login, roleName, toType } from './names.ts';
import { quoteText } from './quote.ts';

type Question = Extract<Fact, { kind: 'asked' }>;

/** Markdown. `question.right` is the asker's right of that moment; a word that is neither command nor role gets the whole list. */
export function helpText({ about, right }: Question, scene: AnswerScene): string {
  const word = about.trim().toLowerCase().replace(/^\//, '');
  const topic = scene.catalogue.find(({ name, aliases }) => name === word || aliases.includes(word));
  if (topic) return topicText(topic, right, scene);
  const role = scene.handbook.roles.find(({ id, aliases }) => id === word || aliases.includes(word));
  return role ? roleText(role, scene) : listText(right, scene);
}

function listText(right: Right, scene: AnswerScene): string {
  const topics = scene.catalogue.filter((topic) => scene.incident !== null || topic.beforeIncident);
  const mine = topics.filter((topic) => isMine(topic, right, scene));
  const others = topics.filter((topic) => !mine.includes(topic));
  const foreign = rights.flatMap((needed) => {
    const names = others
      .filter((topic) => whoMay(topic, scene.handbook) === needed)
      .map(({ name }) => toType(`/${name}`));
    return names.length > 0 ? [`${rightNames[needed]}: ${names.join(' ')}`] : [];
  });
  return [
    `You are ${youAre(right, scene)} here. You may type, each at the start of a line:`,
    '',
    '| Type | What it does |',
    '|---|---|',
    ...mine.map(({ usage, does }) => `| ${cell(usage)} | ${quoteText(does)} |`),
    '',
    ...(foreign.length > 0 ? [`For others: ${foreign.join(' · ')}`, ''] : []),
    'More about a command or a role: `/help <word>`',
  ].join('\n');
}

function topicText(topic: HelpTopic, right: Right, scene: AnswerScene): string {
  const who = whoMay(topic, scene.handbook);
  const may = isMine(topic, right, scene) ? 'you may' : `you may not (you are ${youAre(right, scene)})`;
  const examples = topic.examples.map((example) => `- ${cell(example)}`);
  return [
    `${cell(topic.usage)}: ${quoteText(topic.does)}`,
    '',
    `- For ${rightNames[who]}: ${may}.`,
    ...(topic.aliases.length > 0
      ? [`- Also heard: ${topic.aliases.map((alias) => toType(`/${alias}`)).join(' ')}`]
      : []),
    ...(examples.length > 0 ? ['', 'For example:', ...examples] : []),
  ].join('\n');
}

function roleText(role: Role, { handbook, incident }: AnswerScene): string {
  const held = incident ? holders(incident, role.id).map(login) : [];
  return [
    `${roleName(handbook, role.id)}${held.length > 0 ? `, held by ${listed(held)}` : ', held by nobody'}.`,
    '',
    ...role.duties.map((duty) => `- ${quoteText(duty, { limit: 200 })}`),
    ...(role.requiredAt.length > 0 ? [`- Needed at ${listed(role.requiredAt.map(code))}`] : []),
    ...(role.may.length > 0 ? [`- Its holder may type ${role.may.map((name) => toType(`/${name}`)).join(' ')}`] : []),
    '',
    held.length > 0
      ? `To hand it on: ${toType(`/handover ${role.id} @who`)}`
      : `To take it: ${toType(`/role ${role.id}`)}`,
  ].join('\n');
}

/** Whether the asker may say a command: by right, or because a role of theirs names it. */
function isMine(topic: HelpTopic, right: Right, { person, incident, handbook }: AnswerScene): boolean {
  const needs = whoMay(topic, handbook);
  if (rights.indexOf(right) >= rights.indexOf(needs)) return true;
  const held = incident ? rolesOf(incident, person) : [];
  if (needs === 'holder' && held.length > 0) return true;
  return held.some((role) => roleOf(handbook, role)?.may.includes(topic.name));
}

function whoMay({ name, who }: HelpTopic, handbook: Handbook): Right {
  return (Object.hasOwn(handbook.who, name) ? handbook.who[name] : undefined) ?? who;
}

function youAre(right: Right, { person, incident, handbook }: AnswerScene): string {
  const held = incident ? rolesOf(incident, person).map((role) => roleName(handbook, role)) : [];
  const standing = right === 'anyone' ? 'a reader' : right === 'reporter' ? 'the reporter' : `a ${right}`;
  return held.length > 0 ? `${standing} and ${listed(held)}` : standing;
}

const rightNames: Readonly<Record<Right, string>> = {
  anyone: 'anyone',
  reporter: 'the reporter and responders',
  responder: 'responders',
  holder: "the role's holder or a lead",
  lead: 'leads',
};

/** Usage as code that stands in a table. */
function cell(usage: string): string {
  return `\`${usage.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
