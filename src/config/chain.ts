// The files that a handbook is made of: itself, and what it builds on.
import { keepNewest } from '../core/keep-newest.ts';
import type { Problem } from '../core/snapshot.ts';
import { readSource, type SourceFile } from './document.ts';
import { checked } from './explain.ts';
import { located } from './located.ts';
import { didYouMean } from './nearest.ts';
import type { Step } from './place.ts';
import { handbookFileSchema } from './schema.ts';
import { shown } from './shown.ts';
import { path as pathSchema } from './value.ts';

/** Where handbooks are found. */
export interface Shelf {
  /** Files below `.github/sitrep/`, by their path in the repository. */
  readonly files: Readonly<Record<string, string>>;
  /** Our own handbooks, by id. */
  readonly shipped: Readonly<Record<string, string>>;
}

/** Folder of a repository's own handbooks and templates. */
export const folder = '.github/sitrep/';
const longestChain = 8;

/** Who names a handbook, and at which key: problems of the name are told there. */
export interface Asker {
  readonly source: SourceFile;
  readonly path: readonly Step[];
}

interface Chain {
  /** The one that builds on nothing first; empty when there are problems. */
  readonly sources: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/**
 * The files that a handbook is made of.
 * @param name an id of ours, or a path below `.github/sitrep/`
 * @param asker null: ourselves
 * @param above files that build on this one
 * Problems: unknown names, paths that leave the folder, files that cannot be read, circles.
 */
export function chainOf(name: string, shelf: Shelf, asker: Asker | null, above: readonly string[] = []): Chain {
  const refused = (what: string, suggestion: string): Chain => ({
    sources: [],
    problems: asker ? [located([asker.source], { path: asker.path, of: 'value', what, suggestion })] : [],
  });
  const found = find(name, shelf);
  if ('what' in found) return refused(found.what, found.suggestion);
  if (above.includes(found.file)) return refused(`\`${shown(name)}\` builds on itself.`, 'Take this `extends` away.');
  if (above.length >= longestChain) {
    return refused(`More than ${longestChain} handbooks build on each other.`, 'Take this `extends` away.');
  }
  const { source, problems } = read(found);
  if (!source) return { sources: [], problems };
  const base = source.value.extends;
  if (typeof base !== 'string') return { sources: [source], problems: [] };
  const below = chainOf(base, shelf, { source, path: ['extends'] }, [...above, found.file]);
  return { sources: below.problems.length > 0 ? [] : [...below.sources, source], problems: below.problems };
}

interface Found {
  readonly file: string;
  readonly text: string;
  readonly ours: boolean;
}
type Read = ReturnType<typeof readSource>;

/** Our own handbooks by their text: they are what most others build on, and never change while we run. */
const kept = new Map<string, Read>();
const mostKept = 20;

function read(found: Found): Read {
  if (!found.ours) return readHandbook(found);
  const known = kept.get(found.text) ?? readHandbook(found);
  keepNewest(kept, found.text, known, mostKept);
  return known;
}

function readHandbook({ file, text, ours }: Found): Read {
  const { source, problems } = readSource(file, text, ours);
  if (!source) return { source, problems };
  const { findings } = checked(handbookFileSchema, source.value);
  return { source: findings.length > 0 ? null : source, problems: findings.map((one) => located([source], one)) };
}

function find(name: string, { files, shipped }: Shelf): Found | { what: string; suggestion: string } {
  if (!/[/.\\]/.test(name)) {
    const text = own(shipped, name);
    if (text !== undefined) return { file: `handbooks/${name}.yml`, text, ours: true };
    return {
      what: `There is no handbook \`${shown(name)}\`.`,
      suggestion: didYouMean(name, [...Object.keys(shipped), ...below(files)]),
    };
  }
  const wrong = pathProblem(name);
  if (wrong) return wrong;
  const text = own(files, folder + name);
  if (text !== undefined) return { file: folder + name, text, ours: false };
  return {
    what: `There is no file \`${folder}${shown(name)}\`.`,
    suggestion: didYouMean(name, [...below(files), ...Object.keys(shipped)]),
  };
}

/** Why a path may not be used, or null. */
export function pathProblem(name: string): { what: string; suggestion: string } | null {
  if (pathSchema.safeParse(name).success) return null;
  return {
    what: `\`${shown(name)}\` is not a path below \`${folder}\`.`,
    suggestion: `Write it relative to \`${folder}\`, without \`..\`.`,
  };
}

/** The value of an own key; inherited names such as `constructor` are none. */
export function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The YAML files of the folder, as a config names them. */
function below(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files)
    .filter((file) => file.startsWith(folder) && /\.ya?ml$/.test(file))
    .map((file) => file.slice(folder.length));
}
