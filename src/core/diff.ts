// The difference between what should be true and what the look showed: only what is missing becomes an effect.
import { cardEffects } from './card-effects.ts';
import type { Effect } from './effect.ts';
import { mostSubIssues, type WantedIssue } from './opened-issue.ts';
import { ownComment } from './own-comment.ts';
import { ownPull } from './own-pull.ts';
import type { Person } from './person.ts';
import type { PullRequest } from './pull-request.ts';
import type { Memory } from './recall.ts';
import type { Comment, Snapshot } from './snapshot.ts';
import { possible } from './unsaid.ts';
import type { Wanted, WantedComment, WantedPull, WantedPullEdit } from './wanted.ts';

/**
 * The effects that make the wanted things true, in the order in which they may be cut anywhere: the empty card first,
 * labels, people, issues beside it, reactions, what is said, the pull request, and the card with the ledger last (decision 12).
 */
export function diff(snapshot: Snapshot, memory: Memory, wanted: Wanted): readonly Effect[] {
  const card = cardEffects(memory, wanted.card);
  const missing: readonly Effect[] = [
    ...card.first,
    ...labelEffects(snapshot, wanted),
    ...assigneeEffects(snapshot, wanted),
    ...wanted.issues.flatMap((issue) => openEffects(snapshot, issue)),
    ...maskEffects(snapshot, wanted),
    ...(wanted.title !== null && wanted.title !== snapshot.issue.title
      ? [{ kind: 'retitle', title: wanted.title } as const]
      : []),
    ...wanted.reactions.flatMap(({ comment, ok }) => reactionEffects(snapshot, comment, ok)),
    ...wanted.comments.flatMap((comment) => commentEffects(snapshot, comment)),
    ...wanted.takenDown.map(({ key, comment }) => ({ kind: 'take-down', key, comment: comment.id }) as const),
    ...stateEffects(snapshot, wanted),
    ...editEffects(wanted.pullEdit),
    ...pullEffects(snapshot, wanted.pull),
    ...card.last,
    ...wanted.noComments.map(({ key, comment }) => ({ kind: 'delete-comment', key, comment: comment.id }) as const),
  ];
  return possible(missing, snapshot.issue, memory);
}

function labelEffects(snapshot: Snapshot, wanted: Wanted): readonly Effect[] {
  const known = names(snapshot.labels);
  const borne = names(snapshot.issue.labels);
  const missing = wanted.labels.filter((name) => !borne.has(name.toLowerCase()));
  const wrong = snapshot.issue.labels.map(({ name }) => name).filter((name) => includes(wanted.noLabels, name));
  return [
    ...wanted.repositoryLabels
      .filter(({ name }) => !known.has(name.toLowerCase()))
      .map((label) => ({ kind: 'create-label', ...label }) as const),
    ...(missing.length > 0 ? [{ kind: 'add-labels', names: missing } as const] : []),
    ...(wrong.length > 0 ? [{ kind: 'remove-labels', names: wrong } as const] : []),
  ];
}

function assigneeEffects(snapshot: Snapshot, wanted: Wanted): readonly Effect[] {
  const assigned = new Set(snapshot.issue.assignees.map((person) => person.id));
  const missing = wanted.assignees.filter((person) => !assigned.has(person.id));
  const wrong = wanted.noAssignees.filter((person) => assigned.has(person.id));
  return [
    ...(missing.length > 0 ? [{ kind: 'add-assignees', people: missing } as const] : []),
    ...(wrong.length > 0 ? [{ kind: 'remove-assignees', people: wrong } as const] : []),
  ];
}

const accepted = 'THUMBS_UP';
const refused = 'CONFUSED';

function reactionEffects(snapshot: Snapshot, comment: Comment, ok: boolean): readonly Effect[] {
  const ours = comment.reactions
    .filter((reaction) => reaction.by?.id === snapshot.viewer.id)
    .map(({ content }) => content);
  const [right, wrong] = ok ? [accepted, refused] : [refused, accepted];
  return [
    ...(ours.includes(right) ? [] : [{ kind: 'add-reaction', comment: comment.id, content: right } as const]),
    ...(ours.includes(wrong) ? [{ kind: 'remove-reaction', comment: comment.id, content: wrong } as const] : []),
  ];
}

