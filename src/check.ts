// `sitrep check [FILE]`: the config and its handbook, as the App will read them.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from './core/snapshot.ts';
import type { Services } from './footing.ts';
import { type ConfigFiles, configPath } from './github/config-files.ts';
import { plain } from './plain.ts';

export interface Checked {
  readonly problems: readonly Problem[];
  /** What to print, line by line. */
  readonly lines: readonly string[];
}

/**
 * Checks a config and the files of the folder `sitrep/` beside it.
 * @param keyed whether there is a key for the ledger's seal in this environment
 */
export function check(file: string, services: Pick<Services, 'resolve'>, keyed: boolean): Checked {
  const { handbook, problems } = services.resolve(filesOf(file));
  const found = problems.map(({ file: at, line, column, what, suggestion }) => {
    const shown = at === configPath ? file : join(dirname(file), at.slice(dirname(configPath).length + 1));
    return plain(`${shown}:${line}:${column}: ${what}${suggestion ? ` ${suggestion}` : ''}`, 400);
  });
  const sound = existsSync(file) ? `${plain(file)} is sound` : `There is no ${plain(file)}: the default holds`;
  const good = [`${sound}; handbook: ${plain(handbook.id)}.`];
  const seal = keyed
    ? []
    : ['Note: no SITREP_LEDGER_KEY or WEBHOOK_SECRET here. Without a key the record is only tamper-evident.'];
  return { problems, lines: [...(problems.length > 0 ? found : good), ...seal] };
}

/** The files as the repository would show them: paths from its root, whatever folder the config is read from. */
function filesOf(file: string): ConfigFiles {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const folder = join(dirname(file), 'sitrep');
  const names = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = names.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const below = path.slice(folder.length + 1).replaceAll('\\', '/');
    return [`${dirname(configPath)}/sitrep/${below}`, readFileSync(path, 'utf8')] as const;
  });
  return { oid: null, text, folderOid: null, files: Object.fromEntries(texts) };
}
