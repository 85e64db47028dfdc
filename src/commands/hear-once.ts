// What of a look was not heard yet: by source, and after a transfer by author and time, as GitHub gives new ids then.

import { baseOf, bySaid, type Entry } from '../core/entry.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Utterance } from '../thread/utterance.ts';

/** The utterances without an entry, in order. A refused text that an edit mended is heard again under the edit's own name. */
export function unheard(
  utterances: readonly Utterance[],
  past: readonly Entry[],
  snapshot: Snapshot,
): readonly Utterance[] {
  const heard = new Set(past.map((entry) => baseOf(entry.source)));
  const moved = beforeTransfer(past, snapshot);
  const open = utterances.flatMap((utterance) => {
    if (moved(utterance)) return [];
    if (!heard.has(utterance.source)) return [utterance];
    const mended = mending(utterance, past);
    return mended && !heard.has(mended.source) ? [mended] : [];
  });
  return open
    .map((utterance) => ({ utterance, place: placeOf(utterance) }))
    .sort((one, other) => bySaid(one.place, other.place))
    .map(({ utterance }) => utterance);
}

/** An utterance's place among entries; the same order holds for both, or one would be judged against what came after it. */
export function placeOf({ source, at: saidAt, order }: Utterance): Entry {
  return { source, by: null, saidAt, order };
}

function mending(utterance: Utterance, past: readonly Entry[]): Utterance | null {
  if (utterance.kind !== 'command' || !utterance.mended) return null;
  const isRefused = past.findLast(({ source }) => source === utterance.source)?.refusal !== undefined;
  return isRefused ? { ...utterance, ...utterance.mended } : null;
}

/** Whether something said before a transfer was heard in the old place: same kind, author, time and (for words) text. */
function beforeTransfer(past: readonly Entry[], { thread }: Snapshot): (utterance: Utterance) => boolean {
  const transfer = thread.findLast((item) => item.kind === 'transferred');
  if (!transfer) return () => false;
  const heard = new Set(past.map((entry) => likeness(entry.source, entry.by?.id, entry.saidAt)));
  return ({ source, by, at }) => at <= transfer.at && heard.has(likeness(source, by?.id, at));
}

/** `comment:<number>:<hash of the words>` keeps its hash, `edit:<hash>:<item>` its item; the other ids say nothing any more. */
function likeness(source: string, by: string | undefined, at: string): string {
  const [kind, , words = ''] = baseOf(source).split(':');
  return [kind, words, by ?? '', at].join('|');
}
