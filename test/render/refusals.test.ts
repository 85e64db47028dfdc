// Every refusal is kind, short, says why, and ends with something to type.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import type { Refusal } from '../../src/core/refusal.ts';
import { refusalText } from '../../src/render/replies/refusals.ts';
import { ada, bob, handbook, incidentOf, instant, person, said } from './sample.ts';

const since = instant('10:02');

/** One of each reason; a new reason does not compile until it stands here. */
const refusals: { readonly [Reason in Refusal['reason']]: Extract<Refusal, { reason: Reason }> } = {
  'no-right': { reason: 'no-right', command: 'severity', needs: 'responder', who: ['communications', 'rae'] },
  'not-an-incident': { reason: 'not-an-incident', command: 'status' },
  'already-an-incident': { reason: 'already-an-incident' },
  'nothing-to-adopt': { reason: 'nothing-to-adopt' },
  'unreadable-record': { reason: 'unreadable-record', from: 'old-sitrep' },
  'pull-request': { reason: 'pull-request' },
  'reports-waiting': { reason: 'reports-waiting', waiting: [3, 4, 5] },
  'confirmed-already': { reason: 'confirmed-already' },
  'unknown-command': { reason: 'unknown-command', word: 'resolvd', meant: 'resolved' },
  'in-code': { reason: 'in-code', command: 'ack' },
  'unknown-role': { reason: 'unknown-role', word: 'scirbe', meant: 'scribe', roles: ['commander', 'scribe'] },
  'unknown-person': { reason: 'unknown-person', login: 'bbo' },
  'role-held': { reason: 'role-held', role: 'commander', holder: 'ada' },
  'role-not-held': { reason: 'role-not-held', role: 'scribe', who: null },
  'role-already-yours': { reason: 'role-already-yours', role: 'scribe' },
  'self-declared': { reason: 'self-declared', role: 'scribe', who: 'bob', held: true },
  'not-with': { reason: 'not-with', role: 'commander', held: 'scribe', who: 'bob', own: true },
  restricted: { reason: 'restricted', role: 'scribe', who: 'bob', own: true, why: 'role' },
  prerequisite: { reason: 'prerequisite', role: 'commander', who: 'bob', own: true },
  'takeover-too-early': {
    reason: 'takeover-too-early',
    role: 'commander',
    holder: 'ada',
    lastHeardAt: since,
    afterMinutes: 30,
  },
  'unknown-severity': { reason: 'unknown-severity', word: 'huge', meant: null, severities: ['sev-1', 'sev-2'] },
  'same-severity': { reason: 'same-severity', severity: 'sev-1' },
  'unknown-type': { reason: 'unknown-type', word: 'bugg', meant: null, types: ['incident', 'service-request'] },
  'same-type': { reason: 'same-type', type: 'incident' },
  'unknown-answer': { reason: 'unknown-answer', word: 'perhaps', meant: null, answers: ['yes', 'no'] },
  'unknown-measure': { reason: 'unknown-measure', word: 'money', meant: null, measures: ['revenue', 'customers'] },
  'unreadable-number': { reason: 'unreadable-number', measure: 'revenue', text: '12x' },
  'lowering-after-resolved': { reason: 'lowering-after-resolved', severity: 'sev-3' },
  'level-set-by': { reason: 'level-set-by', severity: 'sev-3', from: 'sev-1', who: ['commander', 'lead'] },
  'lowering-before-resolved': { reason: 'lowering-before-resolved', severity: 'sev-3', from: 'sev-1' },
  'lowering-too-early': {
    reason: 'lowering-too-early',
    severity: 'sev-2',
    from: 'sev-1',
    stability: { amount: 240, unit: 'minutes' },
    since,
    until: instant('14:02'),
  },
  'unknown-status': { reason: 'unknown-status', word: 'fixd', meant: 'resolved', statuses: ['new', 'resolved'] },
  'illegal-move': { reason: 'illegal-move', from: 'new', to: 'closed', legal: ['investigating', 'resolved'] },
  'already-passed': { reason: 'already-passed', status: 'monitoring', current: 'resolved', legal: ['investigating'] },
  'same-status': { reason: 'same-status', status: 'monitoring', since },
  'not-resolved-or-closed': { reason: 'not-resolved-or-closed' },
  'unreadable-time': { reason: 'unreadable-time', command: 'started', text: 'tea time' },
  'no-time-to-come': { reason: 'no-time-to-come', command: 'update', text: '09:50' },
  'too-many-commands': { reason: 'too-many-commands', heard: 40, left: 260 },
  'future-time': { reason: 'future-time', command: 'resolved', text: '23:59' },
  'too-early': {
    reason: 'too-early',
    status: 'monitoring',
    to: 'resolved',
    at: '2026-03-02T11:20:00Z',
    until: '2026-03-02T11:30:00Z',
  },
  'not-yet-today': {
    reason: 'not-yet-today',
    command: 'resolved',
    text: '11:40',
    date: '2026-03-01',
    said: '2026-03-02T10:25:00Z',
    than: 'declared',
    thanAt: '2026-03-02T09:40:00Z',
  },
  'out-of-order': {
    reason: 'out-of-order',
    command: 'resolved',
    at: '2026-03-01T11:20:00Z',
    than: 'started',
    thanAt: '2026-03-02T09:30:00Z',
    early: true,
  },
  'unreadable-duration': { reason: 'unreadable-duration', command: 'task', text: '0m' },
  'snooze-too-long': { reason: 'snooze-too-long', text: '10000h', most: 90 },
  'snoozed-already': {
    reason: 'snoozed-already',
    since: '2026-03-02T10:05:00Z',
    until: '2026-03-02T10:20:00Z',
    most: 15,
  },
  'nothing-to-snooze': { reason: 'nothing-to-snooze' },
  missing: { reason: 'missing', command: 'takeover', what: 'because', usage: '/takeover <role> because …' },
  'unknown-service': {
    reason: 'unknown-service',
    word: 'paymants',
    meant: 'payments',
    services: ['payments', 'search'],
  },
  'unknown-callee': { reason: 'unknown-callee', word: 'paymants', meant: 'payments', names: ['payments', 'commander'] },
  'unknown-level': {
    reason: 'unknown-level',
    word: 'managment',
    meant: 'management',
    names: ['primary', 'management'],
  },
  'nobody-to-page': { reason: 'nobody-to-page', about: 'role commander', why: 'nobody' },
  'enough-paged': { reason: 'enough-paged', most: 10 },
  'top-of-ladder': { reason: 'top-of-ladder', levels: 3 },
  'unknown-rota': { reason: 'unknown-rota', word: 'paymants', meant: 'payments', names: ['payments', 'search'] },
  'unknown-team': { reason: 'unknown-team', word: 'alfa', meant: 'alpha', teams: ['alpha', 'bravo'] },
  'no-free-team': { reason: 'no-free-team', teams: ['alpha', 'bravo'] },
  'team-at-work': { reason: 'team-at-work', team: 'alpha', leader: 'bob' },
  'team-not-at-work': { reason: 'team-not-at-work', team: 'alpha' },
  'same-handbook': { reason: 'same-handbook', handbook: 'ims' },
  'config-broken': { reason: 'config-broken' },
  'bad-url': { reason: 'bad-url', command: 'bridge', text: 'javascript:alert(1)' },
  'unknown-item': { reason: 'unknown-item', word: 'rootcause', meant: 'root-cause', items: ['root-cause'] },
  'unknown-task': { reason: 'unknown-task', number: '9' },
  'no-such-issue': { reason: 'no-such-issue', text: '#999' },
  'nothing-to-undo': { reason: 'nothing-to-undo' },
  'cannot-undo': { reason: 'cannot-undo', what: 'closing' },
  'nothing-above': { reason: 'nothing-above' },
  'redact-what': { reason: 'redact-what', text: 'the note above' },
  'redact-ours': { reason: 'redact-ours' },
  gate: {
    reason: 'gate',
    how: 'by-hand',
    closer: null,
    status: 'monitoring',
    missing: ['root-cause', 'users-notified'],
    unclassified: true,
  },
  'not-planned': { reason: 'not-planned', severity: 'sev-1' },
  'unknown-message': { reason: 'unknown-message', word: 'frist', meant: 'first', messages: ['first', 'update'] },
  'unknown-draft': { reason: 'unknown-draft', number: '7', open: [1, 2] },
  'draft-over': { reason: 'draft-over', draft: 1, how: 'published', at: since },
  'draft-gone': { reason: 'draft-gone', draft: 1, message: 'first', what: 'comment' },
  'draft-gaps': { reason: 'draft-gaps', draft: 1, gaps: ['impact', 'left out'] },
  'draft-too-long': { reason: 'draft-too-long', draft: 1, characters: 40_000, most: 30_000 },
  'draft-edited': { reason: 'draft-edited', draft: 1, by: 'bob' },
  'not-approved': { reason: 'not-approved', draft: 1, missing: [['commander'], ['communications']] },
  'no-approver': { reason: 'no-approver', draft: 1, missing: [['communications']] },
  'own-draft': { reason: 'own-draft', draft: 1, missing: [['commander'], ['communications']] },
  'no-approval-needed': { reason: 'no-approval-needed', draft: 1 },
  'already-approved': { reason: 'already-approved', draft: 1, missing: [] },
  'left-the-house': { reason: 'left-the-house', draft: 1 },
  'duplicate-of-what': { reason: 'duplicate-of-what' },
  'already-closed': { reason: 'already-closed' },
  'post-mortem-exists': { reason: 'post-mortem-exists', pull: 12, state: 'open' },
  'unknown-topic': { reason: 'unknown-topic', word: 'comander', meant: 'commander' },
};

