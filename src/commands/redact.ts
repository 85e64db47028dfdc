// `/redact`: what a comment or the report said is taken out of everything that we wrote.
import { commentOf } from '../core/entry.ts';
import { keyOf } from '../core/marker.ts';
import { accept, type Command, type Room, refuse } from './command.ts';
import { commentNumber } from './comment-named.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';

export const redact: Command = {
  name: 'redact',
  aliases: [],
  usage: '/redact <link> because …',
  does: 'Takes what a comment (or the report) said out of the card, the record, our comments and the open post-mortem.',
  who: 'responder',
  examples: ['/redact https://github.com/acme/shop/issues/7#issuecomment-123 because it held a password'],
  free: false,
  judge(said, room) {
    const { words, because } = clauses(said.text);
    const [link] = words;
    if (link === undefined) return refuse({ reason: 'missing', command: 'redact', what: 'url', usage: redact.usage });
    const number = commentNumber(link);
    const isReport = number === null && link.replace(/^<|[>/]+$/g, '').replace(/#issue-?\d*$/, '') === room.issue.url;
    if (!isReport && (number === null || !isHere(number, room)))
      return refuse({ reason: 'redact-what', text: cut(link, 100) });
    if (!because) return refuse({ reason: 'missing', command: 'redact', what: 'because', usage: redact.usage });
    const ours = number === null ? undefined : room.comment(number);
    if (!ours?.mine) return accept({ kind: 'redacted', comment: number, because: cut(because) });
    const draft = /^(?:draft|published):(\d{1,9})$/.exec(keyOf(ours.body) ?? '')?.[1];
    if (draft === undefined) return refuse({ reason: 'redact-ours' });
    return accept({ kind: 'redacted', comment: number, ofDraft: Number(draft), because: cut(because) });
  },
};

/** It stands in this thread, or it did when it was heard. */
function isHere(number: string, room: Room): boolean {
  return room.comment(number) !== null || room.entries.some((entry) => commentOf(entry) === number);
}
