// An issue without a record of ours: what it tells by itself, and nothing that it does not.
import { incidentLine } from '../../src/lines/line.ts';
import { lineFromIssue } from '../../src/lines/line-from-issue.ts';
import type { LineIssue } from '../../src/lines/line-of.ts';
import { resolve } from '../config/ground.ts';

const issue: LineIssue = {
  ...{ repository: 'acme/ops', number: 3, url: 'https://github.com/acme/ops/issues/3', title: 'Old trouble' },
  ...{ state: 'closed', reason: 'completed', at: '2025-01-02T10:00:00Z', closedAt: '2025-01-03T09:00:00Z' },
  by: { id: 'U_rae', login: 'rae', bot: false },
  labels: ['incident', 'SEV-2', 'bug'],
};
const { handbook } = resolve('handbook: workflow-guide\n');

test('it was declared when it was opened and closed when it was closed, and no other time is known', () => {
  const line = lineFromIssue(issue, handbook, null);
  expect(incidentLine.parse(line)).toEqual(line);
  const known = Object.entries(line.milestones).filter(([, mark]) => mark !== null);
  expect(known).toEqual([
    ['declared', { at: issue.at, saidAt: issue.at, by: 'rae', inferred: true }],
    ['closed', { at: issue.closedAt, saidAt: issue.closedAt, by: null, inferred: true }],
  ]);
  expect(line).toMatchObject({
    ...{ source: 'issue', problem: null, handbook: null, active: [], status: null, entries: 0 },
    severity: { first: 'sev-2', final: 'sev-2', name: 'High', rank: 1, assumed: true, firstAssumed: true, changes: [] },
    type: { id: 'incident', name: 'Incident', counted: true },
    closed: { reason: 'completed', at: issue.closedAt, anyway: [], carriedOver: false },
  });
});

test.each([
  [['incident', 'p1'], 'sev-1'],
  [['sev-3', 'sev-1'], 'sev-1'],
  [['incident', 'severe'], null],
  [[], null],
])('labels %j say the severity %j', (labels, level) => {
  expect(lineFromIssue({ ...issue, labels }, handbook, null).severity?.final ?? null).toBe(level);
});

test('a type is known by its label', () => {
  const spearhead = resolve('handbook: spearhead\n').handbook;
  const line = lineFromIssue({ ...issue, labels: ['Service-Request'] }, spearhead, null);
  expect(line.type).toEqual({ id: 'service-request', name: 'Service request', counted: false });
});

test('why it was closed and what is wrong with its card are passed on; open, it has no end', () => {
  expect(lineFromIssue({ ...issue, reason: 'duplicate' }, handbook, null).closed?.reason).toBe('duplicate');
  expect(lineFromIssue(issue, handbook, 'Its card cannot be read.').problem).toBe('Its card cannot be read.');
  const open = lineFromIssue({ ...issue, state: 'open', reason: null, closedAt: null, by: null }, handbook, null);
  expect(open).toMatchObject({ closed: null, reporter: null, milestones: { closed: null } });
});

test('without a handbook it has neither level nor type', () => {
  const line = lineFromIssue(issue, null, null);
  expect(incidentLine.parse(line)).toMatchObject({ severity: null, type: { id: '', name: '', counted: true } });
});