/** What was typed for some of them, so that the line to copy is the person's own, mended. */
const typed: Readonly<Partial<Record<Refusal['reason'], string>>> = {
  'no-right': '/severity sev-3',
  'unknown-command': '/sitrep resolvd at 11:40',
  'unknown-role': '/handover scirbe @bob All is told',
  'unknown-person': '/role scribe @bbo',
  'unknown-severity': '/severity huge because all is down',
  'unknown-status': '/status fixd at 11:40',
  'already-passed': '/mitigated',
  'unreadable-time': '/started tea time',
  'no-time-to-come': '/update We look next 09:50',
  'not-yet-today': '/resolved at 11:40',
  'future-time': '/resolved at 23:59',
  'unreadable-duration': '/task @bob 0m look',
  'snooze-too-long': '/snooze 10000h because we wait',
  'bad-url': '/bridge javascript:alert(1)',
  'unknown-item': '/undone rootcause',
  'unknown-task': '/task 9 dropped: not needed',
  'no-such-issue': '/parent #999',
  'already-closed': '/cancel because x',
};

const incident = incidentOf(
  said('10:02', bob, { kind: 'role', role: 'communications', change: 'taken', holder: bob, before: null }),
  said('10:15', ada, { kind: 'task', who: bob, text: 'look' }),
);

