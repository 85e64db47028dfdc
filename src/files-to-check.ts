// What a named file is, a config or a handbook, and the files beside it, as the App would find them in a repository.
import { existsSync, globSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { readSource } from './config/document.ts';
import { nearest } from './config/nearest.ts';
import { ownHandbook } from './config/parse.ts';
import { configSchema, handbookFileSchema } from './config/schema.ts';
import { serviceFiles } from './core/service.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { catalogPath, configPath } from './github/config-files.ts';
import { rosterFile } from './oncall/rota.ts';

export interface FilesToCheck {
  readonly kind: 'config' | 'handbook';
  /** As a repository would show them: paths from its root. */
  readonly files: ConfigFiles;
  /** Where the files really are that hold beside a config, and without one: whole paths. */
  readonly besides: readonly string[];
  /** Where a file of `files` really is; the named one for what is ours alone. */
  place(path: string): string;
}

const ownFolder = configPath.replace(/\.yml$/, '');

/**
 * Reads what belongs to a file. A file below `.github/sitrep/` or `handbooks/` is a handbook, `sitrep.yml` a config (with it
 * services and who is on call), any other one what its keys say.
 * @param file its whole path
 * @returns null: most of its keys are none of ours
 * @throws as reading does
 */
export function filesToCheck(file: string): FilesToCheck | null {
  const text = readFileSync(file, 'utf8');
  const folder = handbookFolder(file);
  if (folder !== null && besides.includes(relative(folder, file))) return withConfig(`${folder}.yml`);
  const kind = folder ? 'handbook' : basename(file) === basename(configPath) ? 'config' : kindByKeys(text);
  if (!kind) return null;
  return kind === 'config' ? asConfig(file, text) : asHandbook(file, folder ?? dirname(file));
}

/** Services and who is on call are read with the config beside which they stand. */
const besides = [serviceFiles.own, rosterFile].map((path) => path.slice(ownFolder.length + 1));

function withConfig(file: string): FilesToCheck {
  return asConfig(file, existsSync(file) ? readFileSync(file, 'utf8') : null);
}

/** A config and the folder `sitrep/` beside it. @param text null: there is no config, and the default holds */
export function asConfig(file: string, text: string | null): FilesToCheck {
  const folder = join(dirname(file), basename(ownFolder));
  const files = { ...unversioned, text, files: filesOf(folder, ['**/*']), catalog: catalogFor(file) };
  const place = (path: string): string => {
    if (path === catalogPath) return catalogOf(file);
    return path.startsWith(`${ownFolder}/`) ? join(folder, path.slice(ownFolder.length + 1)) : file;
  };
  const read = [`${ownFolder}/${ownHandbook}`, serviceFiles.own, rosterFile].filter((path) => path in files.files);
  return {
    kind: 'config',
    files,
    besides: [...read, ...(files.catalog === null ? [] : [catalogPath])].map(place),
    place,
  };
}

/** What stands on a disk has no oids. */
const unversioned = { oid: null, folderOid: null, catalogOid: null } as const;

/** The service catalog at the root of the repository whose config it is; null where there is none. */
function catalogFor(config: string): string | null {
  if (basename(dirname(config)) !== dirname(configPath)) return null;
  const file = catalogOf(config);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function catalogOf(config: string): string {
  return join(dirname(config), '..', catalogPath);
}

/** A handbook and those it may build on, under a config that says nothing but its name. */
function asHandbook(file: string, folder: string): FilesToCheck {
  const patterns = basename(folder) === basename(ownFolder) ? ['**/*'] : ['*.{yml,yaml}', 'templates/**/*'];
  const text = `handbook: ${JSON.stringify(relative(folder, file).replaceAll('\\', '/'))}\n`;
  return {
    kind: 'handbook',
    files: { ...unversioned, text, files: filesOf(folder, patterns), catalog: null },
    besides: [],
    place: (path) => (path.startsWith(`${ownFolder}/`) ? join(folder, path.slice(ownFolder.length + 1)) : file),
  };
}

/** The folder that a handbook's `extends` is read from, by its place; null: its place does not make it a handbook. */
function handbookFolder(file: string): string | null {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === basename(ownFolder) && basename(dirname(folder)) === dirname(configPath)) return folder;
  }
  return basename(dirname(file)) === 'handbooks' ? dirname(file) : null;
}

/** What cannot be read as a map is taken for a config: why not is said either way. */
function kindByKeys(text: string): 'config' | 'handbook' | null {
  const { source } = readSource('', text);
  const keys = Object.keys(source?.value ?? {});
  const isConfigKey = (key: string) => Object.hasOwn(configSchema.shape, key);
  const isHandbookKey = (key: string) => Object.hasOwn(handbookFileSchema.shape, key);
  // A key that is nearly ours is probably meant to be: what is wrong with it is said where it is read.
  const known = [...Object.keys(configSchema.shape), ...Object.keys(handbookFileSchema.shape)];
  const isNearlyOurs = (key: string) => key.length > 4 && nearest(key, known) !== null;
  if (keys.filter((key) => known.includes(key) || isNearlyOurs(key)).length * 2 < keys.length) return null;
  if (keys.some((key) => isConfigKey(key) && !isHandbookKey(key))) return 'config';
  return keys.some((key) => isHandbookKey(key) && !isConfigKey(key)) ? 'handbook' : 'config';
}

function filesOf(folder: string, patterns: readonly string[]): Readonly<Record<string, string>> {
  const paths = globSync([...patterns], { cwd: folder }).filter((path) => lstatSync(join(folder, path)).isFile());
  return Object.fromEntries(
    paths.map(
      (path) => [`${ownFolder}/${path.replaceAll('\\', '/')}`, readFileSync(join(folder, path), 'utf8')] as const,
    ),
  );
}
