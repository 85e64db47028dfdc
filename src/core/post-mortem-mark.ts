// How the post-mortem's commit and pull request are known again: by sealed marks, for anybody who may push can write an author and a line.
import { isSigned, type Seal } from './seal.ts';

/** The incident's issue: its node id, and the number that people read. */
interface Marked {
  readonly id: string;
  readonly number: number;
}

/** The last line of our commit's message. */
export function postMortemTrailer(issue: Marked, seal: Seal): string {
  return `Sitrep-Post-Mortem: ${issue.number} ${seal.sign(committed(issue))}`;
}

/** Whether a commit's message ends with the line that we wrote for this issue. */
export function isOurCommit(message: string, issue: Marked, seal: Seal): boolean {
  const last = message.trimEnd().split('\n').at(-1) ?? '';
  const [, number, proof] = /^Sitrep-Post-Mortem: (\d{1,9}) ([0-9a-f]{32})$/.exec(last) ?? [];
  return Number(number) === issue.number && proof !== undefined && isSigned(seal, committed(issue), proof);
}

const pattern = /<!-- sitrep-post-mortem ([\w=-]+) ([0-9a-f]{32}) -->\s*$/;

/** A pull request's words with the mark behind them. */
export function markPull(body: string, issue: Pick<Marked, 'id'>, seal: Seal): string {
  return `${body.trimEnd()}\n\n<!-- sitrep-post-mortem ${issue.id} ${seal.sign(proposed(issue.id))} -->`;
}

/**
 * The node id of the incident whose post-mortem a pull request is, by the words as first written; null: it is none of ours.
 * @param seal null: the proof is not asked for. Only for who reads without our key, and never to act upon
 */
export function postMortemOf(body: string, seal: Seal | null): string | null {
  const [, id, proof] = pattern.exec(body) ?? [];
  if (id === undefined || proof === undefined) return null;
  return seal === null || isSigned(seal, proposed(id), proof) ? id : null;
}

function committed({ id }: Pick<Marked, 'id'>): string {
  return `post-mortem commit of ${id}`;
}

function proposed(id: string): string {
  return `post-mortem pull request of ${id}`;
}
