// Answers: by the asker's right, newest on top, at most five.
import type { Right } from '../../src/core/handbook.ts';
import type { Question } from '../../src/core/timeline.ts';
import { type Asked, type HelpTopic, renderAnswers } from '../../src/render/answers.ts';
import { ada, bob, eve, handbook, incidentOf, said, story, templates } from './sample.ts';

const topic = (name: string, who: Right, more: Partial<HelpTopic> = {}): HelpTopic => ({
  name,
  aliases: [],
  usage: `/${name}`,
  does: `Does ${name}`,
  who,
  examples: [],
  ...more,
});

const catalogue = [
  topic('help', 'anyone', { beforeIncident: true }),
  topic('note', 'reporter'),
  topic('role', 'responder', {
    usage: '/role <role> [@who|none]',
    aliases: ['assign'],
    examples: ['/role scribe @bob'],
  }),
  topic('update', 'responder'),
  topic('handover', 'holder'),
  topic('cancel', 'lead'),
];

function asked(at: string, question: Question, about = '', right: Right = 'responder'): Asked {
  return { entry: said(at, eve, { kind: 'asked', question, about, right }), incident: incidentOf(...story) };
}

const answer = (...questions: readonly Asked[]): string =>
  renderAnswers(eve, questions, handbook, catalogue, templates);

test('help says what this person may type, and who may the rest', () => {
  const text = answer(asked('10:30', 'help'));
  expect(text).toContain('**eve** asked `/help` at 10:30 UTC');
  expect(text).toContain('You are a responder here.');
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
  expect(role).toContain('`scribe`, held by bob.');
  expect(role).toContain('- Be the scribe');
});

test('the newest on top, older ones folded, five kept', () => {
  const text = answer(
    asked('10:30', 'roles'),
    asked('10:31', 'severity'),
    asked('10:32', 'status'),
    asked('10:33', 'catchup'),
    asked('10:34', 'sitrep'),
    asked('10:35', 'help', 'role'),
  );
  expect([...text.matchAll(/(?:asked `|<summary>)(\/[a-z ]+?)`? at/g)].map(([, word]) => word)).toEqual([
    '/help role',
    '/sitrep',
    '/catchup',
    '/status',
    '/severity',
  ]);
  expect(text.indexOf('<details>')).toBeGreaterThan(text.indexOf('/help role'));
});

test('status names the legal moves, severity the levels', () => {
  expect(answer(asked('10:30', 'status'))).toContain(
    '`investigating` since 10:02 UTC, `sev-1` Critical. It may go on with `/status identified`, `/status monitoring` or `/status resolved`',
  );
  const levels = answer(asked('10:30', 'severity'));
  expect(levels).toContain('**`sev-1` Critical** (now)');
  expect(levels).toContain('- Critical for users');
});

test('catch-up and situation report, to be read', () => {
  expect(answer(asked('10:40', 'catchup'))).toMatchSnapshot();
  expect(answer(asked('10:41', 'sitrep'))).toMatchSnapshot();
});

test('a word in a question cannot break out of the comment', () => {
  const text = answer(
    asked('10:30', 'status'),
    asked('10:31', 'help', '</summary>@org/team `'),
    asked('10:32', 'status'),
  );
  expect(text).not.toContain('@org');
  expect(text.match(/<\/summary>/g)).toHaveLength(2);
});

test('roles are answered as they were when asked', () => {
  const before: Asked = { ...asked('10:01', 'roles'), incident: incidentOf() };
  expect(answer(before)).not.toContain('ada since');
  expect(answer(asked('10:30', 'roles'))).toContain(`${ada.login} since 10:02 UTC`);
  expect(answer(asked('10:30', 'roles'))).toContain(`${bob.login} since 10:06 UTC`);
});
