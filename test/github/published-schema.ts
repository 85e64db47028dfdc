// GitHub's published GraphQL schema, for checking our documents against it.
import { readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLSchema, parse, validate } from 'graphql';

const path = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
let schema: GraphQLSchema | null = null;

/** What GitHub's schema has against a document; empty when it is valid. (The published file repeats two fields: SDL checks are off.) */
export function objections(document: string): readonly string[] {
  schema ??= buildASTSchema(parse(readFileSync(path, 'utf8')), { assumeValidSDL: true });
  return validate(schema, parse(document)).map((error) => error.message);
}
