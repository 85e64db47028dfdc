// What is said on a pull request about the config that it brings.
import type { Problem } from '../../core/snapshot.ts';
import { quoteCode, quoteText } from '../quote.ts';

const toCheck =
  'To check it on your own machine: `sitrep check .github/sitrep.yml` (from a checkout of Sitrep: `npm run sitrep -- check .github/sitrep.yml`)';

/** What is wrong with the config at the pull request's head, one line a problem; everything in it may be a stranger's text. */
export function brokenConfigWords(problems: readonly Problem[], doubts: readonly Problem[]): string {
  return [
    'The config that this pull request brings cannot be read as it is:',
    '',
    ...problems.map(problemLine),
    '',
    ...(doubts.length > 0 ? ['And this should be mended too:', '', ...doubts.map(problemLine), ''] : []),
    'Nothing of it is used before it is merged, and merged like this nothing of it would be. Push a correction, and this comment follows.',
    '',
    toCheck,
  ].join('\n');
}

/** It could be used as it is, and something in it is hardly meant so. */
export function doubtfulConfigWords(doubts: readonly Problem[]): string {
  return [
    'The config that this pull request brings can be read, and this in it should be mended:',
    '',
    ...doubts.map(problemLine),
    '',
    'Push a correction, and this comment follows.',
    '',
    toCheck,
  ].join('\n');
}

/** The problems that this comment named are gone. */
export function soundConfigWords(): string {
  return `The config that this pull request brings is sound now: nothing is left to mend.\n\n${toCheck}`;
}

/** The pull request changed the config once, and does so no more. */
export function withdrawnConfigWords(): string {
  return `This pull request no longer changes the config: nothing is left to mend.\n\n${toCheck}`;
}

function problemLine({ file, line, column, what, suggestion }: Problem): string {
  const advice = suggestion ? ` ${quoteText(suggestion, { limit: 300 })}` : '';
  return `- ${quoteCode(`${file}:${line}:${column}`, 200)} ${quoteText(what, { limit: 300 })}${advice}`;
}
