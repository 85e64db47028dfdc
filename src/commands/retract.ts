// `/retract`: a draft is dropped; of what was published the thread is told that it no longer stands.
import { accept, type Command, refuse } from './command.ts';
import { cut } from './cut.ts';
import { draftNamed, over } from './draft-named.ts';

export const retract: Command = {
  name: 'retract',
  aliases: ['withdraw'],
  usage: '/retract draft <number> [because …]',
  does: 'Drops a draft, or says in the thread that what was published no longer stands.',
  who: 'responder',
  examples: ['/retract draft 1', '/retract draft 1 because the numbers were wrong'],
  free: false,
  judge({ text }, room) {
    const found = draftNamed(text, 'retract', room);
    if ('refusal' in found) return found;
    const { draft, rest } = found;
    const published = draft.published !== null;
    const ended = over(draft);
    if (ended && !(published && draft.retracted === null)) return refuse(ended);
    const because = cut(rest.replace(/^\s*[,:;]?\s*(?:because\b:?)?/i, ''));
    return accept({ kind: 'retracted', draft: draft.number, published, ...(because && { because }) });
  },
};
