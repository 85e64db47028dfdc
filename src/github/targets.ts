// Whom people name on command lines: asked for only where who speaks may do something about them, and never without bound.
import { type Person, reaches, type Standing, same } from '../core/person.ts';
import type { Comment } from '../core/snapshot.ts';
import { commandLines, type Look, maybeUnheard } from './speakers.ts';
import type { Wanted } from './standing.ts';

type Standings = Readonly<Record<string, Standing | null>>;

/** Logins over these bounds count as unknown: nobody hands out so many roles at once. */
const mostInComment = 20;
const mostInLook = 100;

/**
 * Logins on command lines that may be unheard, the newest comments' first, as far as they are not known yet. Only of comments
 * that somebody wrote or edited who has triage access, is in a team of `responders:`, is assigned to the issue (as holders of
 * roles are) or is named by one of those (who may have given them a role just now) or called by a comment of ours (which tells who was given
 * one, and GitHub may not let us assign): anybody else's word about others is refused
 * whoever they are.
 * @param known the standing of the speakers.
 */
export function targets(look: Look, settled: ReadonlySet<string>, known: Standings): readonly Wanted[] {
  const said = maybeUnheard(look, settled).toReversed();
  const comments = said.filter((item): item is Comment => item.kind === 'comment' && !item.mine);
  const trusted = new Set(comments.filter((comment) => isTrusted(comment, look, known)));
  const called = look.thread.flatMap((item) => (item.kind === 'comment' && item.mine ? loginsIn([item.body]) : []));
  const named = new Set([...[...trusted].flatMap(loginsOn), ...called].map((login) => login.toLowerCase()));
  const wanted = new Map<string, Wanted>();
  for (const comment of comments) {
    if (!trusted.has(comment) && !writersOf(comment).some((one) => one && named.has(one.login.toLowerCase()))) continue;
    for (const login of loginsOn(comment)) wanted.set(login.toLowerCase(), { login, person: null });
  }
  return [...wanted.values()].filter(({ login }) => !Object.hasOwn(known, login.toLowerCase())).slice(0, mostInLook);
}

function isTrusted(comment: Comment, { issue }: Look, known: Standings): boolean {
  return writersOf(comment).some((writer) => {
    if (issue.assignees.some((person) => same(person, writer))) return true;
    const standing = standingOf(writer, known);
    return standing !== null && (reaches(standing.permission, 'triage') || standing.teams.length > 0);
  });
}

function writersOf({ by, editor, revisions }: Comment): readonly (Person | null)[] {
  return [by, editor, ...revisions.map((revision) => revision.by)];
}

function standingOf(person: Person | null, known: Standings): Standing | null {
  return person && ((Object.hasOwn(known, person.login.toLowerCase()) && known[person.login.toLowerCase()]) || null);
}

/**
 * Logins written `@so`; `@org/team` is no login. GitHub's logins have at most 39 characters; those of managed users bear their
 * company's short code behind `_`.
 */
function loginsOn(comment: Comment): readonly string[] {
  return loginsIn(commandLines(comment));
}

function loginsIn(lines: readonly string[]): readonly string[] {
  const logins = lines.flatMap((line) =>
    [...line.matchAll(/@([a-z\d][a-z\d_-]{0,38})(?![\w/-])/gi)].map((match) => match[1] ?? ''),
  );
  return [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()].slice(0, mostInComment);
}
