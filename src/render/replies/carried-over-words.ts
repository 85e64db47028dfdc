// The sentences of an issue that an incident of a low level goes on as.
import type { Handbook } from '../../core/handbook.ts';
import { carriedOverKey, type IssueKey } from '../../core/opened-issue.ts';
import type { Fact } from '../../core/timeline.ts';
import { severityName, toType } from '../names.ts';
import { quoteText } from '../quote.ts';

/** Above and below what was reported. @param severity as printed */
export function carriedOverWords(
  incident: number,
  severity: string,
): { readonly why: string; readonly wayBack: string } {
  return {
    why: `This began as incident #${incident}. At ${severity} it needs no incident, so it goes on here.`,
    wayBack: `Worse than it looked? There, in #${incident}: ${toType('/reopen')}`,
  };
}

interface OpenedScene {
  readonly handbook: Handbook;
  readonly issue: { readonly url: string };
  /** Number of an issue that we opened, or its stand-in. */
  readonly opened: (key: IssueKey) => string;
}

/** The reply to who said the level: where it goes on, and how it comes back. */
export function becameWords(
  { severity }: Extract<Fact, { kind: 'carried-over' }>,
  { handbook, issue, opened }: OpenedScene,
): string {
  const becomes = handbook.severities.find(({ id }) => id === severity)?.becomes;
  const level = handbook.severities.findLast((one) => !one.becomes)?.id ?? '…';
  const number = opened(carriedOverKey);
  const link = `[#${number}](${issue.url.replace(/\d+$/, number)})`;
  const what = becomes ? quoteText(becomes.name, { limit: 60 }) : 'an ordinary issue';
  return `At ${severityName(handbook, severity)} it is no incident but ${what}, and goes on as ${link}. Worse than it looks? ${toType(`/severity ${level}`)}, or as it is: \`/reopen\``;
}
