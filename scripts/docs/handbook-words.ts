// What is said to whom, and what comes after.
import type { Handbook } from '../../src/core/handbook.ts';
import { type Term, termText } from '../../src/time/term.ts';
import { sentence, sentences } from './sentence.ts';
import { codes, table } from './table.ts';

type Spans = Readonly<Record<string, Term>>;

/** `sev-1: 15 minutes; sev-2: 1 hour`; a dash for none. */
export function spans(by: Spans): string {
  const told = Object.entries(by).map(([severity, term]) => `${severity}: ${termText(term)}`);
  return told.join('; ') || '–';
}

/** The sections on audiences and messages. */
export function communication({ audiences, messages, roles }: Handbook): readonly string[] {
  if (audiences.length === 0) return [];
  const nameOf = (id: string | null) => roles.find((role) => role.id === id)?.name ?? '–';
  return [
    '## Communication',
    table(
      ['audience', 'name', 'where', 'by', 'how often', 'approved by'],
      audiences.map((one) => [
        ...[codes([one.id]), `${one.name}${one.external ? ' (external)' : ''}`, one.channel ?? '–'],
        ...[nameOf(one.owner), often(one)],
        `${rolesBy(one.approval, ' or ') || '–'}${one.secondPerson ? ' (not the author)' : ''}`,
      ]),
    ),
    ...audiences
      .filter(({ review }) => Object.keys(review).length > 0)
      .map(({ name, review }) => `${name}: before that it is read by ${rolesBy(review, ' and ')}.`),
    ...(messages.length > 0 ? messagesSection(messages) : []),
  ];
}

function rolesBy(by: Readonly<Record<string, readonly string[]>>, joint: ' and ' | ' or '): string {
  return Object.entries(by)
    .map(([severity, roles]) => `${severity}: ${roles.join(joint)}`)
    .join('; ');
}

function often({ cadence, slowerAfter }: Handbook['audiences'][number]): string {
  const slower = slowerAfter ? `; after ${termText(slowerAfter)} less often, if each names the next` : '';
  return `${spans(cadence)}${slower}`;
}

function messagesSection(messages: Handbook['messages']): readonly string[] {
  const within = (one: Handbook['messages'][number]) =>
    Object.keys(one.within).length > 0 ? `${spans(one.within)} after ${one.from}` : '–';
  return [
    '`/draft <message>` writes one from what is on record, and marks what is missing.',
    table(
      ['message', 'name', 'also heard', 'to', 'for', 'due'],
      messages.map((one) => [
        ...[codes([one.id]), one.name, codes(one.aliases), codes([one.audience])],
        ...[one.purpose, within(one)],
      ]),
    ),
    ...messages.map(messageText),
  ];
}

/** Folded: the text with its fields in braces. */
function messageText({ name, text }: Handbook['messages'][number]): string {
  return `<details><summary>${name}</summary>\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n\n</details>`;
}

/** The sections on the post-mortem and the action items. */
export function afterwards({ postMortem, actionItems, types }: Handbook): readonly string[] {
  const { requiredAt, folder, templates, template, due, meeting, states, sections, checks, draft } = postMortem;
  const forms = [
    ...Object.entries(templates).map(([severity, name]) => `\`${name}\` at \`${severity}\``),
    ...types.flatMap(({ id, template: own }) => (own ? [`\`${own}\` for \`${id}\``] : [])),
  ];
  const facts = [
    `- Opened as a pull request at \`resolved\` for ${codes(requiredAt)}, in the folder \`${folder}/\`, by the template \`${template}\`${forms.length > 0 ? ` (${forms.join(', ')})` : ''}.`,
    ...(Object.keys(due).length > 0 ? [`- Done within ${spans(due)} of \`resolved\`.`] : []),
    ...(postMortem.owner ? [`- Owned by \`${postMortem.owner}\`.`] : []),
    ...(draft ? [`- Draft: ${sentence(draft)}`] : []),
    ...(states.length > 0 ? [`- It goes through ${codes(states)}.`] : []),
    ...(sections.length > 0 ? [`- Sections: ${sections.join(', ')}.`] : []),
    ...(postMortem.signOff.length > 0 ? [`- Signed off by ${codes(postMortem.signOff)}.`] : []),
    ...(postMortem.retention ? [`- Kept for ${termText(postMortem.retention)}.`] : []),
    ...(postMortem.tags.length > 0 ? [`- Found again by ${postMortem.tags.join(', ')}.`] : []),
    ...postMortem.methods.map((method) => `- Causes are looked for by: ${sentence(method)}`),
    ...checks.map((check) => `- A reviewer asks: ${check}`),
  ];
  return ['## Post-mortem', facts.join('\n'), ...meetingSection(meeting), ...actions(actionItems)];
}

function meetingSection(meeting: Handbook['postMortem']['meeting']): readonly string[] {
  if (!meeting) return [];
  const { within, length, participants, agenda } = meeting;
  const words = (by: Readonly<Record<string, string | readonly string[]>>) =>
    Object.entries(by)
      .map(([severity, said]) => `${severity}: ${typeof said === 'string' ? said : said.join(', ')}`)
      .join('; ');
  const facts = [
    ...(Object.keys(within).length > 0 ? [`- Held within ${spans(within)} of \`resolved\`.`] : []),
    ...(meeting.notBefore ? [`- Not before ${termText(meeting.notBefore)} after \`resolved\`.`] : []),
    ...(Object.keys(length).length > 0 ? [`- Takes ${words(length)}.`] : []),
    ...(Object.keys(participants).length > 0 ? [`- Who comes: ${words(participants)}.`] : []),
    ...(agenda.length > 0 ? [`- Agenda: ${sentences(agenda)}`] : []),
  ];
  return facts.length > 0 ? ['### The meeting', facts.join('\n')] : [];
}

function actions(items: Handbook['actionItems']): readonly string[] {
  const { kinds, horizons, tags, required, states, title, signOff, reviews } = items;
  const facts = [
    ...(kinds.length > 0 ? [`- Kinds: ${kinds.map(({ name }) => name).join('; ')}.`] : []),
    ...horizons.map(({ name, within }) => `- ${name}${within ? `: within ${termText(within)}` : ''}.`),
    ...(tags.length > 0 ? [`- Labels: ${codes(tags)}.`] : []),
    ...(title ? [`- Title: \`${title}\`.`] : []),
    ...(states.length > 0 ? [`- Each goes through ${codes(states)}.`] : []),
    ...(required.length > 0 ? [`- Each tells ${required.join(', ')}.`] : []),
    ...(signOff ? [`- Done only when \`${signOff}\` says so.`] : []),
    ...reviews.map((review) => `- ${sentence(review)}`),
  ];
  return facts.length > 0 ? ['## Action items', facts.join('\n')] : [];
}
