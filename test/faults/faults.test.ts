// Whatever befalls one write of ours, the thread ends as without it; `npm run soak -- faults` looks twenty times further.
import { jest } from '@jest/globals';
import { inject, type Struck, scenarioFiles } from './injections.ts';

jest.setTimeout(600_000);
const seed = Number(process.env.SCENARIO_SEED ?? 1);

const small = ['report-by-label', 'role-unknown', 'update', 'severity-assumed-then-confirmed', 'tasks'] as const;
const postMortem = ['quoted-harmless', 'post-mortem-of-a-stranger', 'officeluv/post-mortem-without-a-date'] as const;
const closing = [
  'close-reason-said-later',
  'cancelled-after-resolved',
  'gate-by-hand',
  'post-mortem-reopened',
] as const;
const opening = ['officeluv/low-in-the-report', 'elimu/cosmetic-becomes-a-ticket', 'situation'] as const;

/** Short stories in which each kind is written. */
const played: Readonly<Record<Struck, readonly string[]>> = {
  labels: small,
  assignees: ['unassigned', 'officeluv/owners-below-the-line', 'hostile/access-lost'],
  reaction: small,
  comment: small,
  card: small,
  checklist: ['quoted-harmless', 'end-before-start', 'spearhead/post-mortem-meeting'],
  reopen: closing,
  ref: postMortem,
  commit: postMortem,
  'pull request': postMortem,
  issue: opening,
  cut: [...small, 'unassigned', 'quoted-harmless', 'gate-by-hand', 'situation'],
};

test.each(Object.keys(played) as Struck[])('%s: fifty blows by chance leave no trace', async (struck) => {
  const wrong = await inject({ struck, files: scenarioFiles(played[struck]), seed, times: 50 });
  expect(wrong.join('\n\n')).toBe('');
});
