// What a process says of an error that it cannot go on after: where it was, and never what it had in its hands.
import { reasonOf } from './log.ts';

const mostPlaces = 10;

/**
 * An error's words as a log may have them, and the places in our code. Node itself would print the whole error with what hangs on it:
 * Octokit's errors hold the request, with everything that people wrote.
 */
export function lastWords(error: unknown): string {
  const stack = error instanceof Error ? String(error.stack) : '';
  const places = stack.split('\n').filter((line) => /^ {4}at \S/.test(line) && line.length < 300);
  return [reasonOf(error), ...places.slice(0, mostPlaces)].join('\n');
}
