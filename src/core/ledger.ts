// The ledger: judged entries as hidden, signed text in a comment of ours. What is written here is read here.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { maskCredentials, maskWithin } from './credential.ts';
import type { Entry } from './entry.ts';
import { isEntry } from './is-entry.ts';
import { knownByText } from './known-by-text.ts';
import { isSigned, type Seal } from './seal.ts';

/** One hidden block: the card's, or that of a continuation comment ("record 1 of 3"). */
export interface Ledger {
  /** Which block: `card`, or `record:1`, `record:2`… */
  readonly block: string;
  /** Rises with every change of the block, so that an older copy is known as one. */
  readonly revision: number;
  /** How many continuation blocks belong to the card, so that a missing one is noticed; 0 in those blocks themselves. */
  readonly records: number;
  /** The card was pinned; card only. */
  readonly pinned: boolean;
  /** In the order they were heard. */
  readonly entries: readonly Entry[];
}

const version = 1;
/** A block longer than this moves its older entries to a continuation comment (decision 16). */
export const longestBlock = 36_000;
const inflatedLimit = 4_000_000;
const block =
  /<!-- sitrep-ledger v(\d+) (card|record:\d+) of ([\w=-]+) r(\d+) n(\d+) p([01]) ([0-9a-f]{32})\n([A-Za-z0-9+/=\n]*)\n-->/;

/**
 * The ledger as a hidden HTML comment, bound to the issue by its node id.
 * Base64 holds no `--`, so nothing in it can end the comment early.
 */
export function encodeLedger(ledger: Ledger, issueId: string, seal: Seal): string {
  const text = encoded(ledger.entries);
  const proof = seal.sign(bound(ledger, issueId, text));
  return `<!-- sitrep-ledger v${version} ${ledger.block} of ${issueId} r${ledger.revision} n${ledger.records} p${ledger.pinned ? 1 : 0} ${proof}\n${text}\n-->`;
}

/**
 * The ledger in a comment's body, or null when there is none that can be believed: damaged, copied, or not ours. Never throws.
 * @param issueId null: of whatever issue it says, for an issue that was moved here and got another id on the way.
 * @param seal null: its proof is not asked for. Only for who reads without our key, and never to act upon.
 */
export function decodeLedger(body: string, issueId: string | null, seal: Seal | null): Ledger | null {
  const [, writtenBy, name, of, revision, records, pinned, proof, text] =
    block.exec(body.replaceAll('\r\n', '\n')) ?? [];
  if (Number(writtenBy) !== version || !name || !of || proof === undefined || text === undefined) return null;
  if (issueId !== null && of !== issueId) return null;
  const header = { block: name, revision: Number(revision), records: Number(records), pinned: pinned === '1' };
  if (seal && !isSigned(seal, bound(header, of, text), proof)) return null;
  const entries = inflate(text);
  return entries && { ...header, entries };
}

/** Whether a body holds what looks like the ledger of a card, whoever wrote it and whatever it is of. */
export function holdsCardLedger(body: string): boolean {
  return block.exec(body.replaceAll('\r\n', '\n'))?.[2] === 'card';
}

/** How long the hidden text of these entries is, in characters. */
export function encodedLength(entries: readonly Entry[]): number {
  return encoded(entries).length;
}

/** Entries as hidden text: the one they were read from, or were made into before, where they are the very same. */
function encoded(entries: readonly Entry[]): string {
  const last = entries.at(-1);
  const known = last && encodings.get(last);
  if (
    known &&
    known.entries.length === entries.length &&
    known.entries.every((entry, place) => entry === entries[place])
  )
    return known.text;
  const text = deflateRawSync(JSON.stringify(entries)).toString('base64');
  if (last) encodings.set(last, { entries, text });
  return text;
}

/** Lists with their text, by the last of their entries: a plan asks several times for the same one, and most change nothing. */
const encodings = new WeakMap<Entry, { readonly entries: readonly Entry[]; readonly text: string }>();

function bound(header: Omit<Ledger, 'entries'>, issueId: string, text: string): string {
  return [version, issueId, header.block, header.revision, header.records, header.pinned, text].join('|');
}

const inflate = knownByText((text): readonly Entry[] | null => {
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: inflatedLimit }).toString('utf8');
    const entries: unknown = JSON.parse(json);
    if (!Array.isArray(entries) || !entries.every(isEntry)) return null;
    // What an older version of ours kept as it was said goes with the next writing.
    if (maskCredentials(json).found.length > 0) return maskWithin(entries as Entry[]).value;
    const last = (entries as Entry[]).at(-1);
    if (last) encodings.set(last, { entries, text });
    return entries as Entry[];
  } catch {
    return null;
  }
});
