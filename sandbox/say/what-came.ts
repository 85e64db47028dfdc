// What came of an act in one issue, for a terminal: Sitrep's words, the card where it changed, labels and state.
import { cardOf, sitrep, visible } from '../demo/comes-true.ts';
import { keyOf, labels, pulls } from '../demo/tell.ts';
import type { Dump } from '../world/dump.ts';

/** Paragraphs to print, in order; none: nothing came of it. */
export function whatCame(before: Dump, after: Dump, number: number): readonly string[] {
  const find = (dump: Dump) => dump.issues.find((issue) => issue.number === number);
  const [was, is] = [find(before), find(after)];
  if (!is) return [];
  const state = was && was.state !== is.state ? [is.state === 'open' ? 'reopened the issue' : 'closed the issue'] : [];
  const did = [...labels(was, is), ...state, ...pulls(before, after)].map((what) => `sitrep ${what}`);
  return [...replies(was?.comments ?? [], is.comments), ...card(before, after, number), ...did];
}

type Comments = Dump['issues'][number]['comments'];

function replies(was: Comments, is: Comments): readonly string[] {
  const known = new Map(was.map(({ body }) => [keyOf(body), visible(body)]));
  const ours = is.filter(({ author, body }) => author === sitrep && !keyOf(body).startsWith('card'));
  return ours
    .filter(({ body }) => known.get(keyOf(body)) !== visible(body))
    .map(({ body }) => `sitrep ${known.has(keyOf(body)) ? 'changed' : 'said'}:\n${indented(visible(body))}`);
}

/** Head, title, what is next, and the lines that are new; of a card that was just put up only the first three. */
function card(before: Dump, after: Dump, number: number): readonly string[] {
  const filed = before.issues.some((issue) => issue.number === number);
  const [was, is] = [filed ? plain(cardOf(before, number)) : [], plain(cardOf(after, number))];
  if (is.join('\n') === was.join('\n')) return [];
  const next = is.indexOf('**Next**');
  const end = is.indexOf('', next);
  const head = is.slice(0, 3).filter((line) => line !== '');
  const todo = next < 0 ? [] : is.slice(next, end < 0 ? undefined : end);
  const shown = new Set([...was, ...head, ...todo]);
  const fresh = was.length === 0 ? [] : is.filter((line) => !shown.has(line)).map((line) => `+ ${line}`);
  const what = was.length === 0 ? 'put up the status card' : 'brought the status card up to date';
  return [
    `sitrep ${what} (the whole of it: npm run say -- card ${number}):\n${indented([...head, ...todo, ...fresh].join('\n'))}`,
  ];
}

/** A card's lines without hidden text and addresses. */
function plain(body: string): readonly string[] {
  return visible(body)
    .replaceAll(/ \[↗\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split('\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `    ${line.trimEnd()}`)
    .join('\n');
}
