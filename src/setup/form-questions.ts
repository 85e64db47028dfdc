// What a report asks, field by field, in the handbook's own headings: the issue form and the plain text are made of it.

import { type Field, fields, type Handbook, type Severity } from '../core/handbook.ts';
import type { Service } from '../core/service.ts';

/** One question. `choices`: it is answered by picking; without them, in words. */
export interface Question {
  readonly field: Field;
  /** The handbook's first heading of the field. */
  readonly heading: string;
  readonly hint: string | null;
  readonly example: string | null;
  readonly long: boolean;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly several: boolean;
}

/** The choice of who cannot tell; read as no answer. */
export const notSure = 'Not sure';

/**
 * The questions in the order of the form. Left out: what the handbook has no heading or no use for.
 * @param isPrivate whether the repository is; in a public one matters that must not be spoken of there are no choice: who
 * picked one would have told it already
 */
export function questionsOf(handbook: Handbook, isPrivate: boolean): readonly Question[] {
  const asked = fields.filter((field) => isAsked(field, handbook, isPrivate));
  return asked.map((field) => {
    const { choices = [], ...hints } = pick(field, handbook, isPrivate);
    const words = { ...plainWords[field], ...hints };
    return {
      field,
      heading: handbook.headings[field][0] ?? field,
      hint: words.hint ?? null,
      example: choices.length > 0 ? null : (words.example ?? null),
      long: words.long ?? false,
      required:
        field === 'summary' || field === 'severity' || (field === 'type' && handbook.classification === 'required'),
      choices,
      several: field === 'services' && choices.length > 0,
    };
  });
}

interface Words {
  readonly hint?: string;
  readonly example?: string;
  readonly long?: boolean;
}

const plainWords: Readonly<Record<Field, Words>> = {
  summary: { hint: 'What is broken, in one or two sentences.', long: true },
  severity: {},
  type: {},
  impact: { hint: 'Who is hurt, and how.', long: true },
  urgency: { hint: 'How soon it hurts.' },
  services: { example: 'checkout, payments' },
  symptoms: { hint: 'What people see. Error messages, graphs, links.', long: true },
  started: { hint: 'When it began, as far as you know.', example: '14:02' },
  detected: { hint: 'When somebody or something noticed it.', example: '5m ago' },
  'how-detected': { example: 'alert, customer, by chance' },
  'users-affected': { example: 'about 2,000, all in Europe' },
  functions: { example: 'ordering, invoicing' },
  workaround: { hint: 'What people can do meanwhile, if anything.', long: true },
  over: { hint: 'Only for an incident that is over already, with the time; it is then recorded as a past one.' },
};

function isAsked(field: Field, handbook: Handbook, isPrivate: boolean): boolean {
  const { headings, matrix } = handbook;
  if (headings[field].length === 0) return false;
  if (field === 'urgency') return Object.keys(matrix).length > 0;
  return field !== 'type' || typesOf(handbook, isPrivate).length > 1;
}

function pick(field: Field, handbook: Handbook, isPrivate: boolean): Words & { readonly choices?: readonly string[] } {
  const { severities, matrix, services } = handbook;
  const axes = Object.keys(matrix).map(capital);
  if (field === 'severity') {
    const hint = severities.map((one) => `- ${choiceOf(one)}: ${meaning(one)}`).join('\n');
    return { hint, choices: [...severities.map(choiceOf), notSure] };
  }
  if (field === 'type') {
    const open = typesOf(handbook, isPrivate);
    return {
      hint: open.map((one) => `- ${one.name}: ${one.description}`).join('\n'),
      choices: open.map(({ name }) => name),
    };
  }
  if (field === 'how-detected' && handbook.reportedBy.length > 0) {
    const hint = handbook.reportedBy
      .flatMap(({ questions }) => questions.map((question) => `- ${question}`))
      .join('\n');
    return { ...(hint && { hint }), choices: handbook.reportedBy.map(({ name }) => name) };
  }
  if (field === 'services' && services.length > 0)
    return {
      hint: 'Pick all that you know of; one that is not listed belongs into the summary.',
      choices: services.map(serviceChoice),
    };
  if (field === 'impact' && axes.length > 0)
    return {
      hint: 'How much is affected. With the urgency it gives the severity where you are not sure.',
      choices: axes,
    };
  return field === 'urgency' ? { choices: axes } : {};
}

function typesOf({ types }: Handbook, isPrivate: boolean): Handbook['types'] {
  return types.filter((type) => isPrivate || !type.private);
}

/** Its name; several are filed as a list with commas, and a name that has one would be read as two. */
function serviceChoice({ id, name }: Service): string {
  return /[,;]/.test(name) ? id : name;
}

/** A severity as a form offers it, `Sev-1 Critical`: its label and what people call it, in a way that is read back. */
export function choiceOf({ id, name }: Severity): string {
  return bare(name).startsWith(bare(id)) ? name : `${capital(id)} ${name}`;
}

/** Its description; many begin with the name, because they are the label's. */
function meaning({ name, description }: Severity): string {
  return description.startsWith(`${name}: `) ? description.slice(name.length + 2) : description;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
