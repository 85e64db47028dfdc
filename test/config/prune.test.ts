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
    'clocks: {response: {name: Response, from: declared, to: acknowledged, owner: commander, within: {sev-1: 15m, sev-4: 1d}}}',
    'checklist: {page: {text: Page, severities: [sev-1, sev-4]}, rest: {text: Rest, severities: [sev-4]}}',
  ].join('\n');
  const changed = handbook(text);
  expect(changed.clocks.find(({ id }) => id === 'response')?.within).toEqual({
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
