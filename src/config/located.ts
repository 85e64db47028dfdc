// A finding becomes a problem: the file, line and column that a person opens.
import type { Problem } from '../core/snapshot.ts';
import type { SourceFile } from './document.ts';
import type { Finding } from './explain.ts';

/**
 * The problem at the place that tells most about it, in a file that its reader can change (ours are sound: what does not fit them
 * was written over them). That is the topmost file which has the whole path, else the whole other path, else most of the path.
 * @param sources the files, the lowest first; at least one
 */
export function located(sources: readonly SourceFile[], { path, or = [], of, what, suggestion }: Finding): Problem {
  const theirs = sources.filter(({ ours }) => !ours);
  const places = (theirs.length > 0 ? theirs : sources).map(({ file, place }) => ({
    file,
    there: place(path, of),
    other: place(or, 'key'),
  }));
  const whole = path.length === 0 ? undefined : places.findLast(({ there }) => there.depth === path.length);
  const other = or.length > 0 ? places.findLast((one) => one.other.depth === or.length) : undefined;
  const most = places.reduce((one, next) => (next.there.depth > 0 && next.there.depth >= one.there.depth ? next : one));
  const { file } = whole ?? other ?? most;
  const { line, column } = whole?.there ?? other?.other ?? most.there;
  return { file, line, column, what, suggestion };
}
