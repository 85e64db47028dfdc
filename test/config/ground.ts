// What the tests of this room stand on: our handbooks as shipped, and a repository's texts.
import { readFileSync } from 'node:fs';
import { commands } from '../../src/commands/catalogue.ts';
import { type Resolved, resolveHandbook } from '../../src/config/parse.ts';
import type { Problem } from '../../src/core/snapshot.ts';
import { postMortemNames, readShipped } from '../../src/shipped.ts';

/** Text of a file of this repository. */
export function ours(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

const brought = readShipped();
/** Texts of our handbooks by id. */
export const shipped = brought.handbooks;

/** What a repository with these files gets; names of files relative to `.github/sitrep/`. */
export function resolve(text: string | null, files: Readonly<Record<string, string>> = {}): Resolved {
  return resolveHandbook({
    config: { path: '.github/sitrep.yml', text },
    files: Object.fromEntries(Object.entries(files).map(([name, content]) => [`.github/sitrep/${name}`, content])),
    shipped,
    commands: commands.map(({ name }) => name),
    templates: postMortemNames(brought),
  });
}

/** A problem on one line, as an editor prints it. */
export function shown({ file, line, column, what, suggestion }: Problem): string {
  return `${file.replace('.github/', '')}:${line}:${column} ${what} ${suggestion}`.trim();
}
