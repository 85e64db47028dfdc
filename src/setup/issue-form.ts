// The issue form of a handbook: GitHub shows it to who reports, and Sitrep reads what it files.
import type { Handbook } from '../core/handbook.ts';
import { asYaml } from './as-yaml.ts';
import { hasPrivateMatters } from './chooser.ts';
import { type Question, questionsOf } from './form-questions.ts';

const intro = `Nobody has to know everything to file this. Sitrep reads the report, and what it cannot read it names on its card.
Times: \`14:02\`, \`14:02 Europe/Berlin\`, \`2026-03-02 14:02\`, \`15m ago\`. Times without a zone are read in the repository's zone.
**Do not paste passwords, tokens or customers' data here.**`;

/**
 * The form as GitHub reads it from `.github/ISSUE_TEMPLATE/*.yml`; see GitHub's "Syntax for issue forms".
 * @param place the repository: its address for private reports (null: not known), and whether it is private itself
 */
export function issueForm(handbook: Handbook, { report, isPrivate }: FormPlace): string {
  const value = hasPrivateMatters(handbook) && !isPrivate ? `${intro}\n${elsewhere(report)}` : intro;
  const form = {
    name: 'Incident report',
    description: 'Something is broken, or was. Fill in what you know; the rest can follow.',
    labels: [handbook.label.name],
    body: [{ type: 'markdown', attributes: { value } }, ...questionsOf(handbook, isPrivate).map(element)],
  };
  return asYaml(form);
}

/** Where a form stands. */
export interface FormPlace {
  readonly report: string | null;
  readonly isPrivate: boolean;
}

function elsewhere(report: string | null): string {
  const way =
    report === null
      ? 'under "Security" in this repository, "Report a vulnerability"'
      : `[in the form for that](${report})`;
  return `**A weakness or an attack is not reported in an issue, which everybody can read, but in private: ${way}.**`;
}

/** GitHub refuses keys that a kind of element does not know, and empty ones. */
function element(question: Question): Readonly<Record<string, unknown>> {
  const { field, heading, hint, example, long, required, choices, several } = question;
  const attributes = {
    label: heading,
    ...(hint === null ? {} : { description: hint }),
    ...(example === null ? {} : { placeholder: example }),
    ...(choices.length === 0 ? {} : { options: choices, ...(several ? { multiple: true } : {}) }),
  };
  const type = choices.length > 0 ? 'dropdown' : long ? 'textarea' : 'input';
  return { type, id: field, attributes, ...(required ? { validations: { required } } : {}) };
}
