// `sitrep check [FILE]`: a config with its handbook, or a handbook by itself, as the App will read them.
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { defaultHandbook } from './config/parse.ts';
import { readRoster } from './config/roster.ts';
import { isBeside } from './core/beside-files.ts';
import type { Handbook } from './core/handbook.ts';
import type { Problem } from './core/snapshot.ts';
import { asConfig, type FilesToCheck, filesToCheck } from './files-to-check.ts';
import type { Services } from './footing.ts';
import { configPath } from './github/config-files.ts';
import { loginsIn, type Outlook, onCallAhead } from './on-call-outlook.ts';
import { rosterFile } from './oncall/rota.ts';
import { plain } from './plain.ts';
import { ladderWarnings } from './setup/ladder-warnings.ts';
import { withoutServer } from './without-server.ts';

/** What to print line by line; or one sentence why nothing could be checked. */
export type Checked = { readonly sound: boolean; readonly lines: readonly string[] } | { readonly refused: string };

/**
 * Checks a file. Problems name its line and column, and the file as it was typed.
 * @param named as it was typed; undefined: `.github/sitrep.yml`, which need not be there
 * @param folder what `named` is relative to
 * @param outlook what is known beside the files, for who is on call in the next thirty days; null: that is not looked at
 */
export function check(
  named: string | undefined,
  folder: string,
  services: Pick<Services, 'resolve'>,
  outlook: Outlook | null = null,
): Checked {
  const typed = named ?? configPath;
  const file = resolve(folder, typed);
  const isWithout = named === undefined && !existsSync(file);
  const read = isWithout ? asConfig(file, null) : readable(file, plain(typed, 1000));
  if (typeof read === 'string') return { refused: read };
  const { handbook, problems: faults, doubts } = services.resolve(read.files);
  const ahead = outlook ? onCallAhead(read.files, handbook, outlook) : { problems: [], warnings: [] };
  const problems = [...faults, ...doubts, ...ahead.problems];
  const placed = problems.map((problem) => ({ ...problem, file: read.place(problem.file) }));
  const shown = (at: string) => (at === file ? typed : isAbsolute(typed) ? at : relative(folder, at));
  const found = new Map(placed.map((one) => [lineOf(one, shown(one.file)), shown(one.file)]));
  const { text } = read.files;
  // A handbook by itself is nobody's yet: who could be called stands beside a config. Of a broken config another handbook holds.
  const isKnown = read.kind === 'config' && faults.every(isBeside);
  const ladder = isKnown ? ladderWarnings(handbook, text) : [];
  const warnings = [...ahead.warnings, ...withoutServer(handbook, text), ...ladder];
  const warned = warnings.map((one) => lineOf({ ...one, what: `Warning: ${one.what}` }, shown(read.place(one.file))));
  if (isWithout && problems.length === 0)
    return { sound: true, lines: [...warned, withoutConfig(handbook, read.besides.map(shown))] };
  const kind = read.kind === 'config' ? 'a config' : 'a handbook';
  if (found.size === 0) {
    const about = read.kind === 'config' ? `${kind}; its handbook is ${handbook.id}` : `${kind}: ${handbook.id}`;
    return { sound: true, lines: [...warned, plain(`${typed} is sound. Checked as ${about}.`, 1000)] };
  }
  const isHere = [...found.values()].every((at) => at === typed);
  const about = isWithout
    ? `${read.besides.map(shown).join(', ')}; there is no ${configPath} here`
    : `${isHere ? '' : `${typed} `}as ${kind}`;
  return { sound: false, lines: [...found.keys(), ...warned, plain(`${countsOf(found)}. Checked ${about}.`, 1000)] };
}

/** The logins that the on-call file beside a file names; null: there is none. Parameters as {@link check} */
export function peopleToCheck(
  named: string | undefined,
  folder: string,
  services: Pick<Services, 'resolve'>,
): readonly string[] | null {
  const file = resolve(folder, named ?? configPath);
  const read = existsSync(file) ? readable(file, '') : asConfig(file, null);
  if (typeof read === 'string' || !(rosterFile in read.files.files)) return null;
  return loginsIn(readRoster(read.files.files, services.resolve(read.files).handbook));
}

/** How many are in which file. @param found the file of each */
function countsOf(found: ReadonlyMap<string, string>): string {
  const files = [...Map.groupBy(found.values(), (file) => file)];
  return files.map(([file, all]) => `${file}: ${all.length} problem${all.length === 1 ? '' : 's'}`).join(', ');
}

/** @param files that were read all the same */
function withoutConfig({ id, name }: Handbook, files: readonly string[]): string {
  const holds =
    id === defaultHandbook ? `the default handbook ${id} holds` : `the one in this repository holds: ${name}`;
  const checked = files.length === 0 ? '' : ` Checked ${files.join(', ')}.`;
  return plain(`There is no ${configPath} here: ${holds}.${checked}`, 1000);
}

function lineOf({ line, column, what, suggestion }: Problem, file: string): string {
  return plain(`${file}:${line}:${column}: ${what}${suggestion ? ` ${suggestion}` : ''}`, 1000);
}

/** The file and what belongs to it, or one sentence why it cannot be checked. */
function readable(file: string, typed: string): FilesToCheck | string {
  try {
    const status = statSync(file);
    if (status.isDirectory()) return `${typed} is a folder. Name a file: a config (${configPath}) or a handbook.`;
    if (!status.isFile() || !/\.ya?ml$/i.test(file))
      return `${typed} is no YAML file. Name one that ends in .yml: a config (${configPath}) or a handbook.`;
    return filesToCheck(file) ?? `${typed} is neither a config nor a handbook: most of its keys are none of ours.`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return `There is no file ${typed}. Name a config (${configPath}) or a handbook.`;
    return `${typed} cannot be read (${code}). Let this account read it and the files beside it.`;
  }
}
