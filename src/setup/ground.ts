// What `sitrep init` stands on: the folder's config as it is or shall be, and the handbook that it makes; or why there is nothing to do.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../config/nearest.ts';
import { defaultHandbook, nameIn } from '../config/parse.ts';
import { isBeside } from '../core/beside-files.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Problem } from '../core/snapshot.ts';
import { asConfig } from '../files-to-check.ts';
import type { ConfigFiles } from '../github/config-cache.ts';
import { configFolder, configPath } from '../github/config-files.ts';
import { readShipped, type Shipped } from '../shipped.ts';
import { servicesOf, type Terminal } from '../terminal.ts';
import type { Source } from './check-workflow.ts';
import { firstConfig, handbookIn, withHandbook } from './config-text.ts';
import { checkoutOf } from './origin.ts';
import { type OwnPages, ownPages } from './own-pages.ts';
import { foundAt } from './put-files.ts';

/** What was asked for on the command line. */
export interface Asked {
  readonly handbook: string | null;
  readonly force: boolean;
  /** The repository is private: nothing in it is public. */
  readonly isPrivate: boolean;
  readonly source: string | null;
  /** There is no server: GitHub's runners do its work. */
  readonly actions: boolean;
}

export interface Ground {
  /** The config that holds when all is written. */
  readonly config: string;
  /** The handbook that stands in a config which is left alone although another one was asked for; else null. */
  readonly kept: string | null;
  /** Whether the config may be written over what is there: its other lines are in it. */
  readonly mended: boolean;
  readonly handbook: Handbook;
  readonly pages: OwnPages;
}

/** Nothing can be done: how it ends, and what is told line by line. */
export interface Refused {
  readonly code: 1 | 2;
  readonly lines: readonly string[];
}

/** What was asked for; `source`: where this Sitrep is published, null: nowhere. */
interface Wish {
  readonly asked: Asked;
  readonly source: Source | null;
}

/** Reads the folder; writes nothing. */
export function groundOf({ asked, source }: Wish, terminal: Terminal): Ground | Refused {
  const { folder } = terminal;
  const root = checkoutOf(folder);
  if (root !== null && root !== folder)
    return { code: 1, lines: [`GitHub reads .github/ at the root of a repository only: say this in ${root}.`] };
  const links = [configPath, `${configFolder}/any`].map((path) => foundAt(folder, { path, text: '' }));
  const why = links.flatMap((found) => (typeof found === 'object' ? [found.why] : []));
  if (why.length > 0) return { code: 1, lines: [...new Set(why)] };
  const path = join(folder, configPath);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const { files } = asConfig(path, text);
  const shipped = readShipped();
  return unknownHandbook(asked, files, shipped) ?? groundIn({ asked, source }, files, shipped, terminal);
}

/** A config with the copies of pages that are written beside it, and the handbook that both make. */
interface Settled {
  readonly config: string;
  readonly pages: OwnPages;
  readonly handbook: Handbook;
  readonly problems: readonly Problem[];
}

function groundIn({ asked, source }: Wish, files: ConfigFiles, shipped: Shipped, terminal: Terminal): Ground | Refused {
  // Each with services of its own: they keep what they read by oid, and files of a folder have none.
  const resolve = (text: string, more: ConfigFiles['files']) =>
    servicesOf(terminal).resolve({ ...files, text, files: more });
  const settle = (name: string, text: string | null): Settled => {
    const pages = ownPages(resolve(`handbook: ${JSON.stringify(name)}\n`, files.files).handbook, shipped);
    const config = text ?? firstConfig(name, pages.named, { source, actions: asked.actions });
    const copies = Object.fromEntries(pages.files.map((file) => [file.path, file.text]));
    const beside = asked.force ? { ...files.files, ...copies } : { ...copies, ...files.files };
    return { config, pages, ...resolve(config, beside) };
  };
  const named = files.text === null ? null : handbookIn(files.text, files.files);
  const standing = files.text === null ? null : settle(named ?? defaultHandbook, files.text);
  const sound = standing?.problems.every(isBeside) ? standing : null;
  if (standing && !sound && !asked.force) return unsound(standing.problems, 'Mend it, or say --force for a new one.');
  const wanted = asked.handbook ?? named ?? nameIn({}, files).name;
  const isOther = sound !== null && wanted !== named;
  const kept = isOther && asked.force ? null : sound;
  const settled = kept ?? settle(wanted, isOther && files.text !== null ? withHandbook(files.text, wanted) : null);
  if (settled.problems.length > 0)
    return unsound(settled.problems, kept ? 'Mend it.' : `It would not fit the handbook ${wanted}.`);
  return { ...settled, kept: isOther && kept ? named : null, mended: isOther && !kept };
}

function unknownHandbook({ handbook }: Asked, { files }: ConfigFiles, { handbooks }: Shipped): Refused | null {
  if (handbook === null || Object.hasOwn(handbooks, handbook)) return null;
  if (/[/.]/.test(handbook) && Object.hasOwn(files, `${configFolder}/${handbook}`)) return null;
  const ids = Object.keys(handbooks).sort();
  const meant = nearest(handbook, ids);
  const list = `There ${ids.length === 1 ? 'is' : 'are'} ${ids.join(', ')}, or a file of your own below ${configFolder}/.`;
  return {
    code: 2,
    lines: [`There is no handbook ${handbook}.${meant === null ? '' : ` Did you mean ${meant}?`} ${list}`],
  };
}

function unsound(problems: readonly Problem[], what: string): Refused {
  const lines = problems.map((one) => `${one.file}:${one.line}:${one.column}: ${one.what} ${one.suggestion}`.trim());
  return {
    code: 1,
    lines: [...lines, `${[...new Set(problems.map(({ file }) => file))].join(', ')}: not sound. ${what}`],
  };
}
