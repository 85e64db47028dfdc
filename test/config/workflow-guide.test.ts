// The default handbook: its ids are a contract with everybody's labels and scenarios.
import { rank, statusFor, statusLabel } from '../../src/core/handbook.ts';
import { resolve } from './ground.ts';

const { handbook, problems, app } = resolve(null);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test('it is sound, and holds where there is no config', () => {
  expect(problems).toEqual([]);
  expect(app).toBeNull();
  expect(handbook.id).toBe('workflow-guide');
});

test('its ids are those of the contract', () => {
  expect(ids(handbook.severities)).toEqual(['sev-1', 'sev-2', 'sev-3', 'sev-4']);
  expect(ids(handbook.statuses)).toEqual(['new', 'investigating', 'identified', 'monitoring', 'resolved', 'closed']);
  expect(ids(handbook.roles)).toEqual(['commander', 'technical-lead', 'communications', 'scribe', 'expert']);
  expect(ids(handbook.checklist)).toEqual([
    'service-restored',
    'root-cause',
    'actions-documented',
    'users-notified',
    'monitoring-stable',
    'follow-ups-created',
    'knowledge-base-updated',
  ]);
  expect(statusLabel(handbook, 'new')).toBe('status: new');
});

test('its statuses map to milestones and move as the contract says', () => {
  expect(statusFor(handbook, 'acknowledged')?.id).toBe('investigating');
  expect(statusFor(handbook, 'mitigated')?.id).toBe('monitoring');
  const order = ids(handbook.statuses);
  for (const [at, status] of handbook.statuses.entries()) {
    const forward = order.slice(at + 1);
    const back = at > 1 ? [handbook.relapse] : [];
    expect([...status.next].sort()).toEqual([...new Set([...forward, ...back])].sort());
  }
});

test('a report that is not sure gets the higher severity', () => {
  const { matrix, unsure } = handbook;
  expect(Object.values(matrix).map((row) => Object.values(row))).toEqual([
    ['sev-1', 'sev-2', 'sev-3'],
    ['sev-2', 'sev-3', 'sev-4'],
    ['sev-3', 'sev-4', 'sev-4'],
  ]);
  expect(unsure).toEqual({ axis: 'high', severity: 'sev-2' });
});

test('every word people use for a severity or status is heard', () => {
  const heard = (word: string) => handbook.severities.find(({ aliases }) => aliases.includes(word))?.id;
  expect(['1', 'sev1', 'p1', 'critical', '4'].map(heard)).toEqual(['sev-1', 'sev-1', 'sev-1', 'sev-1', 'sev-4']);
  expect(handbook.statuses.find(({ aliases }) => aliases.includes('mitigated'))?.id).toBe('monitoring');
});

test('four roles are needed at sev-1 only, one leads, and none may give roles away', () => {
  const needed = handbook.roles.filter(({ requiredAt }) => requiredAt.length > 0);
  expect(ids(needed)).toEqual(['commander', 'technical-lead', 'communications', 'scribe']);
  expect(needed.every(({ requiredAt, holders }) => requiredAt.join() === 'sev-1' && holders === 'one')).toBe(true);
  expect(ids(handbook.roles.filter(({ leads }) => leads))).toEqual(['commander']);
  expect(handbook.roles.flatMap(({ may }) => may)).not.toContain('role');
  expect(handbook.roles.every(({ duties }) => duties.length > 0 && duties.length <= 5)).toBe(true);
});

test('a post-mortem is needed at sev-1 and sev-2; the line is sev-1', () => {
  expect(handbook.postMortem).toMatchObject({
    requiredAt: ['sev-1', 'sev-2'],
    folder: 'post-mortems',
    template: 'workflow-guide',
  });
  expect(rank(handbook, handbook.major)).toBe(0);
  expect(handbook.takeoverAfterMinutes).toBe(30);
});
