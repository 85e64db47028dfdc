// Answers: newest on top, at most five, by the asker's right.
import type { Right } from '../../src/core/handbook.ts';
import { type Asked, renderAnswers } from '../../src/render/answers.ts';
import { answer, asked, catalogue } from './questions.ts';
import { ada, bob, eve, handbook, incidentOf, said, story, templates } from './sample.ts';

test('a level is told once: not its name, not a criterion that says the same, and commands only to who may type them', () => {
  const [first, ...more] = handbook.severities;
  if (!first) throw new Error('The handbook has severities');
  const told = {
    ...first,
    description: 'Critical: all is down',
    criteria: ['All is down.', 'No way around, see `/help @who`'],
    examples: ['No site.', 'No mail.'],
  };
  const page = (right: Right) =>
    renderAnswers(
      eve,
      [asked('10:30', 'severity', '', right)],
      { ...handbook, severities: [told, ...more] },
      catalogue,
      templates,
    );
  expect(page('responder')).toContain(
    '**`sev-1` Critical** (now): all is down\n- No way around, see `/help @who`\n- *for example*: No site; No mail\n',
  );
  expect(page('responder')).toMatch(/`\/severity <level> because …`\n$/);
  expect(page('anyone')).toMatch(/`\/roles`\n$/);
});

test('the catch-up offers what the asker may say, and tells the last update beside the summary', () => {
  expect(answer(asked('10:40', 'catchup'))).toContain('`/join`');
  expect(answer(asked('10:40', 'catchup', '', 'anyone'))).not.toContain('`/join`');
  const summed = incidentOf(
    ...story,
    said('10:25', ada, { kind: 'situation', field: 'summary', text: 'A bad deploy' }),
  );
  const text = renderAnswers(eve, [{ ...asked('10:40', 'catchup'), incident: summed }], handbook, catalogue, templates);
  expect(text).toContain('- **What is known** A bad deploy');
  expect(text).toContain('- **Last update** Rolling back the 10:00 deploy (ada, 10:20 UTC), next one due 10:50 UTC');
});

test('what solved it: the reason said with the resolving status, where nothing was decided', () => {
  const resolved = said('12:00', ada, { kind: 'status', status: 'resolved', because: 'we rolled @back' });
  const incident = incidentOf(...story, resolved);
  const text = renderAnswers(eve, [{ ...asked('12:40', 'sitrep'), incident }], handbook, catalogue, templates);
  expect(text).toContain('- **Solution**: we rolled @\u200Bback');
  expect(text).not.toContain('at its worst');
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
  expect(levels).toContain('**`sev-1` Critical** (now): Critical impact');
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
  // Two older answers, and what the help folds.
  expect(text.match(/<\/summary>/g)).toHaveLength(3);
});

test('roles are answered as they were when asked', () => {
  const before: Asked = { ...asked('10:01', 'roles'), incident: incidentOf() };
  expect(answer(before)).not.toContain('ada since');
  expect(answer(asked('10:30', 'roles'))).toContain(`${ada.login} since 10:02 UTC`);
  expect(answer(asked('10:30', 'roles'))).toContain(`${bob.login} since 10:06 UTC`);
});
