// Refusals about the words themselves: unknown, incomplete, in the wrong place, about something that is not there.
import type { Handbook } from '../../core/handbook.ts';
import type { Refusal } from '../../core/refusal.ts';
import { choices, code, listed, roleWord, toType } from '../names.ts';
import { quoteCode, quoteText, quoteToCopy } from '../quote.ts';
import { typedLine, withCommand, withPart, withSubject } from './line-to-type.ts';
import { calledAlready } from './page-words.ts';
import { didYouMean, type RefusalScene, type RefusalSentences, typedWord } from './refusal-sentence.ts';

type Reasons =
  | 'not-an-incident'
  | 'already-an-incident'
  | 'nothing-to-adopt'
  | 'unreadable-record'
  | 'pull-request'
  | 'reports-waiting'
  | 'confirmed-already'
  | 'unknown-command'
  | 'too-many-commands'
  | 'in-code'
  | 'missing'
  | 'unknown-service'
  | 'unknown-rota'
  | 'same-handbook'
  | 'config-broken'
  | 'bad-url'
  | 'unknown-item'
  | 'unknown-task'
  | 'no-such-issue'
  | 'nothing-to-undo'
  | 'cannot-undo'
  | 'nothing-above'
  | 'redact-what'
  | 'redact-ours'
  | 'unknown-topic'
  | 'unknown-answer'
  | 'unknown-measure'
  | 'unreadable-number';

const whatIsMissing = {
  text: 'the text',
  because: 'the reason, which goes on record',
  person: 'who',
  role: 'which role',
  time: 'the time',
  issue: 'which issue',
  item: 'which item of the checklist',
  task: 'which task',
  url: 'the address',
  services: 'which services',
  handbook: 'the word `current`',
  draft: 'which draft, by its number',
} as const;

