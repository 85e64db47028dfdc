// Why a text is no YAML, once and in words for people: where the first fault begins, and what to write there.
import type { YAMLError } from 'yaml';
import { shown } from './shown.ts';
import { unclosed } from './unclosed.ts';
import { withoutStacks } from './without-stacks.ts';

export interface NotYaml {
  /** Where in the text. */
  readonly offset: number;
  readonly what: string;
  readonly suggestion: string;
}

/** What is wrong with a text that has errors: what comes after the first of them only follows from it. */
export function notYaml(text: string, errors: readonly YAMLError[]): NotYaml | null {
  const [first] = errors.toSorted((one, other) => one.pos[0] - other.pos[0]);
  if (!first) return null;
  const open = withoutStacks(() => unclosed(text));
  // A bracket on a later line has nothing to do with it.
  if (open && !text.slice(first.pos[0], open.offset).includes('\n')) {
    const { sign, end, offset } = open;
    const what = `This is not YAML: this \`${sign}\` is never closed`;
    return { offset, what, suggestion: `Write \`${end}\` where it ends.` };
  }
  return withoutColon(text, first) ?? { offset: first.pos[0], what: `This is not YAML: ${plain(first)}`, suggestion };
}

const suggestion = 'Mend this line.';

/** A line without a `:` where a key was wanted. */
function withoutColon(text: string, { message, pos: [offset] }: YAMLError): NotYaml | null {
  if (!/^Implicit (?:map )?keys need/.test(message)) return null;
  const colon = missingColon(text.slice(offset));
  return colon && { offset, what: `This is not YAML: ${colon.what}`, suggestion: colon.suggestion };
}

/** A text that begins with words in place of a key and its value; null: its first line has a `:`, or is no such thing. */
export function missingColon(text: string): { readonly what: string; readonly suggestion: string } | null {
  const line = (text.split('\n', 1)[0] ?? '').trim();
  const [, word, rest = ''] = /^([A-Za-z][\w-]*)(?: +([^\s:].*))?$/.exec(line) ?? [];
  if (word === undefined || /:(?:\s|$)/.test(line)) return null;
  const value = rest === '' ? '' : ` ${shown(rest)}`;
  return { what: `a \`:\` is missing after \`${shown(word)}\``, suggestion: `Write \`${shown(word)}:${value}\`.` };
}

function plain({ message }: YAMLError): string {
  return shown(message.split('\n')[0] ?? '', 160).replace(/[.:]$/, '');
}
