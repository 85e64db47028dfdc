import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

let schema: GraphQLSchema | undefined;

/** GitHub's published schema; read once, when it is first needed (150 ms, 60 MB). */
export function githubSchema(): GraphQLSchema {
  if (schema) return schema;
  // By its place: the package exports no such path, and importing it would read five megabytes of JSON too.
  const file = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
  schema = buildSchema(readFileSync(file, 'utf8'), { assumeValid: true, noLocation: true });
  return schema;
}

/** A document that was read: usable, or the errors that GitHub would answer with. */
export interface ReadDocument {
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLError[];
}

const KEPT = 2000;
const documents = new Map<string, ReadDocument>();

/** Parses and validates a document against GitHub's schema; equal texts are read once. */
export function readDocument(text: string): ReadDocument {
  const known = documents.get(text);
  if (known) return known;
  const result = check(text);
  // Programs that paste values into their documents would fill the memory; such documents are not worth keeping.
  if (documents.size >= KEPT) documents.clear();
  documents.set(text, result);
  return result;
}

function check(text: string): ReadDocument {
  try {
    const document = parse(text);
    const errors = validate(githubSchema(), document);
    return errors.length > 0 ? { document: null, errors } : { document, errors: [] };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error] };
    throw error;
  }
}
