// Writes one comment of ours on a pull request, or edits it.
import type { Effect } from '../core/effect.ts';
import type { GitHub } from './client.ts';
import { type Mutation, mutationDocument } from './mutations.ts';
import type { RecentSayings } from './recent-sayings.ts';
import { isRefused } from './unanswered.ts';
import type { Fault } from './wave.ts';

export type Saying = Extract<Effect, { readonly kind: 'create-comment' | 'edit-comment' }>;

export interface Said {
  /** Node id of the comment; null when GitHub said no. */
  readonly comment: string | null;
  readonly faults: readonly Fault[];
}

interface Remembering {
  readonly sayings: RecentSayings;
  /** ISO. */
  readonly now: string;
}

/**
 * One request; what was said, or that nobody knows whether it was, is remembered for the next look. @param pull node id
 * @throws what the client throws when no answer came
 */
export async function sayOnPull(
  github: GitHub,
  pull: string,
  saying: Saying,
  { sayings, now }: Remembering,
): Promise<Said> {
  const { document, variables } = mutationDocument([mutationFor(pull, saying)]);
  const { data, errors } = await github.graphql(document, variables).catch((error: unknown) => {
    if (!isRefused(error)) sayings.set(pull, { id: null, at: now });
    throw error;
  });
  const payload = data?.e0 as { readonly commentEdge?: { readonly node: { readonly id: string } } } | null | undefined;
  const made = saying.kind === 'create-comment' ? (payload?.commentEdge?.node.id ?? null) : saying.comment;
  const comment = errors.length > 0 ? null : made;
  const faults = errors.map(({ message, type = null }) => ({ effect: saying, message, type }));
  if (comment !== null) sayings.set(pull, { id: comment, body: saying.body, at: now });
  else if (faults.some(({ type }) => type === null)) sayings.set(pull, { id: null, at: now });
  return { comment, faults };
}

function mutationFor(subjectId: string, saying: Saying): Mutation {
  const { body } = saying;
  if (saying.kind === 'create-comment')
    return { field: 'addComment', input: { subjectId, body }, select: 'commentEdge { node { id } }' };
  return { field: 'updateIssueComment', input: { id: saying.comment, body }, select: 'clientMutationId' };
}
