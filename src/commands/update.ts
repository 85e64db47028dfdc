// `/update`: a status update for everyone, with the status it brings and when the next one comes.
import { accept, type Command, type Judgement, type Room, refuse, type Said, type Stated } from './command.ts';
import { cut } from './cut.ts';
import { timedText } from './grammar.ts';
import { happened } from './happened.ts';
import type { Moved } from './moved.ts';
import { lacksRight } from './rights.ts';
import { moveTo, status } from './status.ts';
import { timeToCome } from './time-to-come.ts';

export const update: Command = {
  name: 'update',
  aliases: [],
  usage: '/update [status] text [next 15:20|in 30m]',
  does: 'Gives a status update, the status it brings, and when the next one comes.',
  who: 'responder',
  examples: ['/update Rollback is running next in 30m', '/update monitoring Error rate is back to normal next 15:20'],
  free: true,
  judge(said, room) {
    const timed = timedText(said.text, said.at, room.handbook.zone);
    const time = happened(timed.at, said, room);
    if ('refusal' in time) return time;
    const next = nextIn(timed.text, said, room);
    if ('refusal' in next) return refuse(next.refusal);
    const { word, rest } = statusIn(next.text, room);
    if (rest === '') return refuse({ reason: 'missing', command: 'update', what: 'text', usage: update.usage });
    const moved = word === null ? accept() : moving(word, room, { ...time, saidAt: said.at });
    if ('refusal' in moved) return moved;
    const stated: Stated = {
      fact: { kind: 'update', text: cut(rest), ...(next.at && { nextAt: next.at }) },
      ...time,
    };
    return { facts: [...moved.facts, stated] };
  },
};

/** The first word where it is a status' id, and the text behind it. */
function statusIn(text: string, { handbook }: Room): { readonly word: string | null; readonly rest: string } {
  const first = /^\S+/.exec(text)?.[0] ?? '';
  const word = first.toLowerCase().replace(/[:.,]+$/, '');
  return handbook.statuses.some(({ id }) => id === word)
    ? { word, rest: text.slice(first.length).trim() }
    : { word: null, rest: text };
}

/** The move that an update brings; none where the incident stands there already. */
function moving(word: string, room: Room, moved: Moved): Judgement {
  if (room.incident?.status === word) return accept();
  const lacking = lacksRight(status, room);
  return lacking ? refuse(lacking) : moveTo(word, room, moved);
}

type Next = { readonly text: string; readonly at: string | null };

/**
 * Cuts `next 15:20`, `next in 30m`, `next update at 15:20` from the end. What cannot be read as a time to come is text, unless
 * it begins with a digit (`next 25:99`, `next in -5m`); a time of day that is over is refused as well.
 */
function nextIn(text: string, said: Said, room: Room): Next | Exclude<Judgement, { facts: unknown }> {
  const tail = text.slice(-80);
  const found = [...tail.matchAll(/(?<=^|[\s([.,;])next\b(?:\s+update)?:?\s+(?:at\s+)?([^\n]+)$/gi)].at(-1);
  const words = found?.[1]?.replace(/[\s)\].!]+$/, '') ?? '';
  if (!found || words === '') return { text, at: null };
  const { at, over } = timeToCome(words, said.at, room.handbook.zone);
  if (at !== null) {
    const kept = text
      .slice(0, text.length - tail.length + found.index)
      .replace(/[\s([.,;–—-]*$/, (end) => (end.includes('.') ? '.' : ''));
    return { text: kept.trim(), at };
  }
  return over || /^(?:in\s+)?[-−]?\d/.test(words)
    ? { refusal: { reason: 'no-time-to-come', command: 'update', text: words.slice(0, 100), ...(over && { over }) } }
    : { text, at: null };
}
