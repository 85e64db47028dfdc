// How incidents name each other: `owner/name#12`, in one spelling.
import type { IncidentLine } from '../lines/line.ts';

/** Its own address; GitHub does not tell capitals apart in names, so it is in small letters. */
export function addressOf({ repository, issue }: IncidentLine): string {
  return `${repository}#${issue}`.toLowerCase();
}

/**
 * The address that somebody wrote: `#12` or `12` (of their own repository), `owner/name#12`, or the issue's URL.
 * @param repository `owner/name` of the incident in which it was written @returns null for anything else
 */
export function readAddress(words: string, repository: string): string | null {
  const [, url, written, number] =
    /^(?:https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/|([\w.-]+\/[\w.-]+)?#|)(\d+)(?:[/?#]\S*)?$/i.exec(
      words.trim(),
    ) ?? [];
  return number ? `${url ?? written ?? repository}#${Number(number)}`.toLowerCase() : null;
}
