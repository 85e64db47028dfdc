// What the card says about itself: when our memory, our comments or our writing were disturbed.
import type { Effect } from '../../core/effect.ts';
import { quoteCode, quoteText } from '../quote.ts';

/** Something a reader of the card must know about the card. Logins and texts as GitHub gives them; times ISO UTC. */
export type Notice =
  /** The card was edited by somebody; what it says now is our own record again. */
  | { readonly notice: 'card-edited'; readonly by: string | null }
  /** The record was rebuilt from the thread: a lead should look at the milestones. `deleted`: the card was, by whom. */
  | { readonly notice: 'rebuilt'; readonly deleted: boolean; readonly by: string | null }
  | { readonly notice: 'hidden'; readonly what: 'card' | 'checklist' }
  /** An outsider reported it, and nobody has confirmed it yet. */
  | { readonly notice: 'unconfirmed' }
  /** GitHub's runners do our work. `proved`: the card with a key of the repository's own. */
  | { readonly notice: 'no-server'; readonly proved: boolean }
  /** The config is broken or gone: the incident goes on with the handbook it began with. */
  | { readonly notice: 'last-good-config' }
  /** The repository's config says something else by now; by whom and when, where GitHub tells. */
  | { readonly notice: 'handbook-changed'; readonly by: string | null; readonly at: string | null }
  /** Another bot undid three corrections within an hour. `subject` as a fight has it. */
  | { readonly notice: 'left-to-a-bot'; readonly bot: string; readonly subject: string; readonly name: string | null }
  | { readonly notice: 'held-back'; readonly kinds: readonly Effect['kind'][] }
  | { readonly notice: 'too-many-reports'; readonly count: number; readonly most: number }
  /** Only files beside the config are wrong: what is wrong there is left out. */
  | { readonly notice: 'beside-unread'; readonly file: 'services' | 'roster' | 'both' }
  | { readonly notice: 'branch-taken'; readonly wanted: string; readonly used: string }
  /** Comments on record were deleted; `link`: of the newest. */
  | { readonly notice: 'comment-deleted'; readonly link: string; readonly count: number }
  | { readonly notice: 'issue-locked' };

type Sentences = {
  readonly [Name in Notice['notice']]: (notice: Extract<Notice, { notice: Name }>) => string;
};

/** The sentence of a notice. */
export function noticeText(notice: Notice): string {
  const say = sentences[notice.notice] as (notice: Notice) => string;
  return say(notice);
}

const unread = {
  services: 'The list of services cannot be read and is left out. Mend the file named below.',
  roster: 'What is wrong in the on-call file is left out. Mend it where it is named below.',
  both: 'The list of services cannot be read, nor all of the on-call file; both are left out where they are wrong. Mend the files named below.',
} as const;

const sentences: Sentences = {
  'card-edited': ({ by }) =>
    `${name(by)} edited this card; it was written anew from the record. To change it, type: \`/help\``,
  rebuilt: ({ deleted, by }) =>
    `${deleted ? `This card was lost (${name(by)} deleted it)` : 'The record in this card could not be proved to be mine'} and is rebuilt from the thread: a lead looks at the milestones, corrects what is wrong (e.g. \`/started HH:MM\`), and says \`/confirm\``,
  hidden: ({ what }) =>
    `The ${what} was hidden by somebody; it is still kept up to date. Unhide it so that everybody sees it.`,
  unconfirmed: () =>
    'Nobody has confirmed this report yet, and who filed it has no standing here: nobody is called or assigned, and no clock runs. A responder types `/confirm`, or `/decline because …`',
  'no-server': ({ proved }) =>
    `No server watches the clock here: Sitrep looks when something is said, and when GitHub starts a run, sometimes hours late. What is due within six hours nobody is reminded of in time.${proved ? '' : ' It has no key either: another workflow of this repository could write this card.'} At once: *Actions → sitrep → Run workflow*`,
  'last-good-config': () =>
    'The config is broken; this incident goes on with the handbook that stands above. Mend the file: `sitrep check .github/sitrep.yml`',
  'handbook-changed': ({ by, at }) =>
    `The config was changed${by === null ? '' : ` by ${name(by)}`}${at === null ? '' : ` at ${at}`} after this incident began to follow it, and the incident keeps what it has. A lead moves it with \`/handbook current\``,
  'left-to-a-bot': ({ bot, subject, name: what }) =>
    `${name(bot)} undid ${disputed(subject, what)} three times within an hour, so it is left as ${name(bot)} has it. Stop that bot here, then set it once by hand.`,
  'held-back': ({ kinds }) =>
    `Written three times within ten minutes, and it does not stay: ${[...new Set(kinds.map((kind) => things[kind]))].join(', ')}. It is tried again later; the history below shows who undoes it.`,
  'too-many-reports': ({ count, most }) =>
    `${count} people report to who leads; more than ${most} are too many for one. Split the work: \`/team @leader 30m task\``,
  'beside-unread': ({ file }) => `${unread[file]} To check it: \`sitrep check .github/sitrep.yml\``,
  'branch-taken': ({ wanted, used }) =>
    `The branch ${quoteCode(wanted)} was taken; the post-mortem is on ${quoteCode(used)}.`,
  'comment-deleted': ({ link, count }) =>
    `${count === 1 ? 'A comment on record was' : `${count} comments on record were`} deleted: what was done stays, the words are gone from here. This card's history still has them; to have it made anew: \`/redact ${link} because …\``,
  'issue-locked': () => 'The conversation is locked: replies wait until it is unlocked.',
};

function name(login: string | null): string {
  return login === null ? 'somebody' : quoteText(login, { limit: 60 });
}

function disputed(subject: string, what: string | null): string {
  if (subject === 'title') return 'the title';
  if (subject === 'state') return 'whether this issue is open';
  const shown = what === null ? '' : subject.startsWith('label:') ? quoteCode(what) : quoteText(what, { limit: 60 });
  return subject.startsWith('label:') ? `the label ${shown}` : `the assignment of ${shown}`;
}

/** What each kind of writing changes, as people call it. */
const things: Readonly<Record<Effect['kind'], string>> = {
  'create-label': 'the labels of the repository',
  'add-labels': 'labels',
  'remove-labels': 'labels',
  'add-assignees': 'assignees',
  'remove-assignees': 'assignees',
  'add-reaction': 'reactions',
  'remove-reaction': 'reactions',
  retitle: 'the title',
  reopen: 'that it is open',
  close: 'that it is closed',
  'create-branch': 'the branch of the post-mortem',
  commit: 'the post-mortem',
  'open-pull': 'the pull request',
  'reopen-pull': 'the pull request',
  'request-review': 'the request to review',
  'open-issue': 'an issue beside it',
  'edit-issue': 'an issue beside it',
  'create-comment': 'a comment',
  'edit-comment': 'a comment',
  'delete-comment': 'a comment that must go',
  'take-down': 'a comment that must go',
  'edit-pull': 'the pull request',
  'pin-comment': 'the pin of this card',
  'write-card': 'this card',
};
