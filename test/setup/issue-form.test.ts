// The generated form: GitHub takes it, and Sitrep reads every answer that it can file, for each of our handbooks.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { severityTold } from '../../src/commands/hear-severity.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { sealWith } from '../../src/core/seal.ts';
import { serviceNamed } from '../../src/core/service.ts';
import { asConfig } from '../../src/files-to-check.ts';
import { createServices } from '../../src/footing.ts';
import { choiceOf } from '../../src/setup/form-questions.ts';
import { issueForm } from '../../src/setup/issue-form.ts';
import { plainReport } from '../../src/setup/plain-report.ts';
import { readShipped } from '../../src/shipped.ts';
import { isReport, readReport } from '../../src/thread/report.ts';
import { readServices } from '../../src/thread/report-values.ts';
import { filled, formIn } from './filled-form.ts';

const shipped = readShipped();
const services = `services:
  payments: { name: Payments and refunds, aliases: [pay] }
  search: {}
  "no": { name: 'Norway, Oslo' }
`;

function handbookOf(id: string, more = ''): Handbook {
  const services = createServices(shipped, sealWith(null));
  const { handbook, problems } = services.resolve(asConfig('/nowhere/sitrep.yml', `handbook: ${id}\n${more}`).files);
  expect(problems).toEqual([]);
  return handbook;
}

const open = { report: null, isPrivate: false };
const ids = Object.keys(shipped.handbooks);

test.each(ids)('%s: the form is one that GitHub takes', (id) => {
  const form = formIn(issueForm(handbookOf(id, services), open));
  expect(form.labels).toEqual([handbookOf(id).label.name]);
  const asked = form.body.filter(({ type }) => type !== 'markdown');
  const [names, labels] = [asked.map((one) => one.id), asked.map((one) => one.attributes.label?.toLowerCase())];
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(labels).size).toBe(labels.length);
  for (const { attributes } of form.body) {
    for (const value of Object.values(attributes)) expect(['string', 'object', 'boolean']).toContain(typeof value);
    const { options } = attributes;
    if (!options) continue;
    expect(options.length).toBeGreaterThan(0);
    expect(new Set(options.map((option) => option.toLowerCase())).size).toBe(options.length);
    for (const option of options) expect(option).toEqual(expect.stringMatching(/^(?!none$)\S/i));
  }
});

test.each(ids)('%s: each severity that can be picked is the one that is read, and not sure is none', (id) => {
  const handbook = handbookOf(id);
  const form = formIn(issueForm(handbook, open));
  const told = (severity: string) => {
    const report = readReport(filled(form, { summary: 'x', ...typeIn(form), severity }), handbook.headings);
    return severityTold(report, [], handbook);
  };
  const options = form.body.find((element) => element.id === 'severity')?.attributes.options ?? [];
  expect(options.slice(0, -1).map((option) => told(option))).toEqual(
    handbook.severities.map(({ id: severity }) => ({ severity, assumed: false, unread: null })),
  );
  expect(told(options.at(-1) ?? '')).toEqual({ severity: handbook.unsure.severity, assumed: true, unread: null });
});

function typeIn(form: ReturnType<typeof formIn>): Readonly<Record<string, string>> {
  const type = form.body.find((element) => element.id === 'type')?.attributes.options?.[0];
  return type === undefined ? {} : { type };
}

test.each(ids)('%s: every other answer arrives under its field', (id) => {
  const handbook = handbookOf(id);
  const form = formIn(issueForm(handbook, open));
  const answers = Object.fromEntries(
    form.body
      .filter(({ type }) => type !== 'markdown')
      .map((element) => [element.id ?? '', element.attributes.options?.[0] ?? `answer to ${element.id}`]),
  );
  const body = filled(form, answers);
  expect(isReport(body, handbook.headings)).toBe(true);
  expect(readReport(body, handbook.headings)).toEqual(answers);
});

test.each(ids)('%s: no choice of a type is one that must not be told in public, and each is a type', (id) => {
  const handbook = handbookOf(id);
  const options =
    formIn(issueForm(handbook, open)).body.find((element) => element.id === 'type')?.attributes.options ?? [];
  const types = options.map((option) => handbook.types.find(({ name }) => name === option));
  expect(types.map((type) => type?.private)).toEqual(options.map(() => false));
});

test('a private repository has a choice for every type, and a public one says where the private ones are reported', () => {
  const handbook = handbookOf(
    'workflow-guide',
    'types:\n  incident: {name: Incident, description: x}\n  ask: {name: Request, description: z}\n  leak: {name: Leak, description: y, private: true}\nheadings: {type: [Type]}\n',
  );
  const report = 'https://github.com/acme/ops/security/advisories/new';
  const form = (isPrivate: boolean) => formIn(issueForm(handbook, { report, isPrivate }));
  const types = (isPrivate: boolean) => form(isPrivate).body.find(({ id }) => id === 'type')?.attributes.options;
  expect([types(false), types(true)]).toEqual([
    ['Incident', 'Request'],
    ['Incident', 'Request', 'Leak'],
  ]);
  const words = (isPrivate: boolean) => JSON.stringify(form(isPrivate).body[0]);
  expect([words(false).includes(report), words(true).includes(report)]).toEqual([true, false]);
});

test('services that the config knows are picked, several at once, and each is the one that is read', () => {
  const handbook = handbookOf('workflow-guide', services);
  const form = formIn(issueForm(handbook, open));
  const element = form.body.find((one) => one.id === 'services');
  expect(element).toMatchObject({ type: 'dropdown', attributes: { multiple: true } });
  const picked = (element?.attributes.options ?? []).join(', ');
  const report = readReport(
    filled(form, { summary: 'x', severity: choiceOf(handbook.severities[0]!), services: picked }),
    handbook.headings,
  );
  const read = readServices(report.services ?? '').map((name) => serviceNamed(handbook.services, name)?.id);
  expect(read).toEqual(['payments', 'search', 'no']);
});

test.each(ids)('%s: the plain text is the same report, and tells nothing while it is empty', (id) => {
  const handbook = handbookOf(id, services);
  const text = plainReport(handbook, false).replace(/^---[\s\S]*?\n---\n/, '');
  expect(isReport(text, handbook.headings)).toBe(true);
  expect(readReport(text, handbook.headings)).toEqual({});
  const asked = formIn(issueForm(handbook, open)).body.flatMap((one) => one.id ?? []);
  const written = text.replace(/^## (.*)$/gm, '## $1\nfilled');
  expect(Object.keys(readReport(written, handbook.headings)).sort()).toEqual([...asked].sort());
});

test('our own form asks the same in the same order', () => {
  const own = formIn(
    readFileSync(new URL('../../.github/ISSUE_TEMPLATE/incident-report.yml', import.meta.url), 'utf8'),
  );
  const generated = formIn(issueForm(handbookOf('workflow-guide'), open));
  const shape = (form: typeof own) => form.body.map(({ type, id, attributes }) => [type, id, attributes.label]);
  expect(shape(generated)).toEqual(shape(own));
});
