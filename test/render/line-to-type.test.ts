// A refusal ends with the typed line mended, as far as it is known what was meant.
import { refusalText } from '../../src/render/replies/refusals.ts';
import { handbook, incidentOf } from './sample.ts';

const incident = incidentOf();

test.each([
  ['/rol commander', 'rol', 'role', '`/role commander`'],
  ['/sev-1 because all is down', 'sev-1', 'sev', '`/severity sev-1 because all is down`'],
  ['/monitoring at 11:40', 'monitoring', 'x', '`/status monitoring at 11:40`'],
  ['/users-notified', 'users-notified', 'x', '`/done users-notified`'],
])('a mistyped %s is mended as a whole line', (line, word, meant, mended) => {
  const text = refusalText({ reason: 'unknown-command', word, meant }, handbook, incident, line);
  expect(text.endsWith(mended)).toBe(true);
});

test.each([
  ['/task 1 doen', '/task @who [15m] text', '`/task 1 done`'],
  ['/role scribe bob', '/role scribe @bob', '`/role scribe @bob`'],
  ['/task look', '/task @who [15m] text', '`/task @who [15m] text`'],
])('where who is missing, %s ends with the line that was meant', (line, usage, meant) => {
  const command = line.split(' ')[0]?.slice(1) ?? '';
  const text = refusalText({ reason: 'missing', command, what: 'person', usage }, handbook, incident, line);
  expect(text.endsWith(meant)).toBe(true);
});

test.each([
  ['/handover scribe @bbo All is told', '`/handover scribe @login All is told`'],
  ['/sitrep task @bbo 5m x', '`/sitrep task @login 5m x`'],
  [`/task @bbo ${'x'.repeat(200)}`, '`/task … @login`'],
  [null, '/role … @login'],
])('an unknown person in %j is answered with %s', (typed, command) => {
  expect(refusalText({ reason: 'unknown-person', login: 'bbo' }, handbook, incident, typed)).toContain(command);
});
