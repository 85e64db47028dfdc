import { diff3Merge } from 'node-diff3';

type Tree = Record<string, string>;

/** A merged tree, or the paths on which both sides disagree. */
export interface Merged {
  files: Tree;
  conflicts: string[];
}

/** Merges two trees that come from a common one, file by file and line by line, as git's merge does. */
export function threeWay(base: Tree, ours: Tree, theirs: Tree): Merged {
  const merged: Merged = { files: {}, conflicts: [] };
  for (const path of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])) {
    const text = mergeFile(base[path], ours[path], theirs[path]);
    if (text === null) merged.conflicts.push(path);
    else if (text !== undefined) merged.files[path] = text;
  }
  return merged;
}

// undefined: the file is gone in the result; null: conflict.
function mergeFile(
  base: string | undefined,
  ours: string | undefined,
  theirs: string | undefined,
): string | undefined | null {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  if (ours === undefined || theirs === undefined) return null;
  const split = (text: string): string[] => text.split('\n');
  const regions = diff3Merge(split(ours), split(base ?? ''), split(theirs), { excludeFalseConflicts: true });
  if (regions.some((region) => region.conflict)) return null;
  return regions.flatMap((region) => region.ok ?? []).join('\n');
}
