// The issue forms that we ship say what the default handbook reads.
import { parse } from 'yaml';
import { isReport, readReport } from '../../src/thread/report.ts';
import { ours, resolve } from './ground.ts';

interface FormItem {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly options?: readonly string[] };
}
const form = parse(ours('.github/ISSUE_TEMPLATE/incident-report.yml')) as {
  readonly labels: readonly string[];
  readonly body: readonly FormItem[];
};
const classic = ours('.github/ISSUE_TEMPLATE/incident-report-classic.md').replace(/^---[\s\S]*?\n---\n/, '');
const { handbook } = resolve(null);
const fields = form.body.filter(({ type }) => type !== 'markdown');

test("the form's labels are the handbook's headings, in its order", () => {
  const asked = Object.entries(handbook.headings).filter(([, words]) => words.length > 0);
  const first = asked.map(([, [heading]]) => heading);
  expect(fields.map(({ attributes }) => attributes.label)).toEqual(first);
  expect(fields.map(({ id }) => id)).toEqual(asked.map(([field]) => field));
  expect([...classic.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(first);
});

test('its choices are words that the handbook hears', () => {
  const choices = (id: string) => fields.find((field) => field.id === id)?.attributes.options;
  expect(choices('severity')).toEqual(['Sev-1', 'Sev-2', 'Sev-3', 'Sev-4', 'Not sure']);
  expect(
    choices('severity')
      ?.slice(0, -1)
      .map((word) => word.toLowerCase()),
  ).toEqual(handbook.severities.map(({ id }) => id));
  expect(choices('impact')?.map((word) => word.toLowerCase())).toEqual(Object.keys(handbook.matrix));
  expect(choices('urgency')).toEqual(choices('impact'));
});

test('it makes an incident', () => {
  expect(form.labels).toEqual([handbook.label.name]);
});

test('what the form files is read back, field by field', () => {
  const body = fields.map(({ id, attributes }) => `### ${attributes.label}\n\nanswer to ${id}\n`).join('\n');
  const report: Readonly<Record<string, string | undefined>> = readReport(body, handbook.headings);
  expect(isReport(body, handbook.headings)).toBe(true);
  expect(fields.map(({ id = '' }) => report[id])).toEqual(fields.map(({ id }) => `answer to ${id}`));
});

test('the plain text, filled in, is read back; left empty, it tells nothing', () => {
  const filled = classic.replace(/^## (.*)$/gm, '## $1\nfilled');
  expect(Object.values(readReport(filled, handbook.headings))).toEqual(fields.map(() => 'filled'));
  expect(isReport(classic, handbook.headings)).toBe(true);
  expect(readReport(classic, handbook.headings)).toEqual({});
});
