// How an issue becomes an incident, and what its report tells.
import { form, heard, type Line, person } from './thread.ts';

const label: Line = ['10:05', 'tim', { kind: 'labeled', label: 'incident' }];

describe('what declares', () => {
  test('the form', () => {
    const { incident, entries } = heard([]);
    expect(entries[0]).toMatchObject({ source: 'form', by: person('rae'), fact: { kind: 'declared', assumed: false } });
    expect(incident).toMatchObject({ title: 'Checkout is down', handbook: { id: 'workflow-guide', oid: 'f00d' } });
    expect(incident.milestones.declared?.at).toBe('2026-03-02T10:00:00Z');
  });
  test('the label it was filed with, whatever its text', () => {
    const { incident } = heard([], { body: 'All is down', labels: ['Incident', 'sev-1'] });
    expect(incident.severity).toMatchObject({ current: 'sev-1', assumed: false });
  });
  test('a bot’s report', () => {
    expect(heard([], { issue: { by: person('pager-bot') } }).incident.declaredBy?.login).toBe('pager-bot');
  });
  test('the label later, with the severity it bore by then', () => {
    const lines: readonly Line[] = [
      ['10:02', 'tim', { kind: 'labeled', label: 'sev-3' }],
      ['10:03', 'bob', '/severity sev-1'],
      label,
    ];
    const { incident, refusals } = heard(lines, { body: 'All is down' });
    expect(incident.severity).toMatchObject({ current: 'sev-3', assumed: false });
    expect(incident.declaredBy?.login).toBe('tim');
    expect(refusals).toEqual([]);
  });
  test('not a label set by a bot', () => {
    expect(heard([['10:05', 'stale-bot', { kind: 'labeled', label: 'incident' }]], { body: 'x' }).maybe).toBeNull();
  });
  test('not a label set without the right', () => {
    const { maybe, refusals } = heard([['10:05', 'eve', { kind: 'labeled', label: 'incident' }]], { body: 'x' });
    expect(maybe).toBeNull();
    expect(refusals).toMatchObject([{ reason: 'no-right', command: 'incident', who: ['rae'] }]);
  });
  test('/incident, by its reporter or a responder, with a severity if they like', () => {
    const setting = { body: 'All is down' };
    expect(heard([['10:05', 'rae', '/promote']], setting).incident.severity).toMatchObject({
      current: 'sev-2',
      assumed: true,
    });
    expect(heard([['10:05', 'bob', '/incident sev 1']], setting).incident.severity).toMatchObject({
      current: 'sev-1',
      assumed: false,
    });
    expect(heard([['10:05', 'eve', '/incident']], setting).maybe).toBeNull();
  });
  test('/backfill, without clocks', () => {
    expect(heard([['10:05', 'bob', '/backfill']], { body: 'Last week' }).incident.backfilled).toBe(true);
  });
  test('nothing on a pull request', () => {
    const setting = { issue: { isPullRequest: true }, labels: ['incident'] };
    const { maybe, refusals } = heard([label, ['10:06', 'bob', '/incident']], setting);
    expect(maybe).toBeNull();
    expect(refusals).toEqual([{ reason: 'pull-request' }]);
  });
  test('only help and declarations are heard where there is no incident', () => {
    const said = '/severity sev-1\n/resolvd\n/close\n/help';
    const { facts, refusals } = heard(
      [
        ['10:05', 'bob', said],
        ['10:06', 'bob', { kind: 'closed', reason: 'completed', closer: null }],
      ],
      { body: 'x' },
    );
    expect(facts).toMatchObject([{ kind: 'asked', question: 'help' }]);
    expect(refusals).toEqual([]);
  });
  test('a text that became a report afterwards declares nothing again', () => {
    const first = heard([label], { body: 'All is down' });
    const later = heard([label], { body: form({ Severity: 'Sev-1' }) }, first.entries);
    expect(later.fresh.size).toBe(0);
  });
});

