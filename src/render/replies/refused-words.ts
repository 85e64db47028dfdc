// Refusals about the words themselves: unknown, incomplete, in the wrong place, about something that is not there.
import { choices, listed, roleName, toType } from '../names.ts';
import { quoteCode, quoteText } from '../quote.ts';
import { didYouMean, type RefusalSentences, typedWord } from './refusal-sentence.ts';

type Reasons =
  | 'not-an-incident'
  | 'already-an-incident'
  | 'pull-request'
  | 'unknown-command'
  | 'in-code'
  | 'missing'
  | 'bad-url'
  | 'unknown-item'
  | 'unknown-task'
  | 'no-such-issue'
  | 'nothing-to-undo'
  | 'cannot-undo'
  | 'nothing-above'
  | 'unknown-topic';

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
} as const;

export const refusedWords: Pick<RefusalSentences, Reasons> = {
  'not-an-incident': ({ command }) =>
    `This issue is not an incident, so ${toType(`/${command}`)} means nothing here yet. To make it one: \`/incident\``,
  'already-an-incident': () =>
    'This is an incident already (`/incident`); its card stands above. What you may type now: `/help`',
  'pull-request': () => 'A pull request cannot be an incident. Open an issue and type there: `/incident`',
  'unknown-command': ({ word, meant }) =>
    `I do not know ${quoteCode(`/${word.replace(/^\//, '')}`, 40)}. Did you mean ${toType(`/${meant.replace(/^\//, '')}`)}? Then type that; all the words: \`/help\``,
  'in-code': ({ command }) =>
    `${toType(`/${command}`)} stands in a code block that is never closed, so it was not taken as a command. Close the block with three backticks, or type it at the start of a line of its own: ${toType(`/${command}`)}`,
  missing: ({ command, what, usage }) =>
    `${toType(`/${command}`)} needs ${whatIsMissing[what]}. Type ${quoteUsage(usage, command)}`,
  'bad-url': ({ command, text }) =>
    `${quoteCode(text, 60)} is not an address I can link (it begins with \`https://\`). Type ${toType(`/${command} https://…`)}`,
  'unknown-item': ({ word, meant, items }) =>
    `The checklist has no item ${quoteCode(word, 40)}.${didYouMean(meant)} Type ${choices('/done', meant ? [meant] : items.slice(0, 15))}`,
  'unknown-task': ({ number }, { incident }) => {
    const open = (incident?.tasks ?? []).filter((task) => task.ended === null).map(({ number: one }) => String(one));
    return open.length === 0
      ? `There is no open task ${quoteCode(number, 20)}. To give one: \`/task @who 15m text\``
      : `There is no open task ${quoteCode(number, 20)}. Open ones end with ${listed(
          open.slice(0, 10).map((one) => toType(`/task ${one} done`)),
          'or',
        )}`;
  },
  'no-such-issue': ({ text }, scene) =>
    `${quoteCode(text, 60)} is no issue that I can see. Type the number: ${toType(`/${typedWord(scene, 'related')} #n`)}`,
  'nothing-to-undo': () =>
    "You have said nothing here that could be undone. A lead can take back anybody's words by the link of the comment: `/undo <link>`",
  'cannot-undo': ({ what }) =>
    `${capital(quoteText(what, { limit: 80 }))} cannot be taken back with \`/undo\`: others already act on it. Say what is true now; which words there are: \`/help\``,
  'nothing-above': () => 'There is no comment above that could be noted. Put the text behind the word: `/note text`',
  'unknown-topic': ({ word, meant }, { handbook }) => {
    const role = meant === null ? undefined : handbook.roles.find(({ id }) => id === meant);
    const hint = role ? ` Did you mean ${roleName(handbook, role.id)}?` : didYouMean(meant);
    return `There is no command and no role ${quoteCode(word, 40)}.${hint} Type ${toType(meant === null ? '/help' : `/help ${meant}`)}`;
  },
};

function quoteUsage(usage: string, command: string): string {
  const line = usage.trim() === '' ? `/${command} …` : usage;
  return `\`${line.replaceAll('`', "'").slice(0, 120)}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
