// The text of a draft as it stands in its comment, where people fill it in: read back, and known again by its hash.
import { createHash } from 'node:crypto';
import { withoutCredentials } from './credential.ts';
import { ownComment } from './own-comment.ts';
import { type Person, same } from './person.ts';
import type { Comment, Snapshot } from './snapshot.ts';

/** A draft's text at some moment. */
export interface DraftText {
  /** Null: somebody took the code block away that held it. */
  readonly text: string | null;
  /** Who gave it this form; null: nobody changed it since it was drafted. */
  readonly by: Person | null;
  /** All who changed it up to then. */
  readonly editors: readonly Person[];
}

/** 32 hex digits that stand for a text: what is approved and published is bound to them. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/**
 * The text of a draft as it stood at a moment, from its comment's revisions.
 * @param at ISO UTC; whole seconds. @param until `before`: what was changed in the same second does not count, because who
 * spoke then may not have seen it.
 * @param composed the text as drafted, where the draft was heard in this very pass and its comment may not stand yet
 * @returns null when the comment is gone.
 */
export function draftTextAt(
  snapshot: Snapshot,
  number: number,
  moment: { readonly at: string; readonly until: 'before' | 'with' },
  composed: string | undefined,
): DraftText | null {
  const comment = ownComment(snapshot, `draft:${number}`);
  if (!comment) return composed === undefined ? null : { text: composed, by: null, editors: [] };
  const [first, ...edits] = versionsOf(comment);
  const stood = edits.filter(({ at }) => (moment.until === 'with' ? at <= moment.at : at < moment.at));
  // Of a text that was edited very often the look shows the newest versions only: then the first of them is somebody's.
  const began = first && !same(first.by, snapshot.viewer) ? first.by : null;
  let now: DraftText = { text: textIn(first?.body ?? comment.body), by: began, editors: began ? [began] : [] };
  for (const { by, body } of stood) {
    const text = textIn(body);
    if (text === now.text || same(by, snapshot.viewer)) continue;
    const others = now.editors.filter((editor) => !same(editor, by));
    now = { text, by, editors: by ? [...others, by] : others };
  }
  return now;
}

interface Version {
  readonly by: Person | null;
  readonly at: string;
  readonly body: string;
}

/** All versions of a comment, oldest first. A revision that somebody deleted has no text: then the body itself is the last one. */
function versionsOf({ by, at, body, editedAt, editor, revisions }: Comment): readonly Version[] {
  if (revisions.length === 0) return [{ by, at, body }];
  if (revisions.at(-1)?.body === body) return revisions;
  return [...revisions, { by: editor, at: editedAt ?? at, body }];
}

/**
 * The text in the first code block of a body: up to the last line that could close it, so that a fence somebody writes into the
 * text does not cut it off. Line ends become `\n`; spaces at the ends of lines do not count; credentials are masked. Null when there
 * is no such block.
 */
export function textIn(body: string): string | null {
  const lines = body.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  const begin = lines.findIndex((line) => /^`{3,}[a-z]*$/.test(line));
  const fence = /^`+/.exec(lines[begin] ?? '')?.[0] ?? '';
  const end = lines.findLastIndex((line) => /^`{3,}$/.test(line) && line.length >= fence.length);
  if (begin === -1 || end <= begin) return null;
  const text = lines.slice(begin + 1, end).join('\n');
  return withoutCredentials(text.trim());
}

/**
 * What still has to be done in a text before it can be published: the words of each `[fill in: …]` (closed or not), and
 * `left out`, and what is masked; at most twenty.
 */
export function gapsIn(text: string): readonly string[] {
  const found = text.matchAll(/\[(?:fill in(?::\s*([^[\]\n]{0,60}))?|(left out|masked [A-Za-z ]+)\b)/gi);
  return [...new Set([...found].map(([, what, left]) => left?.toLowerCase() ?? (what?.trim() || '…')))].slice(0, 20);
}
