// The same report as one text to fill in: an issue template without a form, for who files by mail or from a script.
import type { Handbook } from '../core/handbook.ts';
import { asYaml } from './as-yaml.ts';
import { type Question, questionsOf } from './form-questions.ts';

/** The template as GitHub reads it from `.github/ISSUE_TEMPLATE/*.md`. Left empty, it tells nothing. */
export function plainReport(handbook: Handbook, isPrivate: boolean): string {
  const matter = {
    name: 'Incident report (plain text)',
    about: 'The same report as one text to fill in, for those who file by mail or from a script.',
    title: '',
    labels: handbook.label.name,
  };
  const head = "<!-- Fill in what you know and leave the rest empty. No passwords, tokens or customers' data. -->";
  const sections = questionsOf(handbook, isPrivate).map(section);
  return `---\n${asYaml(matter)}---\n\n${[head, ...sections].join('\n\n')}\n`;
}

function section({ heading, choices, several, example }: Question): string {
  const told = choices.length > 0 ? `${several ? 'Any of: ' : 'One of: '}${choices.join(', ')}` : example;
  // A comment ends at its first `-->`; names come from people's configs.
  return `## ${heading}${told === null ? '' : `\n<!-- ${told.replaceAll('--', '- -')} -->`}`;
}
