// `/draft`: the handbook's messages; with a name, one of them made from the record.
import { textHash } from '../core/draft-text.ts';
import { ask } from './ask.ts';
import { accept, type Command, refuse } from './command.ts';
import { cut } from './cut.ts';
import { meant, named } from './named.ts';
import { lacksRight } from './rights.ts';

export const draft: Command = {
  name: 'draft',
  aliases: [],
  usage: '/draft [message] [your own words]',
  does: 'Drafts a message of the handbook from the record; alone it lists them, with what is due when.',
  who: 'responder',
  examples: ['/draft', '/draft first-notice', '/draft first-notice We are looking into it'],
  free: true,
  rightInText: true,
  judge({ text }, room) {
    if (text.trim() === '') return ask('draft', '', room);
    const lacking = lacksRight(draft, room);
    if (lacking) return refuse(lacking);
    const { messages } = room.handbook;
    const { message, own } = nameIn(text.trim(), (word) => named(messages, word));
    if (!message) {
      const word = /^\S+/.exec(text.trim())?.[0] ?? '';
      const near = nameIn(text.trim(), (words) => meant(messages, words) ?? undefined).message ?? null;
      return refuse({
        reason: 'unknown-message',
        word: cut(word, 60),
        meant: near,
        messages: messages.map(({ id }) => id),
      });
    }
    const composed = room.compose(message, own);
    const fact = {
      kind: 'drafted',
      draft: room.nextDraft,
      template: message.id,
      audience: message.audience,
      digest: textHash(composed.text),
    } as const;
    return accept({ fact, composed });
  },
};

/** Names may be of several words: the longest beginning of the first line that is one, and what stands behind it. */
function nameIn<T>(
  text: string,
  find: (words: string) => T | undefined,
): { readonly message?: T; readonly own: string } {
  const line = text.slice(0, 300).split('\n', 1)[0] ?? '';
  const ends = [...line.matchAll(/\S+/g)].slice(0, 8).map((word) => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const message = find(line.slice(0, end).replace(/[,;:–—]+$/, ''));
    if (message !== undefined)
      return {
        message,
        own: text
          .slice(end)
          .replace(/^\s*[,;:–—]+(?=\s)/, '')
          .trim(),
      };
  }
  return { own: text };
}
