// The draft that `/approve`, `/publish` and `/retract` speak of, and its text.
import { type Draft, isOpenDraft } from '../core/draft.ts';
import type { DraftText } from '../core/draft-text.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Room } from './command.ts';

/** What is said behind the word: `draft 3`, `#3`, `3 because …`. */
export type NamedDraft = { readonly draft: Draft; readonly rest: string } | { readonly refusal: Refusal };

/** A draft by its number; refused where none is named and where there is none of that number. */
export function draftNamed(text: string, command: string, { incident }: Room): NamedDraft {
  const said = /^(?:draft\b\s*)?#?(\d{1,9})(?!\d)([\s\S]*)$/i.exec(text.trim());
  if (!said) return { refusal: { reason: 'missing', command, what: 'draft', usage: `/${command} draft 1` } };
  const number = Number(said[1]);
  const draft = incident?.drafts.find((one) => one.number === number);
  if (draft) return { draft, rest: said[2] ?? '' };
  const open = (incident?.drafts ?? []).filter(isOpenDraft).map((one) => one.number);
  return { refusal: { reason: 'unknown-draft', number: String(number), open } };
}

/** The refusal of a draft that was published or retracted already; null: it is open. */
export function over({ number, published, retracted }: Draft): Refusal | null {
  if (retracted) return { reason: 'draft-over', draft: number, how: 'retracted', at: retracted.at };
  return published && { reason: 'draft-over', draft: number, how: 'published', at: published.at };
}

/** A text with who wrote it so, or the refusal of a draft whose comment or text somebody took away. */
export type StandingText = (DraftText & { readonly text: string }) | { readonly refusal: Refusal };

/** The text of a draft as it stands. `until`: see {@link Room.draftText}. */
export function standingText({ number, message }: Draft, until: 'before' | 'with', room: Room): StandingText {
  const stands = room.draftText(number, until);
  if (stands !== null && stands.text !== null) return { ...stands, text: stands.text };
  const what = stands === null ? 'comment' : 'text';
  return { refusal: { reason: 'draft-gone', draft: number, message, what } };
}
