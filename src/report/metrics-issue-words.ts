// What is said of keeping a report on an issue: that it cannot be, why, and what to do.
import { quotePlain } from '../render/quote.ts';

/** How the label looks where we make it. */
export const labelLook = { color: '1d76db', description: 'How incident response is going, week by week' };

/** Why a report could not be kept on an issue; `message` is GitHub's own. */
export type KeepingFault =
  | { readonly kind: 'unseen' | 'archived' | 'no-issues' | 'lost' }
  | { readonly kind: 'refused'; readonly message: string; readonly isForbidden: boolean };

/** @param repository `owner/name` */
export function keepingFault(fault: KeepingFault, repository: string): string {
  switch (fault.kind) {
    case 'unseen':
      return `This token does not show ${repository}, so no metrics issue was made there. Run the workflow in that repository, or set \`token:\`.`;
    case 'archived':
      return `${repository} is archived and takes no metrics issue. Run the workflow in another repository, and name this one under \`repositories:\`.`;
    case 'no-issues':
      return `Issues are turned off in ${repository}. Turn them on in its settings, or say \`issue: false\`: the job summary has the report.`;
    case 'lost':
      return `GitHub did not say whether it made the metrics issue in ${repository}, and shows none yet. Run this again: one that is there is found, and no second one is made.`;
    case 'refused':
      return fault.isForbidden
        ? `This token may not write issues in ${repository}. Give the job \`permissions: { issues: write, contents: read }\`, or set \`token:\` to one with Issues: write.`
        : `GitHub refused the metrics issue in ${repository}: ${quotePlain(fault.message, { limit: 300 })}`;
  }
}

/** Said before a limit of GitHub's is waited out. */
export function waitingLine(seconds: number): string {
  return `GitHub asks to wait ${seconds} seconds before it takes the next write.`;
}
