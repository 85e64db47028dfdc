import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';

type Json = Record<string, unknown>;

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: Json;
}

interface Checks {
  readonly query: ValidateFunction;
  readonly body: ValidateFunction | null;
}

/** GitHub's own description of its REST API, and what it says about a request or an answer. */
export class OpenApi {
  readonly #description: Json;
  readonly #operations: Operation[];
  readonly #ajv = new Ajv({ strict: false, allErrors: false, coerceTypes: 'array', validateFormats: true });
  // For answers: nothing may be bent into shape.
  readonly #strict = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  readonly #checks = new Map<string, Checks>();

  constructor() {
    const file = new URL('../../node_modules/@octokit/openapi/generated/api.github.com.json', import.meta.url);
    this.#description = JSON.parse(readFileSync(file, 'utf8'));
    this.#operations = operationsOf(this.#description.paths as Record<string, Json>);
    ajvFormats.default(this.#ajv);
    this.#ajv.addFormat('repo.nwo', true).addFormat('repository-alphanumeric', true).addFormat('timestamp', true);
    const components = absolute(this.#description.components) as Json;
    this.#ajv.addSchema({ $id: 'github', components });
    this.#strict.addSchema({ $id: 'github', components });
  }

  /** @returns the name of the operation GitHub has for this, e.g. `GET /repos/{owner}/{repo}`, or null. */
  operationFor(method: string, path: string): string | null {
    return this.#operations.find((each) => each.method === method && each.pattern.test(path))?.name ?? null;
  }

  /** @returns why GitHub's description does not allow this request, or null when it does. */
  faultOf(name: string, query: Readonly<Record<string, string>>, body: unknown): string | null {
    const { query: checkQuery, body: checkBody } = this.#checksOf(name);
    if (!checkQuery({ ...query })) return `query: ${this.#ajv.errorsText(checkQuery.errors)}`;
    const empty = body === undefined || JSON.stringify(body) === '{}';
    if (!checkBody) return empty ? null : 'this request has no body in the description';
    // A copy, for the check coerces what it reads.
    const copy: unknown = structuredClone(body ?? {});
    return checkBody(copy) ? null : `body: ${this.#ajv.errorsText(checkBody.errors)}`;
  }

  /** @returns why this answer is not what GitHub's description promises, or null when it is. */
  replyFaultOf(name: string, status: number, data: unknown): string | null {
    const operation = this.#operations.find((each) => each.name === name)?.operation;
    const responses = operation?.responses as Record<string, Json> | undefined;
    const response = this.#resolve(responses?.[String(status)]);
    const schema = schemaOf(response);
    if (!response) return `no answer ${status} in the description`;
    if (!schema) return null;
    const check = this.#strict.compile(absolute(schema) as Json);
    return check(data) ? null : this.#strict.errorsText(check.errors);
  }

  #checksOf(name: string): Checks {
    const known = this.#checks.get(name);
    if (known) return known;
    const found = this.#operations.find((each) => each.name === name);
    if (!found) throw new Error(`GitHub has no operation ${name}`);
    const parameters = ((found.operation.parameters ?? []) as Json[]).map((parameter) => this.#resolve(parameter));
    const inQuery = parameters.filter((parameter) => parameter?.in === 'query');
    const properties = Object.fromEntries(inQuery.map((parameter) => [parameter?.name, absolute(parameter?.schema)]));
    const required = inQuery.filter((parameter) => parameter?.required).map((parameter) => parameter?.name);
    const query = this.#ajv.compile({ type: 'object', properties, required, additionalProperties: false });
    const schema = schemaOf(this.#resolve(found.operation.requestBody as Json | undefined));
    const checks = { query, body: schema ? this.#ajv.compile(closed(anyFitting(absolute(schema)) as Json)) : null };
    this.#checks.set(name, checks);
    return checks;
  }

  #resolve(part: Json | undefined): Json | undefined {
    if (typeof part?.$ref !== 'string') return part;
    let found: unknown = this.#description;
    for (const key of part.$ref.slice(2).split('/')) found = (found as Json)[key];
    return found as Json;
  }
}

function operationsOf(paths: Record<string, Json>): Operation[] {
  const methods = ['get', 'put', 'post', 'patch', 'delete'];
  const all = Object.entries(paths).flatMap(([path, operations]) => {
    return methods.flatMap((method) => {
      const operation = operations[method] as Json | undefined;
      if (!operation) return [];
      // Only these may have slashes in what fills them.
      const source = path
        .replace(/[.+*]/g, '\\$&')
        .replace('contents/{path}', 'contents(?:/(.*))?')
        .replace(/\{(\w+)\}/g, (_, key) => (['path', 'ref', 'basehead'].includes(key) ? '(.+)' : '([^/]+)'));
      const upper = method.toUpperCase();
      return [{ name: `${upper} ${path}`, method: upper, pattern: new RegExp(`^${source}/?$`), operation }];
    });
  });
  // What is written out goes before what is filled in.
  return all.sort((a, b) => (a.name.match(/\{/g) ?? []).length - (b.name.match(/\{/g) ?? []).length);
}

function schemaOf(part: Json | undefined): Json | null {
  const content = part?.content as Record<string, Json> | undefined;
  return (content?.['application/json']?.schema as Json | undefined) ?? null;
}

// A key that GitHub's description does not know is more likely a slip of ours than a secret of GitHub's.
function closed(schema: Json): Json {
  return schema.type === 'object' && schema.properties && schema.additionalProperties === undefined
    ? { ...schema, additionalProperties: false }
    : schema;
}

// A number that may be a text as well fits both once it is bent into shape: one that fits is enough for a request.
function anyFitting(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(anyFitting);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part as Json);
  return Object.fromEntries(entries.map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, anyFitting(value)]));
}

// References into the description, seen from a schema of its own; and OpenAPI's `nullable` in the words of
// JSON Schema, whose own keyword neither goes without a type nor beside an enum.
function absolute(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(absolute);
  if (typeof part !== 'object' || part === null) return part;
  const { nullable, ...rest } = part as Json;
  const copy = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      return key === '$ref' && typeof value === 'string'
        ? [key, value.replace(/^#/, 'github#')]
        : [key, absolute(value)];
    }),
  );
  return nullable === true ? { anyOf: [copy, { type: 'null' }] } : copy;
}
