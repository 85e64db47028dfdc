// The teams that must be known to judge who may have a role: asked only where a line may be about such a role.
import { commandLines, type Look, maybeUnheard } from './speakers.ts';

/** What handbooks ask of who takes a role. */
export interface Prerequisites {
  /** Teams (`org/team`) of all roles that ask for one. */
  readonly teams: readonly string[];
  /** Words by which those roles are heard, in lower case. */
  readonly words: readonly string[];
}

/** A role is handed on without its name by who holds only that one. */
const nameless = /^\s*\/(?:sitrep\s+)?(?:handover|transfer)\b/i;

/** The teams to ask for: all of them where a command line that may be unheard has a word of such a role, else none. */
export function requiredTeams(
  look: Look,
  settled: ReadonlySet<string>,
  { teams, words }: Prerequisites,
): readonly string[] {
  if (teams.length === 0) return [];
  const lines = maybeUnheard(look, settled).flatMap((item) =>
    item.kind === 'comment' && !item.mine ? commandLines(item) : [],
  );
  const about = (line: string): boolean => {
    const plain = squeezed(line);
    return nameless.test(line) || words.some((word) => plain.includes(squeezed(word)));
  };
  return lines.some(about) ? teams : [];
}

/** As words are compared when they are heard: case, spaces and hyphens do not matter. */
function squeezed(text: string): string {
  return text.toLowerCase().replace(/[\s_.:–-]+/g, '');
}