/** Below an issue that can have no more sub-issues it is opened as one of its own: the mark finds it all the same. */
function openEffects(snapshot: Snapshot, issue: WantedIssue): readonly Effect[] {
  if (snapshot.opened.some(({ key }) => key === issue.key)) return [];
  return [{ kind: 'open-issue', ...issue, parent: issue.parent && snapshot.subIssueCount < mostSubIssues }];
}

/** A look shows no more than the title: both are written together. */
function maskEffects({ opened }: Snapshot, { masked }: Wanted): readonly Effect[] {
  const open = masked.filter(({ issue, title }) => opened.some((one) => one.id === issue && one.title !== title));
  return open.map((issue) => ({ kind: 'edit-issue', ...issue }) as const);
}

function commentEffects(snapshot: Snapshot, { key, body }: WantedComment): readonly Effect[] {
  const standing = ownComment(snapshot, key);
  if (!standing) return [{ kind: 'create-comment', key, body }];
  return standing.body === body ? [] : [{ kind: 'edit-comment', key, comment: standing.id, body }];
}

function stateEffects({ issue }: Snapshot, { state }: Wanted): readonly Effect[] {
  if (!state) return [];
  if (state.open) return issue.state === 'closed' ? [{ kind: 'reopen' }] : [];
  const close: Effect = { kind: 'close', reason: state.reason, original: state.original };
  if (issue.state === 'open') return [close];
  // GitHub keeps the first reason of an issue that is closed already: it is opened and closed again with the one that was said.
  return state.isNew && issue.reason !== state.reason ? [{ kind: 'reopen' }, close] : [];
}

/** Branch, commit and pull request, each only when the look shows it missing (found again as pull, else branch, else nothing). */
function pullEffects(snapshot: Snapshot, wanted: WantedPull | null): readonly Effect[] {
  if (!wanted) return [];
  const pull = ownPull(snapshot);
  if (pull) return existing(snapshot, wanted, pull);
  const { repository, branch } = snapshot;
  const headOid = branch?.oid ?? repository.headOid;
  if (!headOid) return [];
  const written = branch?.message.includes(wanted.message) ?? false;
  const { path, text, message, title, body } = wanted;
  return [
    ...(branch ? [] : [{ kind: 'create-branch', name: wanted.branch, oid: headOid } as const]),
    ...(written ? [] : [{ kind: 'commit', branch: wanted.branch, headOid, path, text, message } as const]),
    { kind: 'open-pull', branch: wanted.branch, base: repository.defaultBranch, title, body },
    ...review(null, wanted.reviewers),
  ];
}

function editEffects(edit: WantedPullEdit | null): readonly Effect[] {
  if (!edit) return [];
  const { pull, file, title, body } = edit;
  const { branch, headOid, id } = pull;
  return [
    ...(file ? [{ kind: 'commit', branch, headOid, ...file } as const] : []),
    ...(title !== null || body !== null ? [{ kind: 'edit-pull', pull: id, title, body } as const] : []),
  ];
}

function review(pull: string | null, people: readonly Person[]): readonly Effect[] {
  return people.length > 0 ? [{ kind: 'request-review', pull, people }] : [];
}

/** What is left to do with a pull request that stands: ask for its review when a pass was cut short, open it again when asked to. */
function existing(snapshot: Snapshot, wanted: WantedPull, pull: PullRequest): readonly Effect[] {
  if (pull.state === 'closed') return wanted.reopen ? reopened(snapshot, wanted, pull) : [];
  if (pull.state === 'merged' || !wanted.isNew) return [];
  const asked = new Set(pull.reviewers.map((person) => person.id));
  const missing = wanted.reviewers.filter((person) => !asked.has(person.id));
  return review(pull.id, missing);
}

/** GitHub reopens a pull request only while its branch exists. */
function reopened(snapshot: Snapshot, wanted: WantedPull, pull: PullRequest): readonly Effect[] {
  const branch = snapshot.branch ? [] : [{ kind: 'create-branch', name: wanted.branch, oid: pull.headOid } as const];
  return [...branch, { kind: 'reopen-pull', pull: pull.id }];
}

function names(labels: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(labels.map(({ name }) => name.toLowerCase()));
}

function includes(list: readonly string[], name: string): boolean {
  return list.some((candidate) => candidate.toLowerCase() === name.toLowerCase());
}
