// What of our writes is struck: each kind by the mutations that do it, and the text that tells one comment from another.
import type { Strike } from '../../sandbox/strikes.ts';
import type { Effect } from '../../src/core/effect.ts';
import { pinRoute } from '../../src/github/pin.ts';

/** What tells a write from the others. */
export type Aim = Pick<Strike, 'fields' | 'holds' | 'lacks'>;

const card = '<!-- sitrep:card -->';

/** Each kind of write, by the fields of the documents that carry it. */
export const struckKinds = {
  labels: { fields: ['createLabel', 'addLabelsToLabelable', 'removeLabelsFromLabelable'] },
  assignees: { fields: ['addAssigneesToAssignable', 'removeAssigneesFromAssignable'] },
  reaction: { fields: ['addReaction', 'removeReaction'] },
  comment: { fields: ['addComment'], lacks: card },
  'edited comment': { fields: ['updateIssueComment'], lacks: card },
  'deleted comment': { fields: ['deleteIssueComment'] },
  card: { fields: ['addComment', 'updateIssueComment'], holds: card },
  checklist: { fields: ['addComment', 'updateIssueComment'], holds: '<!-- sitrep:checklist -->' },
  reopen: { fields: ['reopenIssue', 'closeIssue', 'reopenPullRequest'] },
  ref: { fields: ['createRef'] },
  commit: { fields: ['createCommitOnBranch'] },
  'pull request': { fields: ['createPullRequest', 'requestReviews'] },
  'edited pull request': { fields: ['updatePullRequest'] },
  issue: { fields: ['createIssue', 'updateIssue'] },
} as const satisfies Readonly<Record<string, Aim>>;

export type StruckKind = keyof typeof struckKinds;

export const kindNames = Object.keys(struckKinds) as readonly StruckKind[];

/** REST alone pins, and what became of it no plan sees: struck over HTTP, where the App's pace sends it again. */
export const struckPin: Aim = { fields: [pinRoute] };

/** As what each kind of effect is struck: a new one does not compile without. */
export const struckAs: Readonly<Record<Effect['kind'], StruckKind | 'pin'>> = {
  ...({ 'create-label': 'labels', 'add-labels': 'labels', 'remove-labels': 'labels' } as const),
  ...({ 'add-assignees': 'assignees', 'remove-assignees': 'assignees' } as const),
  ...({ 'add-reaction': 'reaction', 'remove-reaction': 'reaction' } as const),
  ...({ reopen: 'reopen', close: 'reopen', 'reopen-pull': 'reopen' } as const),
  ...({ 'create-branch': 'ref', commit: 'commit' } as const),
  ...({ 'open-pull': 'pull request', 'request-review': 'pull request', 'edit-pull': 'edited pull request' } as const),
  ...({ retitle: 'issue', 'open-issue': 'issue', 'edit-issue': 'issue' } as const),
  ...({ 'create-comment': 'comment', 'edit-comment': 'edited comment' } as const),
  ...({ 'take-down': 'deleted comment', 'delete-comment': 'deleted comment' } as const),
  ...({ 'pin-comment': 'pin', 'write-card': 'card' } as const),
};