export const refusedWords: Pick<RefusalSentences, Reasons> = {
  'not-an-incident': ({ command }) =>
    `This issue is not an incident, so ${toType(`/${command}`)} means nothing here yet. To make it one: \`/incident\``,
  'nothing-to-adopt': () => 'I keep the record here, and no other Sitrep does. How it stands: `/status`',
  'unreadable-record': ({ from }) =>
    `What ${quoteText(from, { limit: 60 })} recorded here cannot be read. To begin anew: close this issue, file another one, and name this one there with \`/related\``,
  'already-an-incident': (_, scene) =>
    `${toType(`/${typedWord(scene, 'incident')}`)} has nothing to do: this is an incident already, and its card stands above. What you may type now: \`/help\``,
  'pull-request': () => 'A pull request cannot be an incident. Open an issue and type there: `/incident`',
  'reports-waiting': ({ waiting }) =>
    `Your reports ${listed(waiting.map((number) => code(`#${number}`)))} are open, and nobody has confirmed them yet, so this one is not taken up for now; thank you for telling. If it is an incident of its own, a responder types \`/incident\``,
  'confirmed-already': () =>
    'This is an incident already, not a report that waits. If it was none after all, a lead types `/cancel because …`',
  'too-many-commands': ({ heard, left }) =>
    `I hear ${heard} commands of one comment, so the other ${left} were not heard. Write them in a comment of their own; what counts stands on the card: \`/catchup\``,
  'unknown-command': ({ word, meant }, scene) => {
    const plain = word.replace(/^\//, '');
    const command = commandOf(plain, scene.handbook) ?? meant.replace(/^\//, '');
    return `I do not know ${quoteCode(`/${plain}`, 40)}. I think you mean ${withCommand(command, scene)}`;
  },
  'in-code': ({ command }) =>
    `${toType(`/${command}`)} stands in a code block that is never closed, so it was not taken as a command. Close the block with three backticks, or type it at the start of a line of its own: ${toType(`/${command}`)}`,
  missing: (refusal, scene) => {
    const line = lineMeant(refusal, scene);
    if (line !== null)
      return `I do not understand ${typedLine(scene) === null ? 'that' : quoteCode(typedLine(scene) ?? '')}. I think you mean ${quoteToCopy(line)}`;
    const { command, what, usage } = refusal;
    return `${toType(`/${command}`)} needs ${whatIsMissing[what]}. Type ${quoteUsage(usage, command)}`;
  },
  'unknown-service': ({ word, meant, services }, scene) =>
    `I know no service ${quoteCode(word, 60)}.${didYouMean(meant)} There are ${listed(services.slice(0, 20).map(code))}${services.length > 20 ? ' and more' : ''}. Type ${meant === null ? toType('/affects +service') : withPart(word, meant, scene, `/affects +${meant}`)}`,
  'unknown-rota': ({ word, meant, names }, scene) =>
    `I know no service and no rota ${quoteCode(word, 60)}.${didYouMean(meant)} ${names.length === 0 ? 'There are none' : `There are ${listed(names.slice(0, 20).map(code))}${names.length > 20 ? ' and more' : ''}`}. Type ${meant === null ? toType('/oncall') : withPart(word, meant, scene, `/oncall ${meant}`)}`,
  'same-handbook': ({ handbook }) =>
    `This incident follows ${code(handbook)} as the config says it now; there is nothing to move to. Since when: \`/handbook\``,
  'config-broken': () =>
    'The config cannot be read as it is now, so there is nothing to move to. The card says what is wrong, and where; mend it, then type `/handbook current`',
  'bad-url': ({ command, text }, scene) =>
    `${quoteCode(text, 60)} is not an address I can link (it begins with \`https://\`). Type ${withPart(text, 'https://…', scene, `/${command} https://…`)}`,
  'unknown-item': ({ word, meant, items }, scene) =>
    items.length === 0
      ? `Nothing has to be ticked here, so there is no ${quoteCode(word, 40)}. How it stands: \`/status\``
      : `The checklist has no item ${quoteCode(word, 40)}. Type ${meant ? withSubject(meant, 'done', scene) : choices(`/${typedWord(scene, 'done')}`, items.slice(0, 15))}`,
  'unknown-task': ({ number }, scene) => {
    const open = (scene.incident?.tasks ?? [])
      .filter((task) => task.ended === null)
      .map(({ number: one }) => String(one));
    return open.length === 0
      ? `There is no open task ${quoteCode(number, 20)}. To give one: \`/task @who 15m text\``
      : `There is no open task ${quoteCode(number, 20)}. Open ones end with ${listed(
          open.slice(0, 10).map((one) => withPart(number, one, scene, `/task ${one} done`)),
          'or',
        )}`;
  },
  'no-such-issue': ({ text }, scene) =>
    `${quoteCode(text, 60)} is not another issue that I can see. Type its number: ${toType(`/${typedWord(scene, 'related')} #n`)}`,
  'nothing-to-undo': () =>
    "You have said nothing here that could be undone. A lead can take back anybody's words by the link of the comment: `/undo <link>`",
  'cannot-undo': ({ what, people }) =>
    what === 'closed'
      ? 'A closing is not taken back with `/undo`: if it is back, or was closed too early, type `/reopen`'
      : what === 'paged'
        ? calledAlready(people)
        : `${capital(quoteText(what, { limit: 80 }))} cannot be taken back with \`/undo\`: others already act on it. Say what is true now; which words there are: \`/help\``,
  'redact-what': ({ text }) =>
    `${quoteCode(text, 100)} is no comment of this thread, nor this issue. Copy the address behind the time of the comment (or of the issue, for the report and the title) and type: \`/redact <link> because …\``,
  'redact-ours': () =>
    'That comment is mine: it only repeats what somebody said. Name the comment that said it, and I take it out of mine as well: `/redact <link> because …`',
  'nothing-above': () => 'There is no comment above that could be noted. Put the text behind the word: `/note text`',
  'unknown-answer': ({ word, meant, answers }) =>
    `${quoteCode(word, 40)} does not answer the question. Type ${meant ? toType(`/triage ${meant}`) : choices('/triage', [...answers.slice(0, 10), 'not sure'])}`,
  'unknown-measure': ({ word, meant, measures }, { handbook }) => {
    if (measures.length === 0) return 'No number makes it a level in this handbook. To be asked instead: `/triage`';
    const names = meant ? [meant] : measures.slice(0, 10);
    const what = word === '' ? 'The number needs what it measures.' : `There is no measure ${quoteCode(word, 40)}.`;
    return `${what} Type ${choices(
      '/triage',
      names.map((name) => `${name} ${likelyNumber(name, handbook)}`),
    )}`;
  },
  'unreadable-number': ({ measure, text }, { handbook }) =>
    `${quoteCode(text, 40)} is not a number I can read. Write \`12000\`, \`12k\` or \`30%\`: ${toType(`/triage ${measure} ${likelyNumber(measure, handbook)}`)}`,
  'unknown-topic': ({ word, meant }, { handbook }) => {
    const role = meant === null ? undefined : handbook.roles.find(({ id }) => id === meant);
    const hint = role ? ` Did you mean the role ${roleWord(handbook, role.id)}?` : didYouMean(meant);
    return `There is no command and no role ${quoteCode(word, 40)}.${hint} Type ${toType(meant === null ? '/help' : `/help ${meant}`)}`;
  },
};

/** A word that is a severity, a status or a checklist item, as the command that says it; null for other words. */
function commandOf(word: string, { severities, statuses, checklist }: Handbook): string | null {
  const severity = severities.find(({ id, aliases }) => [id, ...aliases].some((name) => alike(name, word)));
  if (severity) return `severity ${severity.id}`;
  const status = statuses.find(({ id, aliases }) => [id, ...aliases].some((name) => alike(name, word)));
  if (status) return `status ${status.id}`;
  const item = checklist.find(({ id }) => alike(id, word));
  return item ? `done ${item.id}` : null;
}

function alike(one: string, other: string): boolean {
  return one.toLowerCase().replace(/[\W_]/g, '') === other.toLowerCase().replace(/[\W_]/g, '');
}

/** The line that was meant, where we know: a usage without a gap to fill in, or the end of a task that was named by its number. */
function lineMeant(
  { command, what, usage }: Extract<Refusal, { reason: 'missing' }>,
  scene: RefusalScene,
): string | null {
  const task = command === 'task' ? /^\/(?:sitrep )?task #?(\d{1,9})\b/i.exec(typedLine(scene) ?? '')?.[1] : undefined;
  if (task !== undefined) return `/task ${task} done`;
  return what === 'person' && !/[<>[\]…]|@who|text/.test(usage) ? usage : null;
}

function quoteUsage(usage: string, command: string): string {
  const line = usage.trim() === '' ? `/${command} …` : usage;
  return `\`${line.replaceAll('`', "'").slice(0, 120)}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number that a measure could show: the largest that the handbook itself names for it. */
function likelyNumber(measure: string, { measures }: Handbook): number {
  const named = Object.values(measures.find(({ id }) => id === measure)?.above ?? {});
  return named.length > 0 ? Math.max(...named) : 12_000;
}
