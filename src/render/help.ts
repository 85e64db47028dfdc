// `/help`: what this person may type now, or one command or role told in full.
import { type Right, type Role, rights } from '../core/handbook.ts';
import { holders } from '../core/incident.ts';
import type { Fact } from '../core/timeline.ts';
import type { AnswerScene } from './answer-scene.ts';
import { firstNeeded, isMeant, phaseOf } from './help-phase.ts';
import { isMine, rightNames, whoMay, youAre } from './help-right.ts';
import type { HelpTopic } from './help-topic.ts';
import { code, listed, login, roleName, toType } from './names.ts';
import { quoteOurs, quoteText } from './quote.ts';
import { phaseWords } from './replies/phase-words.ts';
import { roleLines } from './role-lines.ts';

type Question = Extract<Fact, { kind: 'asked' }>;

/** Lines that stand unfolded. */
const unfolded = 8;

/** Markdown. `question.right` is the asker's right of that moment; a word that is neither command nor role gets the whole list. */
export function helpText({ about, right }: Question, scene: AnswerScene): string {
  const word = about.trim().toLowerCase().replace(/^\//, '');
  const topic = scene.catalogue.find(({ name, aliases }) => name === word || aliases.includes(word));
  if (topic) return topicText(topic, right, scene);
  const role = scene.handbook.roles.find(({ id, aliases }) => id === word || aliases.includes(word));
  return role ? roleText(role, scene) : listText(right, scene);
}

/** What helps in this phase on top, the rest of what may be typed folded; what means nothing now is left out. */
function listText(right: Right, scene: AnswerScene): string {
  const { incident, handbook, person } = scene;
  const topics = scene.catalogue.filter(
    (topic) => (incident !== null || topic.beforeIncident) && isMeant(topic.name, incident, handbook, person),
  );
  const mine = topics.filter((topic) => isMine(topic, right, scene));
  const phase = phaseOf(incident, handbook);
  const needed = firstNeeded[phase].flatMap((name) => mine.find((topic) => topic.name === name) ?? []);
  const now = mine.length <= unfolded ? [...new Set([...needed, ...mine])] : needed.slice(0, unfolded);
  const rest = mine.filter((topic) => !now.includes(topic));
  const others = topics.filter((topic) => !mine.includes(topic));
  return [
    `${phaseWords[phase]} As ${youAre(right, scene)} you may type, each at the start of a line:`,
    '',
    ...table(now),
    ...folded(rest, foreign(others, scene)),
    '',
    'More about one of them, or about a role: `/help <word>`',
  ].join('\n');
}

function table(topics: readonly HelpTopic[]): readonly string[] {
  if (topics.length === 0) return [];
  return [
    '| Type | What it does |',
    '|---|---|',
    ...topics.map(({ usage, does }) => `| ${cell(usage)} | ${quoteText(does)} |`),
  ];
}

function folded(rest: readonly HelpTopic[], others: readonly string[]): readonly string[] {
  if (rest.length + others.length === 0) return [];
  return [
    '',
    `<details><summary>Everything else${rest.length > 0 ? ` that you may type (${rest.length})` : ''}</summary>`,
    '',
    ...table(rest),
    ...(others.length > 0 ? ['', `For others: ${others.join(' · ')}`] : []),
    '',
    '</details>',
  ];
}

/** What other people may type, by the right it needs. */
function foreign(others: readonly HelpTopic[], { handbook }: AnswerScene): readonly string[] {
  return rights.flatMap((needed) => {
    const names = others.filter((topic) => whoMay(topic, handbook) === needed).map(({ name }) => toType(`/${name}`));
    return names.length > 0 ? [`${rightNames[needed]}: ${names.join(' ')}`] : [];
  });
}

function topicText(topic: HelpTopic, right: Right, scene: AnswerScene): string {
  const who = whoMay(topic, scene.handbook);
  const may = isMine(topic, right, scene) ? 'you may' : `you may not (you are ${youAre(right, scene)})`;
  const examples = topic.examples.map((example) => `- ${ownCode(example)}`);
  return [
    `${ownCode(topic.usage)}: ${quoteOurs(topic.does)}`,
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
    `${roleName(handbook, role.id)}: ${held.length > 0 ? listed(held) : 'nobody now'}.`,
    '',
    ...roleLines(role, handbook, null).map((line) => `- ${line}`),
    ...(role.requiredAt.length > 0 ? [`- Needed at ${listed(role.requiredAt.map(code))}`] : []),
    ...role.authority.map((line) => `- *${quoteOurs(line, { limit: 200 })}*`),
    ...(role.selfDeclared ? ['- Who has it says so; nobody else gives it.'] : []),
    ...(role.may.length > 0 ? [`- Its holder may type ${role.may.map((name) => toType(`/${name}`)).join(' ')}`] : []),
    '',
    held.length > 0
      ? `To hand it on: ${toType(`/handover ${role.id} @who`)}`
      : `To take it: ${toType(`/role ${role.id}`)}`,
  ].join('\n');
}

/** Usage as code outside a table, whose bars need no mark. */
function ownCode(usage: string): string {
  return `\`${usage.replaceAll('`', "'")}\``;
}

/** Usage as code that stands in a table. */
function cell(usage: string): string {
  return `\`${usage.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
