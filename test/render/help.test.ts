// `/help`: by the asker's right and the incident's phase.
import type { Entry } from '../../src/core/entry.ts';
import { renderAnswers } from '../../src/render/answers.ts';
import { answer, asked, catalogue, closing, moved, topic } from './questions.ts';
import { eve, handbook, incidentOf, said, story, templates } from './sample.ts';

test('help says what this person may type, and who may the rest', () => {
  const text = answer(asked('10:30', 'help'));
  expect(text).toContain('**eve** asked `/help` at 10:30 UTC');
  expect(text).toContain('The incident is running. As a responder you may type');
  expect(text).toContain('| `/role <role> [@who\\|none]` | Does role |');
  expect(text).toContain("For others: the role's holder or a lead: `/handover` · leads: `/cancel`");
});

test('a reader gets less, a role gives what it names, the handbook has the last word', () => {
  expect(answer(asked('10:30', 'help', '', 'anyone'))).not.toContain('| `/note` |');
  const holder = said('10:02', eve, {
    kind: 'role',
    role: 'communications',
    change: 'given',
    holder: eve,
    before: null,
  });
  const incident = incidentOf(holder);
  const withRole = renderAnswers(
    eve,
    [{ ...asked('10:30', 'help', '', 'anyone'), incident }],
    handbook,
    catalogue,
    templates,
  );
  expect(withRole).toContain('| `/update` | Does update |');
  expect(withRole).toContain('| `/handover` |');
  expect(withRole).not.toContain('| `/role');
  const strict = { ...handbook, who: { note: 'lead' } as const };
  const narrowed = renderAnswers(eve, [asked('10:30', 'help')], strict, catalogue, templates);
  expect(narrowed).not.toContain('| `/note` |');
  expect(narrowed).toContain('leads: `/note`');
});

test('help shows eight lines, most needed first, and folds the rest', () => {
  const [open = '', folded = ''] = answer(asked('10:30', 'help', '', 'lead')).split('<details>');
  const many = Array.from({ length: 20 }, (_, index) => topic(`other-${index}`, 'anyone'));
  const long = renderAnswers(eve, [asked('10:30', 'help', '', 'lead')], handbook, [...catalogue, ...many], templates);
  const [top = '', rest = ''] = long.split('<details>');
  expect(top.match(/^\| `\//gm)?.length).toBeLessThanOrEqual(8);
  expect(top).toMatch(/\| `\/update`[\s\S]*\| `\/mitigated`/);
  expect(rest.match(/^\| `\/other/gm)).toHaveLength(20);
  expect(open + folded).not.toContain('other-');
});

test('before there is an incident only what may be said there', () => {
  const text = renderAnswers(eve, [{ ...asked('10:30', 'help'), incident: null }], handbook, catalogue, templates);
  expect(text).toContain('| `/help` |');
  expect(text).not.toContain('`/role');
});

test('help about a command, its alias and a role', () => {
  expect(answer(asked('10:30', 'help', '/assign'))).toContain('- For responders: you may.');
  expect(answer(asked('10:30', 'help', 'cancel'))).toContain('- For leads: you may not (you are a responder).');
  const role = answer(asked('10:30', 'help', 'scribe'));
  expect(role).toContain('Scribe: bob.');
  expect(role).toContain('- Be the scribe');
});

test.each<[string, Entry[], string[], string[]]>([
  ['new', [], ['ack', 'severity', 'cancel'], ['incident', 'reopen']],
  ['active', [...story], ['update', 'mitigated', 'cancel'], ['incident', 'reopen', 'ack']],
  ['mitigated', [...story, moved('monitoring')], ['reopen', 'cancel'], ['incident', 'ack', 'mitigated']],
  ['resolved', [...story, moved('resolved')], ['reopen', 'cancel'], ['incident', 'ack', 'mitigated']],
  ['closed', [...story, moved('resolved'), closing], ['reopen', 'note'], ['ack', 'mitigated', 'cancel', 'join']],
])('help on an incident that is %s leaves out what means nothing now', (_, entries, now, never) => {
  const question = { ...asked('12:30', 'help', '', 'lead'), incident: incidentOf(...entries) };
  const text = renderAnswers(eve, [question], handbook, catalogue, templates);
  for (const name of now) expect(text).toContain(`| \`/${name}`);
  for (const name of never) expect(text).not.toContain(`\`/${name}`);
});
