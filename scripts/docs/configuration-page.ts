// The keys of `.github/sitrep.yml` and of a handbook's file, told by the tables that validate them.
import { z } from 'zod';
import { bare, flow } from '../../src/config/explain.ts';
import { rosterSchema } from '../../src/config/rota-entry.ts';
import { configSchema, handbookFileSchema } from '../../src/config/schema.ts';
import { rights } from '../../src/core/handbook.ts';
import { table } from './table.ts';

/** The whole page. */
export function configurationPage(): string {
  return `# Configuration

\`.github/sitrep.yml\` on the default branch says how one repository uses Sitrep. It is optional, and every key in it is. \`npm run sitrep -- check .github/sitrep.yml\` says whether it is sound; [sitrep.schema.json](sitrep.schema.json) (and for handbooks [handbook.schema.json](handbook.schema.json)) lets an editor say it while you type: \`# yaml-language-server: $schema=<its address>\` as the first line.

\`\`\`yaml
# .github/sitrep.yml
handbook: workflow-guide
zone: Europe/Berlin
announce: [raised, commander, resolved, relapsed]
responders: [acme/sre]
\`\`\`

Whatever is wrong in it is said with file, line and column: on the status card, once in the thread, and on the pull request that brings it. Open incidents go on with the last file that was sound, new ones with the default handbook.

## Changing the process

Tables are maps by id, and what you write is merged into the handbook: a key of an entry that is there is changed, a new id is added at the end, \`null\` takes out an entry, a key that need not be there, or a whole table; what only spoke of it (who owed a task, a message's audience, a clock's severity) goes with it. Where there may be none of something (\`breach-label\`, \`unstaffed-after\`, a clock's \`warn-at\`), \`null\` says that there is none, although it has a default; any other key that is taken out has its default again. Lists and single values replace what was there; only \`headings\` are added to. \`replace\` names tables that are taken whole.

\`\`\`yaml
# A role less, a role more, a second line of the checklist, and post-mortems for Sev-1 only.
roles:
  expert: null
  scribe:
    required-at: [sev-1, sev-2]
  customer-liaison:
    name: Customer liaison
    aliases: [liaison]
    duties: [Answers the customers who ask, and tells the commander what they see.]
    may: [note, update]
checklist:
  status-page:
    text: The status page says that it is over
    role: customer-liaison
post-mortem:
  required-at: [sev-1]
\`\`\`

\`\`\`yaml
# A checklist of one's own, colours, a stricter rule, and a form with other headings.
replace: [checklist]
checklist:
  told:
    text: Everybody was told
    proved-by: update-at-resolved
severities:
  sev-1: { color: '000000', description: All hands }
who:
  severity: lead
headings:
  severity: [Priority]
  services: [Which part is broken]
\`\`\`

## A handbook of your own

A file below \`.github/sitrep/\`; the config names it relative to that folder (\`handbook: our-process.yml\`; one that is called \`handbook.yml\` holds without being named). With \`extends\` it tells only what differs from another handbook, by the same rules; without it, it must be complete: [ours](../handbooks/workflow-guide.yml) shows each key.

\`\`\`yaml
# .github/sitrep/our-process.yml
extends: workflow-guide
id: our-process
name: Our process
takeover-after: 15m
\`\`\`

What we refuse: files over 96 KiB; aliases, anchors and tags of YAML; keys twice; paths that are absolute, hidden or lead out of the folder; handbooks that build on themselves. A handbook is also read for sense: every status can be reached and leads on to the last one, a milestone belongs to one status, the gate can be passed, every severity can be declared, every required role can be held and some role leads, who must approve is there, every field of a message and every page is there and can be filled in, every clock begins, ends, has a time and an owner, triage ends at a severity, ids that are named exist, labels fit GitHub's limits and differ by more than case, no word means two things.

Who may is one of ${rights.map((right) => `\`${right}\``).join(', ')}, least first: see [commands](commands.md).

## Keys of \`.github/sitrep.yml\`

${keysTable(configSchema)}

## Keys of a handbook

All of the above but \`handbook\` and \`app\`, and:

${keysTable(handbookFileSchema.pick({ extends: true, id: true, name: true }))}
`;
}

/** The JSON schema of the config, for editors. */
export function configJsonSchema(): string {
  return jsonSchema(configSchema, 'Sitrep: .github/sitrep.yml');
}

/** The JSON schema of the on-call file, for editors. */
export function rosterJsonSchema(): string {
  return jsonSchema(rosterSchema, 'Sitrep: .github/sitrep/oncall.yml');
}

/** The JSON schema of a handbook's file, for editors. */
export function handbookJsonSchema(): string {
  return jsonSchema(handbookFileSchema, "Sitrep: a handbook's file");
}

function jsonSchema(table: z.ZodObject, title: string): string {
  const schema = z.toJSONSchema(table, { io: 'input', reused: 'inline', override: asTyped });
  return `${JSON.stringify({ ...schema, title }, null, 2)}\n`;
}

/**
 * A default of a handbook is not one of a config: what a config leaves out stays as the handbook has it. Numbers are read as the
 * text that was typed, but an editor sees numbers.
 */
function asTyped({
  zodSchema,
  jsonSchema: part,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: { default?: unknown; type?: unknown };
}): void {
  delete part.default;
  const numeric = (text: string): boolean => z.safeParse(zodSchema, text).success;
  if (part.type === 'string') part.type = numbersAsTyped.some(numeric) ? ['string', 'number'] : 'string';
}

/** A level's word, colours, a version: what an editor shows as a number. */
const numbersAsTyped = ['1', '000000', '100', '1.5'];

/** Every key of a table with its type, meaning and example. */
export function keysTable(schema: z.ZodObject): string {
  return table(['key', 'type', 'means', 'example'], rows(schema, ''));
}

function rows(schema: z.ZodObject, before: string): readonly (readonly string[])[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const inner = bare(value as z.ZodType);
    const name = `${before}${key}`;
    const examples = (inner.meta()?.examples ?? []) as readonly unknown[];
    const example = examples.length > 0 ? `\`${key}: ${flow(examples[0])}\`` : '';
    const row = [`\`${name}\``, kindOf(inner), inner.meta()?.description ?? '', example];
    if (inner instanceof z.ZodRecord && bare(inner.valueType as z.ZodType) instanceof z.ZodObject) {
      return [row, ...rows(bare(inner.valueType as z.ZodType) as z.ZodObject, `${name}.<id>.`)];
    }
    if (inner instanceof z.ZodArray && bare(inner.element as z.ZodType) instanceof z.ZodObject) {
      return [row, ...rows(bare(inner.element as z.ZodType) as z.ZodObject, `${name}[].`)];
    }
    const told =
      inner instanceof z.ZodObject &&
      Object.values(inner.shape).some((one) => bare(one as z.ZodType).meta()?.description);
    return told ? [row, ...rows(inner, `${name}.`)] : [row];
  });
}

function kindOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `\`${option}\``).join(', ');
  if (schema instanceof z.ZodArray) return `list of ${plural(kindOf(bare(schema.element as z.ZodType)))}`;
  if (schema instanceof z.ZodRecord) return `map to ${kindOf(bare(schema.valueType as z.ZodType))}`;
  if (schema instanceof z.ZodObject) return 'map';
  return schema instanceof z.ZodBoolean ? '`true`, `false`' : 'text';
}

function plural(kind: string): string {
  return kind === 'text' ? 'texts' : kind;
}
