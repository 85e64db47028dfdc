// The page of a handbook leaves nothing out: each sentence and each time of the file stands on it.
import { readFileSync } from 'node:fs';
import { termText } from '../src/time/term.ts';
import { resolve, shipped } from './config/ground.ts';

const pageOf = (id: string) => readFileSync(new URL(`../docs/handbooks/${id}.md`, import.meta.url), 'utf8');

/** Not for readers: the colours and descriptions of labels. */
const hidden = new Set(['color', 'label', 'breachLabel', 'headings']);

/** Sentences (whatever has a space in it, line by line) and times below a value, each with its path. */
function told(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') {
    return value.split('\n').flatMap((line) => (line.trim().includes(' ') ? [[path, line.trim()] as const] : []));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { amount, unit } = value as { readonly amount?: number; readonly unit?: 'minutes' | 'days' | 'business-days' };
  if (amount !== undefined && unit !== undefined) return [[path, termText({ amount, unit })]];
  return Object.entries(value).flatMap(([key, inner]) => (hidden.has(key) ? [] : told(inner, `${path}.${key}`)));
}

test.each(Object.keys(shipped))('%s: everything that the file says', (id) => {
  const { handbook, problems } = resolve(`handbook: ${id}\n`);
  expect(problems).toEqual([]);
  const page = pageOf(id).replaceAll('\\|', '|');
  const severities = handbook.severities.map((one) => ({ ...one, description: '' }));
  const all = told({ ...handbook, severities }, id);
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(([, text]) => !page.includes(text))).toEqual([]);
});
