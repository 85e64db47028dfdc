// What of our writes is struck: each kind by the mutations that do it, and the text that tells one comment from another.
import type { Strike } from '../../sandbox/strikes.ts';

type Aim = Pick<Strike, 'fields' | 'holds'>;

/** Each kind of write, by the fields of the documents that carry it. */
export const struckKinds = {
  labels: { fields: ['createLabel', 'addLabelsToLabelable', 'removeLabelsFromLabelable'] },
  assignees: { fields: ['addAssigneesToAssignable', 'removeAssigneesFromAssignable'] },
  reaction: { fields: ['addReaction', 'removeReaction'] },
  comment: { fields: ['addComment'], holds: '<!-- sitrep:reply:' },
  card: { fields: ['addComment', 'updateIssueComment'], holds: '<!-- sitrep:card -->' },
  checklist: { fields: ['addComment', 'updateIssueComment'], holds: '<!-- sitrep:checklist -->' },
  reopen: { fields: ['reopenIssue', 'closeIssue', 'reopenPullRequest'] },
  ref: { fields: ['createRef'] },
  commit: { fields: ['createCommitOnBranch'] },
  'pull request': { fields: ['createPullRequest', 'requestReviews'] },
  issue: { fields: ['createIssue', 'updateIssue'] },
} as const satisfies Readonly<Record<string, Aim>>;

export type StruckKind = keyof typeof struckKinds;

export const kindNames = Object.keys(struckKinds) as readonly StruckKind[];
