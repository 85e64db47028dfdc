// What the card says about itself: when our memory, our comments or our writing were disturbed.
import type { Handbook } from '../../core/handbook.ts';
import { formatTime } from '../../core/time.ts';
import { quoteCode, quoteText } from '../quote.ts';

/** Something a reader of the card must know about the card. Logins and texts as GitHub gives them; times ISO UTC. */
export type Notice =
  /** The card was edited by somebody; what it says now is our own record again. */
  | { readonly notice: 'card-edited'; readonly by: string | null }
  /** The record was rebuilt from the thread: a lead should look at the milestones. */
  | { readonly notice: 'rebuilt'; readonly by: string | null }
  | { readonly notice: 'hidden'; readonly what: 'card' | 'checklist' }
  /** We wrote the same thing three times in ten minutes and stopped (decision 20). */
  | { readonly notice: 'stopped'; readonly key: string; readonly against: string | null }
  /** The config is broken or gone: the incident goes on with the handbook it began with. */
  | { readonly notice: 'last-good-config' }
  | { readonly notice: 'handbook-changed'; readonly by: string | null; readonly at: string }
  | { readonly notice: 'branch-taken'; readonly wanted: string; readonly used: string }
  | { readonly notice: 'issue-locked' }
  /** Another Sitrep keeps this incident. */
  | { readonly notice: 'other-sitrep'; readonly login: string };

type Sentences = {
  readonly [Name in Notice['notice']]: (notice: Extract<Notice, { notice: Name }>, zone: string) => string;
};

/** The sentence of a notice; times in the handbook's zone and UTC. */
export function noticeText(notice: Notice, handbook: Handbook): string {
  const say = sentences[notice.notice] as (notice: Notice, zone: string) => string;
  return say(notice, handbook.zone);
}

const sentences: Sentences = {
  'card-edited': ({ by }) =>
    `${name(by)} edited this card; it was written anew from the record. To change it, type: \`/help\``,
  rebuilt: ({ by }) =>
    `This card was lost (${name(by)} deleted it) and is rebuilt from the thread: a lead should look at the milestones and correct them, e.g. \`/started HH:MM\``,
  hidden: ({ what }) =>
    `The ${what} was hidden by somebody; it is still kept up to date. Unhide it so that everybody sees it.`,
  stopped: ({ key, against }) =>
    `Something${against ? ` (${quoteText(against, { limit: 60 })})` : ''} undoes what Sitrep writes (${quoteCode(key)}); after three times Sitrep stopped writing that and goes on with the rest.`,
  'last-good-config': () =>
    'The config is broken; this incident goes on with the handbook it had before. Mend the file: `sitrep check .github/sitrep.yml`',
  'handbook-changed': ({ by, at }, zone) =>
    `The handbook was changed by ${name(by)} at ${formatTime(at, zone)}; this incident keeps the one it began with.`,
  'branch-taken': ({ wanted, used }) =>
    `The branch ${quoteCode(wanted)} was taken; the post-mortem is on ${quoteCode(used)}.`,
  'issue-locked': () => 'The conversation is locked: replies wait until it is unlocked.',
  'other-sitrep': ({ login }) =>
    `${quoteText(login, { limit: 60 })} already keeps this incident; to take it over: \`sitrep adopt\``,
};

function name(login: string | null): string {
  return login === null ? 'somebody' : quoteText(login, { limit: 60 });
}
