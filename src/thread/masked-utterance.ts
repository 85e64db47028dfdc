// An utterance without the credentials that somebody pasted into it: only such words are judged and kept.
import { maskWithin, withoutCredentials } from '../core/credential.ts';
import type { Comment } from '../core/snapshot.ts';
import type { Utterance } from './utterance.ts';

/** An utterance that may be kept, and the names of what was masked in its own words (not in those of a comment it points at). */
export interface MaskedUtterance {
  readonly utterance: Utterance;
  readonly found: readonly string[];
}

/** Masks what people wrote in an utterance. Its source stays: it was made of the words as they stand in the thread. */
export function maskedUtterance(utterance: Utterance): MaskedUtterance {
  switch (utterance.kind) {
    case 'command': {
      const { value: line, found } = maskWithin(utterance.line);
      const { comment, above } = utterance;
      return { utterance: { ...utterance, line, comment: quiet(comment), above: above && quiet(above) }, found };
    }
    case 'rocket':
      return { utterance: { ...utterance, comment: quiet(utterance.comment) }, found: [] };
    default: {
      const { source, by, ...words } = utterance;
      const { value, found } = maskWithin(words);
      return { utterance: { ...value, source, by } as Utterance, found };
    }
  }
}

function quiet(comment: Comment): Comment {
  return { ...comment, body: withoutCredentials(comment.body) };
}
