// Puts files into a folder: looks at all of them first, writes nothing when one place will not do, replaces only when told to.
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** A file that is wanted; its path relative to the folder, with `/`. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
}

/** `new`: nothing stands there. `same`: this text, whatever its line ends. `other`: something else. */
export type Found = 'new' | 'same' | 'other';

/**
 * What stands where a file is wanted.
 * @returns the sentence why nothing can be written there: the way leads out of the folder, over a link, or through a file
 */
export function foundAt(folder: string, { path, text }: WantedFile): Found | { readonly why: string } {
  if (normalize(path).startsWith('..') || /^[/\\]|:/.test(path)) return { why: `${path} leads out of this folder.` };
  const steps = path.split('/');
  for (let count = 1; count <= steps.length; count += 1) {
    const place = steps.slice(0, count).join('/');
    const status = lstatSync(join(folder, place), { throwIfNoEntry: false });
    if (!status) return 'new';
    if (status.isSymbolicLink()) return { why: `${place} is a symbolic link; Sitrep does not write through one.` };
    const isLast = count === steps.length;
    if (!isLast && !status.isDirectory()) return { why: `${place} is no folder, and ${path} belongs into it.` };
    if (isLast && !status.isFile()) return { why: `${place} is no file.` };
  }
  return readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n') === text ? 'same' : 'other';
}

/**
 * Writes a file, whole or not at all.
 * @param over whether a file may stand there; without it one that came meanwhile is an error
 */
export function putFile(folder: string, { path, text }: WantedFile, over: boolean): void {
  const file = join(folder, path.replaceAll('/', sep));
  mkdirSync(dirname(file), { recursive: true });
  if (!over) {
    writeFileSync(file, text, { flag: 'wx' });
    return;
  }
  const draft = `${file}.sitrep-draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { flag: 'wx' });
  renameSync(draft, file);
}
