import { execute, type GraphQLError, getOperationAST } from 'graphql';
import type { GraphQLAnswer, GraphQLFault } from '../src/github/client.ts';
import { type Actor, doerOf } from './actor.ts';
import type { Left } from './allowance.ts';
import { costOf } from './graphql/cost.ts';
import type { Asking } from './graphql/field.ts';
import { resolveField, resolveType } from './graphql/resolve.ts';
import { githubSchema, readDocument } from './graphql/schema.ts';
import { Refusal, SamlRequired } from './refusal.ts';
import type { World } from './world.ts';

/** A GraphQL request as it comes over the wire. */
export interface GraphQLRequest {
  readonly document: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string | undefined;
  /** Points spent in this hour before this request, for `rateLimit`. */
  readonly used?: number;
  /** What is left of them, where they are counted. */
  readonly left?: Left | null;
  /** Keys of the fields of a mutation document that GitHub fails to execute. */
  readonly skipped?: ReadonlySet<string>;
}

/** GitHub's answer and what it cost in points. `data` is null when nothing was run. */
export interface GraphQLResult extends GraphQLAnswer {
  readonly points: number;
  /** GitHub's schema does not allow the document, or the paging it asks for: nothing was run. */
  readonly invalid: boolean;
}

/** Is there a mutation in this document? What cannot be read is none. */
export function isMutation(text: string, operationName?: string): boolean {
  const { document } = readDocument(text);
  return document !== null && getOperationAST(document, operationName)?.operation === 'mutation';
}

/**
 * Runs a GraphQL document on GitHub's schema over the world, as the actor. Never throws for what GitHub would answer:
 * bad documents, missing paging and refusals come as `errors`; after an error a mutation document runs on.
 * The answer shares nothing with the world.
 */
export function runGraphQL(world: World, actor: Actor, request: GraphQLRequest): GraphQLResult {
  const variables = request.variables ?? {};
  const { document, errors } = readDocument(request.document);
  if (!document) return { data: null, errors: errors.map(fault), points: 1, invalid: true };
  const cost = costOf(document, variables);
  if (cost.errors.length > 0) return { data: null, errors: cost.errors.map(fault), points: 1, invalid: true };
  const asking: Asking = {
    doer: doerOf(world, actor),
    cost: {
      points: cost.points,
      nodes: cost.nodes,
      used: (request.used ?? 0) + cost.points,
      left: request.left ?? null,
    },
  };
  const result = execute({
    ...{ schema: githubSchema(), document, variableValues: variables, operationName: request.operationName },
    ...{ contextValue: asking, fieldResolver: failing(request.skipped), typeResolver: resolveType },
  });
  if (result instanceof Promise) throw new Error('the sandbox answers at once; a resolver returned a promise');
  const data = result.data ? (plain(result.data) as Record<string, unknown>) : null;
  return { data, errors: (result.errors ?? []).map(fault), points: cost.points, invalid: result.data === undefined };
}

/** As it comes over the wire: graphql-js makes objects without a prototype. Nothing else in them is shared with the world. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = plain((value as Record<string, unknown>)[key]);
  return copy;
}

function failing(skipped: ReadonlySet<string> | undefined): typeof resolveField {
  if (!skipped || skipped.size === 0) return resolveField;
  return (source, given, asking, info) => {
    if (info.path.prev === undefined && skipped.has(String(info.path.key))) throw new Error('Something went wrong');
    return resolveField(source, given, asking, info);
  };
}

// GitHub puts `type` beside the message, not into `extensions`.
function fault(error: GraphQLError): GraphQLFault {
  const { message, path, locations, originalError, extensions } = error;
  const type = originalError instanceof Refusal ? originalError.type : extensions.type;
  return {
    message,
    ...(typeof type === 'string' ? { type } : {}),
    ...(originalError instanceof SamlRequired ? { extensions: originalError.extensions } : {}),
    ...(path ? { path: [...path] } : {}),
    ...(locations ? { locations: locations.map(({ line, column }) => ({ line, column })) } : {}),
  };
}