describe('the severity', () => {
  const cases: readonly (readonly [string, Record<string, string>, string, boolean])[] = [
    ['of the form', { Severity: 'Sev-1' }, 'sev-1', false],
    ['with words behind it', { Severity: 'Sev-3: some users' }, 'sev-3', false],
    ['by alias', { Severity: 'P4' }, 'sev-4', false],
    ['by impact and urgency', { Severity: 'Not sure', Impact: 'Medium', Urgency: 'Low' }, 'sev-4', false],
    ['by impact alone', { Severity: 'Not sure', Impact: 'Medium' }, 'sev-2', false],
    ['by urgency alone', { Severity: '_No response_', Urgency: 'Low' }, 'sev-3', false],
    ['assumed', { Severity: 'Not sure' }, 'sev-2', true],
  ];
  test.each(cases)('%s', (_how, answers, current, assumed) => {
    const { incident } = heard([], { body: form(answers) });
    expect(incident.severity).toMatchObject({ current, assumed });
    expect(incident.unread).toEqual([]);
  });
  test('that cannot be read is named, and mended by saying it', () => {
    const body = form({ Severity: 'Sev-9' });
    expect(heard([], { body }).incident.unread).toEqual([{ field: 'severity', text: 'Sev-9' }]);
    expect(heard([['10:05', 'bob', '/severity sev-2']], { body }).incident.unread).toEqual([]);
  });
  test('that was assumed is confirmed by saying it', () => {
    const { incident, refusals } = heard([['10:05', 'bob', '/severity sev-2']], {
      body: form({ Severity: 'Not sure' }),
    });
    expect(incident.severity.assumed).toBe(false);
    expect(refusals).toEqual([]);
  });
  test('of the form goes before the label’s', () => {
    expect(heard([], { labels: ['incident', 'sev-4'] }).incident.severity.current).toBe('sev-2');
  });
});

describe('the rest of the form', () => {
  const body = form({
    Summary: 'Checkout answers 500',
    Impact: 'Half of all payments fail',
    Urgency: 'High',
    'Affected services': 'checkout, payments',
    Symptoms: 'Error 500',
    'Started at': '09:30',
    'Detected at': 'this morning',
    'Users affected': 'All',
    Workaround: 'Pay by invoice',
  });
  test('is told once each, times in the zone and as of when it was filed', () => {
    const { incident } = heard([], { body, handbook: { zone: 'Europe/Berlin' } });
    expect(incident.situation).toEqual({
      summary: 'Checkout answers 500',
      impact: 'Half of all payments fail',
      workaround: 'Pay by invoice',
    });
    expect(incident.reported).toEqual({ symptoms: 'Error 500', urgency: 'High', 'users-affected': 'All' });
    expect(incident.services).toEqual(['checkout', 'payments']);
    expect(incident.milestones.started?.at).toBe('2026-03-02T08:30:00Z');
    expect(incident.unread).toEqual([{ field: 'detected', text: 'this morning' }]);
  });
  test('is told as well when the label or /incident declares it', () => {
    const { incident } = heard([['10:30', 'bob', '/incident']], {
      body: '### Symptoms\n\nError 500\n\n### Started at\n\n5m ago',
    });
    expect(incident.reported).toEqual({ symptoms: 'Error 500' });
    expect(incident.milestones.started?.at).toBe('2026-03-02T09:55:00Z');
  });
  test('a time still to come is not read', () => {
    expect(heard([], { body: form({ 'Started at': '2026-03-03 09:00' }) }).incident.unread).toHaveLength(1);
  });
});

describe('already over?', () => {
  const asked = 'Already over? (Resolved at)';
  test.each(['09:40', 'Yes, 09:40', 'yes - resolved at 09:40 UTC', '20m ago'])('%s records the past', (answer) => {
    const { incident } = heard([], { body: form({ [asked]: answer }) });
    expect(incident).toMatchObject({ backfilled: true, status: 'resolved' });
    expect(incident.milestones.resolved?.at).toBe('2026-03-02T09:40:00Z');
  });
  test.each(['No', 'not yet', '_No response_', '-'])('%s does not', (answer) => {
    const { incident } = heard([], { body: form({ [asked]: answer }) });
    expect(incident).toMatchObject({ backfilled: false, status: 'new', unread: [] });
  });
  test('Yes alone asks for the time', () => {
    const { incident } = heard([], { body: form({ [asked]: 'Yes' }) });
    expect(incident).toMatchObject({ backfilled: false, unread: [{ field: 'over', text: 'Yes' }] });
    expect(heard([['10:05', 'bob', '/resolved at 09:50']], { body: form({ [asked]: 'Yes' }) }).incident.unread).toEqual(
      [],
    );
  });
});
