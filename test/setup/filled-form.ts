// What GitHub files when somebody fills an issue form in.
import { parse } from 'yaml';

interface Element {
  readonly type: 'markdown' | 'input' | 'textarea' | 'dropdown';
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly options?: readonly string[];
    readonly multiple?: boolean;
  };
  readonly validations?: { readonly required?: boolean };
}

export interface Form {
  readonly name: string;
  readonly labels: readonly string[];
  readonly body: readonly Element[];
}

/** GitHub reads YAML 1.1, where more words are no text than in 1.2. */
export function formIn(text: string): Form {
  return parse(text, { version: '1.1' }) as Form;
}

/**
 * The body: every heading with its answer. @throws for an answer that the form does not take, as GitHub's page does
 * @param answers by the element's id; several choices of a list joined by commas
 */
export function filled({ body }: Form, answers: Readonly<Record<string, string>>): string {
  const asked = body.filter(({ type }) => type !== 'markdown');
  const strange = Object.keys(answers).filter((id) => !asked.some((element) => element.id === id));
  if (strange.length > 0) throw new Error(`The form does not ask ${strange.join(', ')}`);
  return asked.map((element) => `### ${element.attributes.label}\n\n${answerTo(element, answers)}`).join('\n\n');
}

function answerTo({ id = '', attributes, validations }: Element, answers: Readonly<Record<string, string>>): string {
  const answer = answers[id];
  if (answer === undefined && validations?.required) throw new Error(`${id} must be answered`);
  const { options, multiple } = attributes;
  for (const choice of options && answer !== undefined ? (multiple ? answer.split(', ') : [answer]) : [])
    if (!options?.includes(choice)) throw new Error(`${choice} is no choice of ${id}`);
  return answer ?? '_No response_';
}
