// What a post-mortem's pull request is told when its incident is not there any more.
import { mark } from '../../core/marker.ts';

/** The comment's key: said once on each. */
export const orphanKey = 'incident-gone';

/** @param number of the issue that cannot be found */
export function orphanWords(number: number): string {
  return mark(
    orphanKey,
    `The incident \`#${number}\` cannot be found here any more: it was deleted, made a discussion, or moved. Its clocks have ended, ` +
      'and what stands in this pull request is all that is left of its record here. Keep it by merging it, or close it; the next ' +
      'incident begins in an issue of its own with `/incident`',
  );
}
