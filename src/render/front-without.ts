// A line of a post-mortem's front matter without the words that were taken out: what machines read stays what they can read.
import { takenOut } from '../core/taken-out.ts';

/** How words are found in a text, and what is left of it. */
export interface TakingOut {
  readonly tells: (text: string) => boolean;
  /** Without the words as they were said; spelled otherwise they may still be there. */
  readonly shortened: (text: string) => string;
}

/**
 * Keys are ours, or the team's: words go from values only. Of a value that is JSON, as we write them, as little as can be; of any other
 * all of it.
 */
export function frontWithout(line: string, { tells, shortened }: TakingOut): string {
  const [, key = '', value = ''] = /^(\s*(?:- )*(?:[\w-]+:(?= |$) ?)?)(.*)$/.exec(line) ?? [];
  if (!tells(value)) return line;
  const left = within(value, shortened);
  return `${key}${left === null || tells(left) ? JSON.stringify(takenOut) : left}`;
}

/** JSON with each of its texts shortened; null: it is none. */
function within(value: string, shortened: (text: string) => string): string | null {
  try {
    return JSON.stringify(JSON.parse(value, (_, inner) => (typeof inner === 'string' ? shortened(inner) : inner)));
  } catch {
    return null;
  }
}
