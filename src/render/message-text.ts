// A message's text made from the record: what is known stands in its place, what is not is marked for a person to fill in.
import { type MessageField, messageFields } from '../core/communication.ts';
import type { Composed, Composing, LeftOut } from '../core/composing.ts';
import { longestDraft } from '../core/draft.ts';
import { insiders, withoutInternals } from './left-out.ts';
import { fieldValue } from './message-values.ts';
import { quoteLines } from './quote.ts';

const gap = /\{\{\s*(?:fill:\s*([^{}\n]*?)|([a-z-]+))\s*\}\}/g;

/**
 * Fills a message in. For an audience outside the organisation people, hosts and estimates are taken out of what people said
 * (`[left out]`), and fields that never leave it stay empty. Pure; the same record gives the same text.
 */
export function composeMessage(composing: Composing): Composed {
  const { message, handbook } = composing;
  const own = quoteLines(composing.own, longestDraft);
  const external = handbook.audiences.find(({ id }) => id === message.audience)?.external ?? true;
  const leftOut = new Set<LeftOut>();
  const inside = insiders(composing);
  const told = (text: string): string => {
    if (!external) return text;
    const told = withoutInternals(text, inside);
    for (const kind of told.leftOut) leftOut.add(kind);
    return told.text;
  };
  const filled = message.text.replace(gap, (_, fill: string | undefined, name: string | undefined) => {
    if (fill !== undefined) return toFill(fill);
    const field = messageFields.find((one) => one === name);
    if (field === undefined) return toFill(name ?? '');
    if (field === 'update' && own !== '') return told(own);
    const { text, said, internal } = fieldValue(field, composing);
    if (external && internal) {
      leftOut.add('internal');
      return '[left out]';
    }
    return text === null ? toFill(field.replaceAll('-', ' ')) : said ? told(text) : text;
  });
  const placed = own === '' || takesUpdate(message.text) ? filled : `${filled.trimEnd()}\n\n${told(own)}`;
  return { text: quoteLines(placed, longestDraft), leftOut: [...leftOut] };
}

function takesUpdate(text: string): boolean {
  const update: MessageField = 'update';
  return [...text.matchAll(gap)].some(([, , name]) => name === update);
}

function toFill(words: string): string {
  return `[fill in: ${words.replace(/[[\]\s]+/g, ' ').trim() || '…'}]`;
}
