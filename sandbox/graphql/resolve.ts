import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import type { Arguments } from './arguments.ts';
import type { Asking, Field } from './field.ts';
import { botFields, organizationFields, userFields } from './fields/account.ts';
import { eventFields } from './fields/event.ts';
import { blobFields, commitFields, referenceFields, treeEntryFields, treeFields } from './fields/git.ts';
import { issueFields } from './fields/issue.ts';
import { milestoneFields } from './fields/milestone.ts';
import { pullFields } from './fields/pull.ts';
import { queryFields } from './fields/query.ts';
import { labelFields, repositoryFields } from './fields/repository.ts';
import { commentFields, reactionFields, reactionGroupFields, revisionFields } from './fields/written.ts';
import type { Input } from './input.ts';
import { commentMutations } from './mutations/comment.ts';
import { gitMutations } from './mutations/git.ts';
import { issueMutations } from './mutations/issue.ts';
import { pullMutations } from './mutations/pull.ts';

// Each table knows its own source; graphql-js only ever hands a type's table what that type was resolved from.
const TYPES = {
  Query: queryFields,
  Bot: botFields,
  User: userFields,
  Organization: organizationFields,
  Repository: repositoryFields,
  Label: labelFields,
  Milestone: milestoneFields,
  Issue: issueFields,
  PullRequest: pullFields,
  IssueComment: commentFields,
  UserContentEdit: revisionFields,
  Reaction: reactionFields,
  ReactionGroup: reactionGroupFields,
  Ref: referenceFields,
  Commit: commitFields,
  Blob: blobFields,
  Tree: treeFields,
  TreeEntry: treeEntryFields,
  ...eventFields,
} as unknown as Record<string, Record<string, Field<unknown>>>;

const MUTATIONS = { ...issueMutations, ...commentMutations, ...gitMutations, ...pullMutations };

/** Answers any field of GitHub's schema from the tables; what the sandbox cannot answer is an error that says so. */
export const resolveField: GraphQLFieldResolver<unknown, Asking> = (source, given, asking, info) => {
  const { name } = info.parentType;
  if (name === 'Mutation') {
    const mutate = MUTATIONS[info.fieldName];
    if (!mutate) throw new Error(`The sandbox does not know the mutation ${info.fieldName}`);
    const input = given.input as Input;
    return { ...mutate(input, asking), clientMutationId: input.clientMutationId ?? null };
  }
  const field = TYPES[name]?.[info.fieldName];
  if (field) return field(source, given as unknown as Arguments, asking);
  // Pages, edges and payloads are plain objects with the very names of the schema.
  if (!TYPES[name] && typeof source === 'object' && source !== null && info.fieldName in source) {
    return (source as Record<string, unknown>)[info.fieldName];
  }
  throw new Error(`The sandbox does not know ${name}.${info.fieldName}`);
};

/** Every record carries its type's name. */
export const resolveType: GraphQLTypeResolver<unknown, Asking> = (value) => (value as { kind: string }).kind;
