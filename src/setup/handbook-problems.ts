// Problems that take a repository's handbook away, and those that do not.
import { serviceFiles } from '../core/service.ts';
import type { Problem } from '../core/snapshot.ts';

const besides: readonly string[] = Object.values(serviceFiles);

/** Whether a problem is of the services' files only: without them the handbook is still the right one. */
export function isOfServices({ file }: Problem): boolean {
  return besides.includes(file);
}
