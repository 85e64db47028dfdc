// Which scenarios the tests strike; the soak strikes them all.
import type { Struck } from './injections.ts';

const small = ['report-by-label', 'role-unknown', 'update', 'severity-assumed-then-confirmed', 'tasks'] as const;
const postMortem = ['quoted-harmless', 'post-mortem-of-a-stranger', 'officeluv/post-mortem-without-a-date'] as const;
const closing = [
  'close-reason-said-later',
  'cancelled-after-resolved',
  'gate-by-hand',
  'post-mortem-reopened',
] as const;
const opening = [
  'officeluv/low-in-the-report',
  'elimu/cosmetic-becomes-a-ticket',
  'situation',
  'hostile/redacted-report',
] as const;
const redacted = [
  'hostile/redacted-report',
  'hostile/redacted-draft',
  'hostile/redacted-after-the-post-mortem',
  'ims/security-told-by-an-edit',
] as const;

/** Short stories in which each kind is written: together each of its mutations. */
export const struckStories: Readonly<Record<Struck, readonly string[]>> = {
  labels: [...small, 'hostile/labels-changed-in-settings'],
  assignees: ['unassigned', 'officeluv/owners-below-the-line', 'hostile/access-lost', 'role-taken-over'],
  reaction: [...small, 'hostile/refusal-mended'],
  comment: [...small, 'config-in-a-pull-request', 'elimu/handover'],
  'edited comment': ['quoted-harmless', 'end-before-start', 'hostile/redacted-draft'],
  'deleted comment': redacted,
  card: small,
  checklist: ['quoted-harmless', 'end-before-start', 'spearhead/post-mortem-meeting'],
  reopen: closing,
  ref: postMortem,
  commit: [...postMortem, 'hostile/redacted-after-the-post-mortem'],
  'pull request': postMortem,
  'edited pull request': ['hostile/redacted-after-the-post-mortem'],
  issue: opening,
  cut: [...small, 'unassigned', 'quoted-harmless', 'gate-by-hand', 'situation', ...redacted],
};
