// What workflows of ours a folder holds already: those that do the App's work, and those that are pinned to one commit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundAt } from './put-files.ts';
import { respondPaths } from './respond-workflow.ts';

/** Whether GitHub's runners do the App's work in this repository, by the files in its checkout. */
export function isWithoutServer(folder: string): boolean {
  return Object.values(respondPaths).some((path) => /^\s*mode: ["']?respond\b/m.test(textAt(folder, path)));
}

/** Whether a workflow of ours runs Sitrep at one commit, which no push can move. @param path of the file, from the root */
export function isPinnedAt(folder: string, path: string): boolean {
  return /\/action@[\da-f]{40}\b|^\s*ref: ["']?[\da-f]{40}\b/m.test(textAt(folder, path));
}

/** Links are not followed: what is there is as good as nothing. */
function textAt(folder: string, path: string): string {
  return foundAt(folder, { path, text: '' }) === 'other' ? readFileSync(join(folder, path), 'utf8') : '';
}
