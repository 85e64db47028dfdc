// The situation on top of the card, in people's words: `/impact`, `/workaround`, `/eta`, `/summary`, `/solution`, `/bridge`, `/channel`,
// and what else a report tells: `/users`, `/functions`, `/symptoms`.

import type { Fact, SituationField } from '../core/timeline.ts';
import { formatTime } from '../time/time.ts';
import { accept, type Command, refuse } from './command.ts';
import { cut, longest, oneLine } from './cut.ts';
import { timeToCome } from './time-to-come.ts';

function told(field: SituationField, does: string, example: string): Command {
  return {
    name: field,
    aliases: [],
    usage: `/${field} text`,
    does,
    who: 'responder',
    examples: [`/${field} ${example}`],
    free: field !== 'eta',
    judge(said, room) {
      const text = said.text.trim();
      if (text === '') return refuse({ reason: 'missing', command: field, what: 'text', usage: `/${field} text` });
      // `in 30m` would be read again at every look: it is kept as the moment it meant.
      const words = text.replace(/^at\s+/i, '');
      const { at, over } = field === 'eta' ? timeToCome(words, said.at, room.handbook.zone) : { at: null };
      if (over) return refuse({ reason: 'no-time-to-come', command: field, text: words.slice(0, 100), over });
      const kept = at !== null ? formatTime(at, room.handbook.zone, said.at) : cut(text);
      return accept({ kind: 'situation', field, text: kept });
    },
  };
}

type Reported = Extract<Fact, { kind: 'reported' }>['field'];

/** What the report tells, said or corrected later. */
function reported(name: string, field: Reported, does: string, example: string): Command {
  const usage = `/${name} text`;
  return {
    name,
    aliases: name === field ? [] : [field],
    usage,
    does,
    who: 'responder',
    examples: [`/${name} ${example}`],
    free: true,
    judge({ text }) {
      if (text.trim() === '') return refuse({ reason: 'missing', command: name, what: 'text', usage });
      return accept({ kind: 'reported', field, text: cut(text.trim()) });
    },
  };
}

function linked(field: 'bridge' | 'channel', does: string, example: string): Command {
  const usage = `/${field} <url>`;
  return {
    name: field,
    aliases: [],
    usage,
    does,
    who: 'responder',
    examples: [`/${field} ${example}`],
    free: false,
    judge({ text }) {
      const word = oneLine(text).replace(/^<(.*)>$/, '$1');
      if (word === '') return refuse({ reason: 'missing', command: field, what: 'url', usage });
      return isHttps(word)
        ? accept({ kind: 'situation', field, text: word })
        : refuse({ reason: 'bad-url', command: field, text: cut(word, 100) });
    },
  };
}

/** A plain https address, short enough to be kept whole, without a password in it. */
function isHttps(word: string): boolean {
  if (word.length > longest || !/^https:\/\/[^\s<>"`\\]+$/i.test(word)) return false;
  const url = URL.parse(word);
  return url !== null && url.username === '' && url.password === '';
}

export const impact = told('impact', 'Says who is hurt and how.', 'Half of all payments fail');
export const workaround = told('workaround', 'Says what people can do meanwhile.', 'Pay by invoice');
export const eta = told('eta', 'Says when it should be over.', '15:20');
export const summary = told('summary', 'Says what is understood so far.', 'A lock on the orders table stops checkout');
export const solution = told('solution', 'Says what solved it.', 'The connection pool was doubled');
export const users = reported('users', 'users-affected', 'Says who is affected.', 'Everybody who pays by card');
export const functions = reported('functions', 'functions', 'Says which business functions are disrupted.', 'Billing');
export const symptoms = reported('symptoms', 'symptoms', 'Says what people see.', 'Checkout ends in an error page');
export const bridge = linked('bridge', 'Names the call to join.', 'https://meet.example.com/abc');
export const channel = linked('channel', 'Names the chat channel.', 'https://chat.example.com/incident-12');
