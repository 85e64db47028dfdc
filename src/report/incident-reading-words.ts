// What people are told while incidents are read, and of what could not be read: always with what to do.

type Limit = 'used-up' | 'running-out' | 'too-fast';
type Unreadable = 'hidden' | 'forbidden' | 'saml' | 'no-issues' | 'no-such-owner';
type BrokenCard =
  | 'damaged'
  | 'not-proved'
  | 'edited'
  | 'of-another-issue'
  | 'part-missing'
  | 'another-app'
  | 'unanswered'
  | 'undeclared';

/** Whose token it is: a workflow's `github.token` is for its own repository, whatever it is granted. */
export interface TokenBearer {
  readonly login: string;
}

const limits: Readonly<Record<Limit, string>> = {
  'used-up': "GitHub's rate limit for this token is used up",
  'running-out': "What is left of GitHub's rate limit for this token will not do for what is still to be read",
  'too-fast': 'GitHub asks us to be slower (a secondary rate limit)',
};

/** `2026-03-02T11:00:00Z` as `11:00:00 UTC`. */
function clock(iso: string): string {
  return `${iso.slice(11, 19)} UTC`;
}

/** @param until ISO UTC */
export function waitingWords(limit: Limit, until: string): string {
  return `${limits[limit]}: waiting until ${clock(until)}.`;
}

/** @param until ISO UTC @param minutes how long we would have waited */
export function limitWords(limit: Limit, until: string, minutes: number): string {
  const day = until.slice(0, 10);
  return `${limits[limit]} until ${day} ${clock(until)}, which is longer than the ${minutes} minutes that we wait. What was read so far is not all, so it is not to be used. Run it again then, or ask for less: fewer repositories, a later \`since:\`, or another token.`;
}

/** @param status HTTP status; null: there was none. @param message GitHub's words, or of the wire */
export function unansweredWords(status: number | null, message: string): string {
  if (status === 401)
    return 'GitHub does not accept this token (401): it is wrong, expired or was revoked. Make a new one and give it as `token:` (on a terminal: `GITHUB_TOKEN`).';
  return `GitHub gave no whole answer, however little was asked for: ${message}. What was read so far is not all, so it is not to be used. Run it again later.`;
}

/** Why a repository (or all of an owner, `owner/*`) is not in the report. */
export function unreadableWords(why: Unreadable, { login }: TokenBearer): string {
  const isWorkflow = login === 'github-actions';
  const token = isWorkflow
    ? '`github.token` reads its own repository only. Make a token of a GitHub App installed there, or a fine-grained one, with Issues: read and Contents: read on it, and give it as `token:`.'
    : 'Give the token Issues: read and Contents: read on it.';
  const words: Readonly<Record<Unreadable, string>> = {
    hidden: `There is no such repository, or this token does not see it. Check the name. ${token}`,
    forbidden: `This token may not read it. ${token}`,
    saml: "Its organisation wants the token authorised first: on GitHub's page of your tokens, Configure SSO, Authorize.",
    'no-issues': "Issues are turned off there: turn them on in the repository's settings, or leave it out.",
    'no-such-owner': `There is no such organisation or user, or this token does not see it. Check the name. ${token}`,
  };
  return words[why];
}

/** All of an owner was asked for with a token that sees one repository and what is public. */
export function ownRepositoryOnlyWords(seen: number): string {
  const public_ = seen === 1 ? '1 repository' : `${seen} repositories`;
  return `\`github.token\` sees ${public_} of it: its own and what is public. For the others make a token of a GitHub App installed on all of them, or a fine-grained one, with Issues: read and Contents: read, and give it as \`token:\`.`;
}

/** @param names with why */
export function nothingReadableWords(names: readonly (readonly [name: string, why: string])[]): string {
  const [one] = names;
  if (!one) return 'No repository with issues was found there, so there is nothing to report. Check the names.';
  return `Nothing can be read. ${names.map(([name, why]) => `${name}: ${why}`).join(' ')}`;
}

/** A file that was read to its end; one that an export left behind that failed is empty too. @param file as it was named */
export function noLinesWords(file: string): string {
  return `${file} holds no incident, so nothing can be said of the week. If there should be some, export again: \`sitrep export owner/repo\`.`;
}

/** What is wrong with an incident's card. */
export const cardWords: Readonly<Record<BrokenCard, string>> = {
  damaged: 'The record in its card cannot be read. Type `/help` there: the next look writes it anew.',
  'not-proved':
    "The record in its card is not proved by this key: use the App's own (`SITREP_LEDGER_KEY` or `WEBHOOK_SECRET`).",
  edited:
    'Somebody edited its card, and no earlier text of it is left. Type `/help` there: the next look writes it anew.',
  'of-another-issue':
    "Its card holds another issue's record: it was copied. Delete it and type `/help` there: Sitrep's next look writes it anew.",
  'part-missing':
    'A part of its record is missing: one of its comments was deleted. Type `/help` there: the next look tells what is lost.',
  'another-app':
    'Its card is by another app than the one that `app:` names in `.github/sitrep.yml`. Name that one there.',
  unanswered: 'GitHub does not give its comments, however little is asked for. Run it again later.',
  undeclared: 'Its record declares no incident. Type `/incident` there, or take the label away.',
};

/** The cards of all incidents were read without the App's key. */
export const unprovedWords =
  "The records on the cards were read without proof that the App wrote them: with the App's `SITREP_LEDGER_KEY` (or `WEBHOOK_SECRET`) they are proved.";

export const twoCardsWords =
  'Two different bots keep a card of it; the older one was read. Name the right one as `app:` in `.github/sitrep.yml`.';

/** What of a repository's list was not had; null: all was. */
export function missedWords({ holes, short }: { readonly holes: number; readonly short: number }): string | null {
  const count = holes + short;
  if (count === 0) return null;
  return `GitHub counts ${count} more ${count === 1 ? 'incident' : 'incidents'} than it gives, so ${count === 1 ? 'one is' : 'they are'} missing here. Run it again later.`;
}
