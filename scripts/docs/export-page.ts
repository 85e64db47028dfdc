// docs/export.md: what a line of `sitrep export` holds, field by field, from the table that reads it.
import { z } from 'zod';
import { milestones } from '../../src/core/milestone.ts';
import { incidentLine } from '../../src/lines/line.ts';
import { codes, table } from './table.ts';

/** What this page reads of a JSON schema. */
interface Part {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Part>>;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Part[];
  readonly items?: Part;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: Part | boolean;
}

/** The JSON schema of a line, for other readers. */
export function lineJsonSchema(): string {
  const schema = z.toJSONSchema(incidentLine);
  return `${JSON.stringify({ ...schema, title: 'Sitrep: an incident as a line of JSON' }, null, 2)}\n`;
}

export function exportPage(): string {
  const schema = z.toJSONSchema(incidentLine) as Part;
  return `# What \`sitrep export\` writes

\`npm run sitrep -- export OWNER/REPO\` prints every incident of a repository as one JSON object a line (JSON Lines), by issue
number, once all are read: a file has all of them or nothing. It reads and changes nothing. \`GITHUB_TOKEN\` is the token; with the
App's \`SITREP_LEDGER_KEY\` (or \`WEBHOOK_SECRET\`) the record on each card is proved, without it is read as it stands. Another
reader than the App itself also needs \`app:\` in \`.github/sitrep.yml\`. An incident without a record, or with one that cannot be
read, is told from its issue only, and says so; the others go on.

\`sitrep metrics --from FILE\` reads these lines, also those that you wrote yourself. It refuses a line that does not fit, with its
number and the field: an unknown key, a key twice, another version, an incident that stood there before. Empty lines, a byte order
mark and Windows' ends of line may be; a line has at most a million characters. The same as a JSON schema:
[incident-line.schema.json](incident-line.schema.json).

Every field is there in every line. What is missing is \`null\`, never filled from something else. A \`time\` is ISO 8601 in UTC with
whole seconds (\`2026-03-02T10:00:00Z\`). A \`login\` is without \`@\` and \`[bot]\`; an account that is gone is \`null\`. Texts are as
people wrote them (at most 200 characters); control, bidi and zero-width characters are escaped as \`\\uXXXX\`.

${table(['field', 'shape', 'meaning'], rows(schema, '', schema.$defs ?? {}))}
`;
}

type Defs = Readonly<Record<string, Part>>;

function rows({ properties = {} }: Part, before: string, defs: Defs): readonly (readonly string[])[] {
  return Object.entries(folded(properties)).flatMap(([key, part]) => {
    const name = `${before}${key}`;
    const { inner, path } = within(part, defs);
    const row = [`\`${name}\``, shapeOf(part, defs), part.description ?? ''];
    return [row, ...(inner.properties ? rows(inner, `${name}${path}.`, defs) : [])];
  });
}

/** The nine milestones are told once. */
function folded(properties: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> {
  const { [milestones[0]]: first } = properties;
  return first && milestones.every((name) => name in properties)
    ? { '*': { ...first, description: `Each of ${codes(milestones)}.` } }
    : properties;
}

/** What a field holds when it is there: itself, or one of its list. */
function within(part: Part, defs: Defs): { readonly inner: Part; readonly path: string } {
  const present = presentOf(part, defs);
  return present.items ? { inner: presentOf(present.items, defs), path: '[]' } : { inner: present, path: '' };
}

/** Without `null`, and the definition where it names one. */
function presentOf(part: Part, defs: Defs): Part {
  if (part.$ref) return defs[defOf(part)] ?? part;
  const choices = part.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  return choices[0] ? presentOf(choices[0], defs) : part;
}

/** `time`, `login or null`, `list of objects`, `"open"` or `"closed"`. */
function shapeOf(part: Part, defs: Defs): string {
  if (part.anyOf) return part.anyOf.map((one) => shapeOf(one, defs)).join(' or ');
  if (part.const !== undefined) return `\`${JSON.stringify(part.const)}\``;
  if (part.enum) return part.enum.map((one) => (one === null ? 'null' : `\`${JSON.stringify(one)}\``)).join(', ');
  if (part.$ref) return defs[defOf(part)]?.properties ? 'object' : defOf(part);
  if (Array.isArray(part.type)) return part.type.map((type) => words[type] ?? type).join(' or ');
  if (part.items) return `list of ${plural(shapeOf(part.items, defs))}`;
  if (typeof part.additionalProperties === 'object') return `${shapeOf(part.additionalProperties, defs)} by name`;
  return words[String(part.type)] ?? String(part.type);
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
};

function plural(shape: string): string {
  return shape === 'object' || shape === 'text' ? `${shape}s` : shape;
}

function defOf({ $ref = '' }: Part): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}
