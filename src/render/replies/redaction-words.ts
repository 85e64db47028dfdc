// What is said of words that were taken out: what we did, and what only people can finish.
import type { Incident } from '../../core/incident.ts';
import type { Fact } from '../../core/timeline.ts';

type RedactedFact = Extract<Fact, { kind: 'redacted' }>;

/** One reply to who asked for it. `issue`: its address. */
export function redactedWords(
  { comment, ofDraft: draft }: RedactedFact,
  { issue, before }: { readonly issue: string; readonly before: Incident | null },
): string {
  const link = comment === null ? issue : `${issue}#issuecomment-${comment}`;
  const what =
    draft === undefined
      ? `what [${comment === null ? 'the report' : 'that comment'}](${link}) said`
      : `the words of draft ${draft}`;
  const merged = before?.postMortem.merged ?? null;
  return [
    `I have taken ${what} out of my card, the record, my other comments here and the open post-mortem. That it was said stays, with who and when. What only people can finish:`,
    '',
    '- **Revoke or change** every token, key or password that stood there: mails and copies have gone out, and nobody can take those back.',
    `- ${original(comment)}, then take the old versions out of its history: *edited* above it → the version → *Delete revision from history*.`,
    '- The same for the history of my checklist, of my record comments, and of issues and pull requests that I opened because of this.',
    `- The post-mortem's branch keeps its earlier commits${merged === null ? '' : `, and #${merged} is merged: the file stands on the default branch`}: somebody with write access takes it out there, and *squash* keeps it out of the branch it is merged into.`,
    '',
    `Does it stand in another comment? \`/redact <link> because …\``,
  ].join('\n');
}

function original(comment: string | null): string {
  return comment === null
    ? "The issue's own text and title: whoever wrote them, or somebody with write access, edits them"
    : 'The comment itself, if it still stands: delete it, or edit it';
}

/** What an issue that we opened says from then on. `number`: the incident's. */
export function redactedIssue(number: number): { readonly title: string; readonly body: string } {
  return {
    title: 'Taken out',
    body: `I opened this because of #${number}. The words that it was opened with were taken out there; whoever works on it gives it a new title.`,
  };
}
