// Every refusal is kind, short, says why, and ends with something to type.
import fc from 'fast-check';
import type { Refusal } from '../../src/core/refusal.ts';
import { refusalText } from '../../src/render/replies/refusals.ts';
import { ada, bob, handbook, incidentOf, instant, said } from './sample.ts';

const since = instant('10:02');

/** One of each reason; a new reason does not compile until it stands here. */
const refusals: { readonly [Reason in Refusal['reason']]: Extract<Refusal, { reason: Reason }> } = {
  'no-right': { reason: 'no-right', command: 'severity', needs: 'responder', who: ['communications', 'rae'] },
  'not-an-incident': { reason: 'not-an-incident', command: 'status' },
  'already-an-incident': { reason: 'already-an-incident' },
  'pull-request': { reason: 'pull-request' },
  'unknown-command': { reason: 'unknown-command', word: 'resolvd', meant: 'resolved' },
  'in-code': { reason: 'in-code', command: 'ack' },
  'unknown-role': { reason: 'unknown-role', word: 'scirbe', meant: 'scribe', roles: ['commander', 'scribe'] },
  'unknown-person': { reason: 'unknown-person', login: 'bbo' },
  'role-held': { reason: 'role-held', role: 'commander', holder: 'ada' },
  'role-not-held': { reason: 'role-not-held', role: 'scribe', who: null },
  'role-already-yours': { reason: 'role-already-yours', role: 'scribe' },
  'takeover-too-early': {
    reason: 'takeover-too-early',
    role: 'commander',
    holder: 'ada',
    lastHeardAt: since,
    afterMinutes: 30,
  },
  'unknown-severity': { reason: 'unknown-severity', word: 'huge', meant: null, severities: ['sev-1', 'sev-2'] },
  'same-severity': { reason: 'same-severity', severity: 'sev-1' },
  'lowering-after-resolved': { reason: 'lowering-after-resolved', severity: 'sev-3' },
  'unknown-status': { reason: 'unknown-status', word: 'fixd', meant: 'resolved', statuses: ['new', 'resolved'] },
  'illegal-move': { reason: 'illegal-move', from: 'new', to: 'closed', legal: ['investigating', 'resolved'] },
  'same-status': { reason: 'same-status', status: 'monitoring', since },
  'not-resolved-or-closed': { reason: 'not-resolved-or-closed' },
  'already-acknowledged': { reason: 'already-acknowledged', by: 'ada', at: since },
  'unreadable-time': { reason: 'unreadable-time', command: 'started', text: 'tea time' },
  'future-time': { reason: 'future-time', command: 'resolved', text: '23:59' },
  'out-of-order': {
    reason: 'out-of-order',
    command: 'resolved',
    at: '2026-03-01T11:20:00Z',
    than: 'started',
    thanAt: '2026-03-02T09:30:00Z',
    early: true,
  },
  'unreadable-duration': { reason: 'unreadable-duration', command: 'task', text: '0m' },
  missing: { reason: 'missing', command: 'takeover', what: 'because', usage: '/takeover <role> because …' },
  'bad-url': { reason: 'bad-url', command: 'bridge', text: 'javascript:alert(1)' },
  'unknown-item': { reason: 'unknown-item', word: 'rootcause', meant: 'root-cause', items: ['root-cause'] },
  'unknown-task': { reason: 'unknown-task', number: '9' },
  'no-such-issue': { reason: 'no-such-issue', text: '#999' },
  'nothing-to-undo': { reason: 'nothing-to-undo' },
  'cannot-undo': { reason: 'cannot-undo', what: 'closing' },
  'nothing-above': { reason: 'nothing-above' },
  gate: {
    reason: 'gate',
    how: 'by-hand',
    closer: null,
    status: 'monitoring',
    missing: ['root-cause', 'users-notified'],
  },
  'not-planned': { reason: 'not-planned', severity: 'sev-1' },
  'duplicate-of-what': { reason: 'duplicate-of-what' },
  'already-closed': { reason: 'already-closed' },
  'post-mortem-exists': { reason: 'post-mortem-exists', pull: 12, state: 'open' },
  'not-ours-to-remove': { reason: 'not-ours-to-remove', label: 'incident' },
  'unknown-topic': { reason: 'unknown-topic', word: 'comander', meant: 'commander' },
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
    (refusal) => `${refusal.reason}: ${refusalText(refusal, handbook, incident)}`,
  );
  expect(page.join('\n')).toMatchSnapshot();
});

test('the gate names each missing thing, who can do it and the way round', () => {
  const text = refusalText(refusals.gate, handbook, incident);
  expect(text).toContain('- It is `monitoring`, not resolved. Any responder: `/resolved`');
  expect(text).toContain('- Root cause identified or a problem created (any responder): `/done root-cause`');
  expect(text).toContain('- Users notified (Communications Lead `communications` (bob)): `/done users-notified`');
  expect(text).toMatch(/`\/close anyway because …`$/);
});

test('who has no right learns which role could, with its holder', () => {
  const text = refusalText(refusals['no-right'], handbook, incident);
  expect(text).toContain('write access to this repository');
  expect(text).toContain('Communications Lead `communications` (bob) or rae');
});

test.each([
  ['/handover scirbe @bbo', '/handover … @login'],
  ['/sitrep task @bbo 5m x', '/task … @login'],
  [null, '/role … @login'],
])('an unknown person in %j is answered with %s', (typed, command) => {
  expect(refusalText(refusals['unknown-person'], handbook, incident, typed)).toContain(command);
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
        'from',
        'status',
        'severity',
        'to',
        'than',
      ]);
      const spoiled = Object.fromEntries(
        Object.entries(refusal).map(([key, value]) => [
          key,
          typeof value === 'string' && !ids.has(key) && !/^\d{4}-/.test(value) ? text : value,
        ]),
      ) as unknown as Refusal;
      const words = refusalText(spoiled, handbook, incident, text);
      const ours = words.replaceAll(/`[^`]*@(?:who|login)[^`]*`/g, '');
      expect(ours).not.toMatch(/@[^\u200B]|<!--|#\d|\u202E/u);
    }),
  );
});
