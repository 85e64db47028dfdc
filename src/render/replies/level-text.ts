// One level of severity, told so that it can be recognised at night.
import type { Handbook, Severity } from '../../core/handbook.ts';
import { termText } from '../../time/term.ts';
import { severityName } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';
import { whoMay } from './who-may.ts';

/** Name, what it means, how it is answered, what makes it one, examples, and whose word it is. */
export function levelText(level: Severity, present: boolean, handbook: Handbook): string {
  const { id, name, description, criteria, examples } = level;
  const what = withoutName(description.trim(), name);
  const said = criteria.filter((line) => line.trim() !== '' && !alike(line, what) && !alike(line, description));
  const heading = `**${severityName(handbook, id) || quoteText(name)}**${present ? ' (now)' : ''}${what === '' ? '' : `: ${quoteOurs(what)}`}`;
  return [
    heading,
    ...(level.response === null ? [] : [`- *what then*: ${quoteOurs(level.response)}`]),
    ...said.map((line) => `- ${quoteOurs(line)}`),
    ...Object.entries(level.thresholds).map(([kind, lines]) => `- *${quoteText(kind)}*, any of: ${joined(lines)}`),
    ...(examples.length > 0 ? [`- *for example*: ${joined(examples)}`] : []),
    ...asked(level, handbook),
  ].join('\n');
}

/** What is particular about saying it, or taking it back. */
function asked({ setBy, stability, becomes }: Severity, handbook: Handbook): readonly string[] {
  const waits = handbook.lowering === 'after-stability' ? stability : null;
  return [
    ...(becomes ? [`- *no incident*: it becomes ${quoteText(becomes.name)}`] : []),
    ...(setBy.length > 0 ? [`- *whose word it is*: ${whoMay(setBy, handbook, null)}; until then it is assumed`] : []),
    ...(waits ? [`- *lowered* when it was stable for ${termText(waits)}`] : []),
  ];
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => quoteOurs(line.trim().replace(/\.$/, ''))).join('; ');
}

/** `Critical: the site is down` under the heading Critical says its name twice. */
function withoutName(line: string, name: string): string {
  const begun = `${name}:`;
  if (!line.toLowerCase().startsWith(begun.toLowerCase())) return line;
  return line.slice(begun.length).trim();
}

function alike(one: string, other: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/\W+/g, ' ').trim();
  return plain(one) === plain(other);
}