test.each(Object.values(refusals))('$reason ends with something to type', (refusal) => {
  const text = refusalText(refusal, handbook, incident, '/role scirbe');
  expect(text).toMatch(/`\/[a-z][^`]*`$/);
  if ('command' in refusal) expect(text).toContain(`/${refusal.command}`);
  if (refusal.reason !== 'gate') expect(text.length).toBeLessThan(360);
});

test('all of them, to be read', () => {
  const page = Object.values(refusals).map(
    (refusal) => `${refusal.reason}: ${refusalText(refusal, handbook, incident, typed[refusal.reason] ?? null)}`,
  );
  expect(page.join('\n')).toMatchSnapshot();
});

test('the gate names each missing thing, who can do it and the way round', () => {
  const text = refusalText(refusals.gate, handbook, incident);
  expect(text).toContain('- It is `monitoring`, not resolved. Any responder: `/resolved`');
  expect(text).toContain('- Root cause identified or a problem created. Any responder: `/done root-cause`');
  expect(text).toContain('- Users notified. Communications Lead (bob): `/done users-notified`');
  expect(text).toMatch(/`\/close anyway because …`$/);
});

test('who has no right learns who could now, and the line to ask for', () => {
  const text = refusalText(refusals['no-right'], handbook, incident, '/severity sev-3');
  expect(text).toBe(
    '`/severity` needs write access to this repository. Ask bob (Communications Lead) or rae (who filed the report) to type `/severity sev-3`',
  );
});

test('roles that nobody holds are no help, and one person is named once, at most three', () => {
  const refusal = { ...refusals['no-right'], who: ['commander', 'technical-lead'] };
  expect(refusalText(refusal, handbook, incident, '/severity sev-3')).toContain('Ask a responder to type');
  const take = (who: typeof ada, role: string) =>
    said('10:02', who, { kind: 'role', role, change: 'taken', holder: who, before: null });
  const many = incidentOf(
    take(ada, 'commander'),
    take(ada, 'scribe'),
    ...['e1', 'e2', 'e3'].map((name) => take(person(name), 'expert')),
  );
  const text = refusalText({ ...refusal, who: ['commander', 'scribe', 'expert'] }, handbook, many, null);
  expect(text).toContain('Ask ada (Incident Commander), e1 (expert) or e2 (expert) to type `/severity`');
});

test('a refused stranger spreads no words', () => {
  const refusal = { ...refusals['no-right'], command: 'update' };
  const text = refusalText(refusal, handbook, incident, '/update resolved All is lost @acme');
  expect(text).toMatch(/`\/update resolved …`$/);
});

test('what people typed is harmless in every refusal', () => {
  const hostile = fc.constantFrom(
    '@org/team',
    '&#64;org',
    '<!-- x -->',
    '`@a',
    'closes #1',
    '\n# x',
    '__proto__',
    '\u202Ex',
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...Object.values(refusals)), (text, refusal) => {
      const ids = new Set([
        'reason',
        'how',
        'state',
        'what',
        'command',
        'usage',
        'meant',
        'needs',
        'role',
        'held',
        'why',
        'from',
        'status',
        'severity',
        'to',
        'than',
        'measure',
      ]);
      const spoiled = Object.fromEntries(
        Object.entries(refusal).map(([key, value]) => [
          key,
          typeof value === 'string' && !ids.has(key) && !/^\d{4}-/.test(value) ? text : value,
        ]),
      ) as unknown as Refusal;
      const words = refusalText(spoiled, handbook, incident, text);
      expect(words).not.toMatch(/<!--|\u202E/u);
      visit(fromMarkdown(words), (node) => {
        // GitHub sees no mention and no reference in code.
        if (node.type === 'text') expect(node.value).not.toMatch(/@[^\u200B]|#\d/u);
        expect(['html', 'link', 'image']).not.toContain(node.type);
      });
    }),
  );
});
