// Taking an entry out of a handbook takes out what only spoke of it.
import { resolve, shown } from './ground.ts';

const problems = (text: string) => resolve(text).problems.map(shown);
const handbook = (text: string) => {
  const resolved = resolve(text);
  expect(resolved.problems).toEqual([]);
  return resolved.handbook;
};

test('a severity: what names it as a key or in a list goes with it', () => {
  const { severities, matrix } = resolve(null).handbook;
  expect(severities).toHaveLength(4);
  expect(matrix.low?.low).toBe('sev-4');
  const text = [
    'severities: {sev-4: null}',
    'matrix: {medium: {low: sev-3}, low: {medium: sev-3, low: sev-3}}',
    'clocks: {reply: {name: Response, from: declared, to: acknowledged, owner: commander, within: {sev-1: 15m, sev-4: 1d}}}',
    'checklist: {page: {text: Page, severities: [sev-1, sev-4]}, rest: {text: Rest, severities: [sev-4]}}',
  ].join('\n');
  const changed = handbook(text);
  expect(changed.clocks.find(({ id }) => id === 'reply')?.within).toEqual({
    'sev-1': { amount: 15, unit: 'minutes' },
  });
  expect(changed.checklist.find(({ id }) => id === 'page')?.severities).toEqual(['sev-1']);
  // For it alone: an empty list would mean every severity.
  expect(changed.checklist.some(({ id }) => id === 'rest')).toBe(false);
});

test('what must name something is a problem still', () => {
  expect(problems('severities: {sev-4: null}')).toEqual([
    expect.stringContaining('names the severity `sev-4`, which is not there.'),
    expect.anything(),
    expect.anything(),
  ]);
  expect(problems('severities: {sev-1: null}').join()).toContain('`major` names the severity `sev-1`');
});

test('a role: who owed something is any responder; where only it may approve, a person must say who does', () => {
  const owed = (text: string) => handbook(text).checklist.find(({ id }) => id === 'actions-documented')?.role;
  expect(owed('')).toBe('scribe');
  expect(owed('roles: {scribe: null}')).toBeNull();
  const audience = (roles: string) =>
    `roles: {scribe: null}\naudiences: {all: {name: All, approval: {sev-1: ${roles}}}}\n`;
  expect(handbook(audience('[commander, scribe]')).audiences.find(({ id }) => id === 'all')?.approval).toEqual({
    'sev-1': ['commander'],
  });
  expect(problems(audience('[scribe]')).join()).toContain('names the role `scribe`, which is not there');
});

test('a status: the moves to it go', () => {
  const { statuses } = handbook('statuses: {identified: null}\nchecklist: {root-cause: null}\n');
  expect(statuses.flatMap(({ next }) => next)).not.toContain('identified');
});

test('a table that is replaced: what is not there any more is spoken of no more', () => {
  const text = [
    'replace: [roles, checklist]',
    'roles: {boss: {name: Boss, leads: true}}',
    'checklist: {told: {text: Everybody was told}}',
  ].join('\n');
  const { tasks, clocks } = handbook(text);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.every(({ role }) => role === null)).toBe(true);
  expect(clocks.length).toBeGreaterThan(0);
  expect(clocks.every(({ owner }) => owner === 'boss')).toBe(true);
});

test('levels of its own: a clock that is left without a time goes', () => {
  const text = [
    'replace: [severities, matrix]',
    'severities: {bad: {name: Bad, color: b60205, description: Bad}, worse: {name: Worse, color: b60205, description: Worse}}',
    'major: bad',
    'matrix: null',
    'unsure: {severity: bad}',
    'post-mortem: {required-at: [bad]}',
    'clocks: {reply: {name: Reply, from: declared, to: acknowledged, owner: scribe, within: {bad: 15m, sev-1: 10m}}}',
  ].join('\n');
  const { clocks, tasks } = handbook(text);
  expect(clocks.map(({ id }) => id)).toEqual(['reply']);
  expect(clocks[0]?.within).toEqual({ bad: { amount: 15, unit: 'minutes' } });
  expect(tasks.every(({ severities }) => severities.length === 0)).toBe(true);
});
