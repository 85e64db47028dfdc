// A repository's own post-mortem pages are tried before they are needed: one that cannot be filled in is a problem, and ours stands in.
import { defaultHandbook, type Resolved } from './config/parse.ts';
import type { Handbook } from './core/handbook.ts';
import type { Problem } from './core/snapshot.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { configFolder } from './github/config-files.ts';
import { pageFault } from './render/page-fault.ts';

/** What the files make, with our page in the place of each of the repository's that cannot be filled in, and a problem for it. */
export function withSoundPages(resolved: Resolved, { files }: Pick<ConfigFiles, 'files'>): Resolved {
  const { handbook } = resolved;
  const faults = new Map<string, Problem>();
  for (const name of pagesOf(handbook)) {
    const file = `${configFolder}/${name}`;
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    const fault = text === undefined ? null : pageFault(text, handbook);
    if (fault) faults.set(name, problemOf(file, fault));
  }
  if (faults.size === 0) return resolved;
  const sound = (name: string): string => (faults.has(name) ? defaultHandbook : name);
  return {
    ...resolved,
    handbook: withPages(handbook, sound),
    problems: [...resolved.problems, ...faults.values()],
  };
}

/** The handbook with another page in the place of each, whatever names it: a severity, a type, or nothing of its own. */
export function withPages(handbook: Handbook, other: (name: string) => string): Handbook {
  const { postMortem, types } = handbook;
  const templates = Object.entries(postMortem.templates).map(([id, name]) => [id, other(name)]);
  return {
    ...handbook,
    types: types.map((type) => ({ ...type, template: type.template === null ? null : other(type.template) })),
    postMortem: { ...postMortem, template: other(postMortem.template), templates: Object.fromEntries(templates) },
  };
}

function pagesOf({ postMortem, types }: Handbook): ReadonlySet<string> {
  const own = types.flatMap(({ template }) => template ?? []);
  return new Set([postMortem.template, ...Object.values(postMortem.templates), ...own]);
}

function problemOf(file: string, { line, column, what }: Omit<Problem, 'file' | 'suggestion'>): Problem {
  const suggestion = 'Ours stands in until it is mended; begin with a copy of one of ours.';
  return { file, line, column, what: `This page cannot be filled in: ${what}.`, suggestion };
}
