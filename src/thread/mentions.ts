// Cheap questions about a comment, asked before anything is parsed: their answers are supersets of what is really said.
import { linesOf } from './lines.ts';

/** Whether any line begins with `/`: only then can the comment hold a command. */
export function mayHoldCommand(body: string): boolean {
  return body.includes('/') && linesOf(body).some(beginsWithSlash);
}

/** The logins (lower case, without `@`, each once) that stand on lines which begin with `/`. */
export function loginsOnCommandLines(body: string): string[] {
  const logins = linesOf(body)
    .filter(beginsWithSlash)
    .flatMap((line) => [...line.matchAll(/(?<![\w/-])@([a-z\d](?:[a-z\d_-]{0,99}))/gi)])
    .map((found) => found[1]!.toLowerCase());
  return [...new Set(logins)];
}

function beginsWithSlash(line: string): boolean {
  return /^[ \t]*\//.test(line);
}
