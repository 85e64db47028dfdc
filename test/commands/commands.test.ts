// A table for each command: what is said in a thread, and the facts or the refusal it becomes.
import { heard, type Line, person } from './thread.ts';

type Expected = Readonly<Record<string, unknown>>;
type Row = readonly [title: string, before: readonly Line[], said: string, expected: readonly Expected[], who?: string];

/** The facts or refusals of the last line; `bob` says it at 12:00 and has acknowledged before, so nothing is inferred. */
function check(rows: readonly Row[]): void {
  test.each(rows.map((row) => ({ title: row[0], row })))('$title', ({ row }) => {
    const [, before, said, expected, who = 'bob'] = row;
    const lines: Line[] = [['10:01', 'bob', '/ack'], ...before, ['12:00', who, said]];
    const { entries } = heard(lines);
    const last = entries.filter(({ source }) => source.startsWith(`comment:${99 + lines.length}:`));
    const got = last.flatMap(({ fact, refusal, at }): unknown[] => {
      if (refusal) return [refusal];
      return fact ? [{ ...fact, ...(at && { happened: at.slice(11, 16) }) }] : [];
    });
    expect(got).toHaveLength(expected.length);
    expect(got).toMatchObject(expected);
  });
}

const resolved: Line = ['11:00', 'bob', '/resolved'];
const ready: readonly Line[] = [
  ['10:30', 'bob', '/identified'],
  resolved,
  ['11:01', 'bob', '/update All is well\n/done service-restored'],
];
const adaLeads: Line = ['10:02', 'ada', '/role commander'];

describe('/severity', () => {
  check([
    ['takes an id', [], '/severity sev-1', [{ kind: 'severity', severity: 'sev-1' }]],
    ['takes an alias in two words', [], '/sev Sev 3:', [{ kind: 'severity', severity: 'sev-3' }]],
    ['keeps a reason', [], '/severity critical because all is down', [{ severity: 'sev-1', because: 'all is down' }]],
    ['takes a time', [], '/severity 1 at 11:30', [{ severity: 'sev-1', happened: '11:30' }]],
    ['alone is a question', [], '/severity', [{ kind: 'asked', question: 'severity', right: 'anyone' }], 'eve'],
    ['refuses the same', [], '/severity sev-2', [{ reason: 'same-severity' }]],
    ['refuses a stranger', [], '/severity sev-4', [{ reason: 'no-right', needs: 'responder' }], 'eve'],
    ['knows what was meant', [], '/severity criticl', [{ reason: 'unknown-severity', meant: 'sev-1' }]],
    ['does not guess a level', [], '/severity sev-9', [{ reason: 'unknown-severity', meant: null }]],
    ['is not lowered late', [resolved], '/severity sev-3', [{ reason: 'lowering-after-resolved' }]],
    ['is raised late', [resolved], '/severity sev-1', [{ severity: 'sev-1' }]],
    ['is lowered late by a lead', [resolved], '/severity sev-3', [{ severity: 'sev-3' }], 'ada'],
  ]);
});

describe('/role', () => {
  check([
    ['takes', [], '/role scribe', [{ kind: 'role', role: 'scribe', change: 'taken', holder: person('bob') }]],
    ['is spoken by its name', [], '/technical-lead', [{ role: 'technical-lead', change: 'taken' }]],
    ['is spoken by its alias', [], '/ic @ada', [{ role: 'commander', change: 'given', holder: person('ada') }]],
    ['gives', [], '/role scribe @cat', [{ change: 'given', holder: person('cat') }]],
    ['gives in another order', [], '/assign @cat technical lead', [{ role: 'technical-lead', holder: person('cat') }]],
    ['takes for me', [], '/assign me scribe', [{ role: 'scribe', change: 'taken' }]],
    ['is given with a time', [], '/role scribe @cat at 11:30', [{ change: 'given', happened: '11:30' }]],
    ['frees', [['11:00', 'bob', '/scribe']], '/role scribe none', [{ change: 'freed', before: person('bob') }]],
    ['unassigns', [['11:00', 'bob', '/scribe']], '/unassign scribe', [{ change: 'freed', holder: null }]],
    ['is no crowd', [adaLeads], '/role commander', [{ reason: 'role-held', holder: 'ada' }]],
    ['is yours already', [['11:00', 'bob', '/scribe']], '/role scribe', [{ reason: 'role-already-yours' }]],
    ['frees nothing', [], '/role scribe none', [{ reason: 'role-not-held', who: null }]],
    ['is freed by its holder only', [adaLeads], '/role commander none', [{ reason: 'no-right', needs: 'holder' }]],
    ['is freed by a lead', [['11:00', 'bob', '/scribe']], '/role scribe none', [{ change: 'freed' }], 'ada'],
    ['knows what was meant', [], '/role scrib', [{ reason: 'unknown-role', meant: 'scribe' }]],
    ['knows its people', [], '/role scribe @nobody-knows', [{ reason: 'unknown-person', login: 'nobody-knows' }]],
    ['knows no teams', [], '/role scribe @acme/oncall', [{ reason: 'unknown-person' }]],
    ['wants an @', [], '/role scribe cat', [{ reason: 'missing', what: 'person' }]],
    ['wants a role', [], '/role @cat', [{ reason: 'missing', what: 'role' }]],
    ['needs write access', [], '/role scribe', [{ reason: 'no-right', needs: 'responder' }], 'eve'],
    ['is not given outside by anybody', [], '/role scribe @eve', [{ reason: 'no-right', needs: 'lead' }]],
    ['is given outside by a lead', [], '/role scribe @eve', [{ change: 'given', outside: true }], 'ada'],
    ['is many', [['11:00', 'ada', '/sme']], '/role expert @cat me', [{ holder: person('cat') }, { change: 'taken' }]],
    [
      'frees one of many',
      [['11:00', 'ada', '/sme\n/sme @cat']],
      '/role expert -@cat',
      [{ before: person('cat') }],
      'ada',
    ],
    ['alone lists', [], '/role', [{ kind: 'asked', question: 'roles' }], 'eve'],
    ['/roles lists', [], '/roles', [{ kind: 'asked', question: 'roles' }], 'eve'],
  ]);
  test('an outside holder may say what the role names, and not give roles', () => {
    const { refusals, facts } = heard([
      ['10:01', 'ada', '/role scribe @eve'],
      ['10:02', 'eve', '/decision We roll back\n/impact Everybody\n/role expert @bob'],
      ['10:03', 'eve', '/role scribe none'],
    ]);
    expect(refusals).toMatchObject([
      { reason: 'no-right', command: 'impact' },
      { reason: 'no-right', command: 'role' },
    ]);
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'note', note: 'decision' }));
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'role', change: 'freed', role: 'scribe' }));
  });
});

describe('/handover and /takeover', () => {
  const bobLeads: Line = ['10:02', 'bob', '/role commander'];
  const handed = { change: 'handover', role: 'commander', holder: person('cat') };
  check([
    ['hands on', [bobLeads], '/handover commander @cat', [{ ...handed, before: person('bob') }]],
    ['with a summary', [bobLeads], '/transfer ic @cat Rollback\nis running', [{ summary: 'Rollback\nis running' }]],
    ['with a time', [bobLeads], '/handover ic @cat at 11:50 All yours', [{ summary: 'All yours', happened: '11:50' }]],
    ['finds the only role', [bobLeads], '/handover @cat', [handed]],
    ['by the handbook’s alias', [bobLeads], '/hand commander @cat', [handed]],
    ['of nothing', [adaLeads], '/handover scribe @cat', [{ reason: 'role-not-held' }], 'ada'],
    ['by a stranger to the role', [adaLeads], '/handover commander @cat', [{ reason: 'no-right', needs: 'holder' }]],
    ['by a lead', [bobLeads], '/handover commander @cat', [{ before: person('bob') }], 'ada'],
    ['to nobody', [bobLeads], '/handover commander', [{ reason: 'missing', what: 'person' }]],
    [
      'too early',
      [adaLeads, ['11:40', 'ada', 'hm']],
      '/takeover commander because gone',
      [{ reason: 'takeover-too-early', holder: 'ada', lastHeardAt: '2026-03-02T11:40:00Z', afterMinutes: 30 }],
    ],
    [
      'in time',
      [adaLeads],
      '/takeover commander because gone',
      [{ change: 'takeover', holder: person('bob'), before: person('ada'), because: 'gone' }],
    ],
    ['without a reason', [adaLeads], '/takeover commander', [{ reason: 'missing', what: 'because' }]],
    ['of an empty role', [], '/takeover commander because gone', [{ reason: 'role-not-held' }]],
  ]);
});

describe('/ack, /status and the turns', () => {
  check([
    ['a second ack joins', [], '/ack', [{ kind: 'joined', who: person('bob') }]],
    ['an ack with a time corrects', [], '/ack at 10:00:30', [{ kind: 'milestone', milestone: 'acknowledged' }]],
    ['moves', [], '/status monitoring', [{ kind: 'status', status: 'monitoring' }]],
    ['moves by alias, with a time', [], '/status Mitigated at 11:50', [{ status: 'monitoring', happened: '11:50' }]],
    ['has words of its own', [], '/mitigate 15m ago', [{ status: 'monitoring', happened: '11:45' }]],
    ['/fixed resolves', [], '/fixed', [{ status: 'resolved' }]],
    ['talk behind it is left alone', [], '/resolved thanks all', [{ status: 'resolved' }]],
    ['stays', [], '/status investigating', [{ reason: 'same-status', status: 'investigating' }]],
    [
      'is illegal',
      [resolved],
      '/status identified',
      [{ reason: 'already-passed', status: 'identified', current: 'resolved', legal: ['investigating', 'closed'] }],
    ],
    ['goes back too far', [resolved], '/status new', [{ reason: 'illegal-move', from: 'resolved', to: 'new' }]],
    ['says why', [], '/resolved because we rolled back', [{ status: 'resolved', because: 'we rolled back' }]],
    [
      'says when and why',
      [],
      '/status monitoring at 10:50 because the queue drains',
      [{ status: 'monitoring', happened: '10:50', because: 'the queue drains' }],
    ],
    ['relapses', [resolved], '/status investigating', [{ status: 'investigating', relapse: true }]],
    ['goes back without a relapse', [['11:00', 'bob', '/identified']], '/status investigating', [{ kind: 'status' }]],
    ['reopens', [resolved], '/reopen', [{ status: 'investigating', relapse: true }]],
    ['reopens nothing', [], '/reopen', [{ reason: 'not-resolved-or-closed' }]],
    ['corrects when it is there', [resolved], '/resolved at 10:55', [{ kind: 'milestone', happened: '10:55' }]],
    ['corrects what was passed', [resolved], '/mitigated at 10:40', [{ milestone: 'mitigated', happened: '10:40' }]],
    ['is not known', [], '/status monitorng', [{ reason: 'unknown-status', meant: 'monitoring' }]],
    ['is asked', [], '/status', [{ kind: 'asked', question: 'status' }], 'eve'],
    ['cannot be read', [], '/resolved 25:99', [{ reason: 'unreadable-time', text: '25:99' }]],
    ['has not come', [], '/resolved at 2026-03-03T10:00Z', [{ reason: 'future-time' }]],
    ['closes by the gate', [], '/status closed', [{ reason: 'gate', status: 'investigating' }]],
  ]);
});

describe('the gate', () => {
  const open = { reason: 'gate', how: 'command', missing: ['service-restored', 'root-cause', 'users-notified'] };
  check([
    ['is shut before resolved', [], '/close', [{ ...open, status: 'investigating' }]],
    ['lists what is open', [resolved], '/close', [{ ...open, status: null }]],
    ['opens', [...ready], '/close', [{ kind: 'closed', reason: 'completed' }]],
    ['opens for a reason kept', [...ready], '/close because done', [{ kind: 'closed', because: 'done' }]],
    ['is for leads to pass', [resolved], '/close anyway because late', [{ reason: 'no-right', needs: 'lead' }]],
    ['is passed with a reason', [resolved], '/close now because late', [{ kind: 'closed', because: 'late' }], 'ada'],
    ['is not passed without', [resolved], '/close anyway', [{ reason: 'missing', what: 'because' }], 'ada'],
    ['was passed', [...ready, ['11:30', 'bob', '/close']], '/close', [{ reason: 'already-closed' }]],
    [
      'is shut by an untick',
      [...ready, ['11:30', 'bob', '/undone root-cause']],
      '/close',
      [{ missing: ['root-cause'] }],
    ],
    [
      'opens again',
      [...ready, ['11:30', 'bob', '/close']],
      '/reopen',
      [{ kind: 'reopened' }, { kind: 'status', status: 'investigating', relapse: true }],
    ],
    ['a false alarm', [], '/false-alarm because a test', [{ kind: 'closed', reason: 'not_planned' }], 'ada'],
    ['a false alarm without a reason', [], '/cancel', [{ reason: 'missing', what: 'because' }], 'ada'],
    ['a false alarm by a responder', [], '/cancel because a test', [{ reason: 'no-right', needs: 'lead' }]],
  ]);
});

describe('the record', () => {
  const update = (text: string) => ({ kind: 'update', text });
  check([
    ['a note', [], '/note Error rate falls', [{ kind: 'note', note: 'note', text: 'Error rate falls' }]],
    ['a note over lines', [], '/note One\n\nTwo', [{ text: 'One\n\nTwo' }]],
    ['a note with a time', [], '/note at 11:30 UTC: One', [{ text: 'One', happened: '11:30' }]],
    ['a note with a time ago', [], '/decision 15m ago We roll back', [{ note: 'decision', happened: '11:45' }]],
    ['a note that begins with at', [], '/note at the moment it works', [{ text: 'at the moment it works' }]],
    ['a note with a wrong time', [], '/note at 25:99 it works', [{ reason: 'unreadable-time', text: '25:99' }]],
    ['a note with its time behind', [], '/timeline One | 2026-03-02 10:05', [{ text: 'One', happened: '10:05' }]],
    [
      'the comment above',
      [['11:00', 'eve', 'Look here']],
      '/note',
      [{ text: 'Look here', of: { by: 'eve' }, happened: '11:00' }],
    ],
    ['a linked comment', [], '/note https://github.com/acme/ops/issues/7#issuecomment-100', [{ of: { by: 'bob' } }]],
    ['a wrong link', [], '/note https://github.com/acme/ops/issues/7#issuecomment-9', [{ reason: 'bad-url' }]],
    ['nothing decided', [], '/decision', [{ reason: 'missing', what: 'text' }]],
    ['what was ruled out', [], '/ruled-out The network', [{ note: 'ruled-out' }]],
    ['work for afterwards', [], '/follow-up Alert on it', [{ note: 'todo' }]],
    ['an update', [], '/update Still looking', [update('Still looking')]],
    [
      'an update with the next one',
      [],
      '/update Still looking next in 30m',
      [{ ...update('Still looking'), nextAt: '2026-03-02T12:30:00Z' }],
    ],
    [
      'an update with the next time',
      [],
      '/update Still looking. Next update at 12:20.',
      [{ ...update('Still looking.'), nextAt: '2026-03-02T12:20:00Z' }],
    ],
    ['an update without a next one', [], '/update We go on next week', [update('We go on next week')]],
    ['an update that moves', [], '/update resolved All is well', [{ status: 'resolved' }, update('All is well')]],
    ['an update that stays', [], '/update investigating More', [update('More')]],
    ['an update that may not move', [resolved], '/update identified Hm', [{ reason: 'already-passed' }]],
    ['an update of nothing', [], '/update resolved', [{ reason: 'missing', what: 'text' }]],
    ['a situation', [], '/impact Half of all payments', [{ kind: 'situation', field: 'impact' }]],
    ['an end', [], '/eta in 30m', [{ field: 'eta', text: '12:30 UTC' }]],
    ['an end in words', [], '/eta this evening', [{ field: 'eta', text: 'this evening' }]],
    ['a call', [], '/bridge <https://meet.example.com/a>', [{ field: 'bridge', text: 'https://meet.example.com/a' }]],
    ['a bad call', [], '/bridge javascript:alert(1)', [{ reason: 'bad-url' }]],
    ['a plain call', [], '/channel http://chat.example.com', [{ reason: 'bad-url' }]],
    ['services', [], '/affects +checkout -search', [{ kind: 'services', add: ['checkout'], remove: ['search'] }]],
    ['services with spaces', [], '/affects order book, search-api', [{ add: ['order book', 'search-api'] }]],
    ['no services', [], '/affects', [{ reason: 'missing', what: 'services' }]],
    ['a title', [], '/retitle Checkout   is slow', [{ kind: 'title', title: 'Checkout is slow' }]],
    ['presence', [], '/join', [{ kind: 'joined', who: person('bob') }]],
    ['a stranger’s note', [], '/note Me too', [{ reason: 'no-right', needs: 'reporter' }], 'eve'],
    ['the reporter’s note', [], '/note It is back', [{ kind: 'note' }], 'rae'],
  ]);
});

describe('tasks, links, boxes, times', () => {
  const tasked: Line = ['11:00', 'bob', '/task @cat Look'];
  check([
    [
      'a task',
      [],
      '/task @cat 15m Check the lag',
      [{ kind: 'task', who: person('cat'), minutes: 15, text: 'Check the lag' }],
    ],
    ['a task without a time', [], '/task @cat 5 servers are slow', [{ text: '5 servers are slow' }]],
    ['a task of hours', [], '/task me 1 h 30 min: Check', [{ who: person('bob'), minutes: 90, text: 'Check' }]],
    ['a task of no time', [], '/task @cat 0m Check', [{ reason: 'unreadable-duration', text: '0m' }]],
    ['a task for nobody', [], '/task Check the lag', [{ reason: 'missing', what: 'person' }]],
    ['a task done', [tasked], '/task 1 done', [{ kind: 'task-ended', task: 1, how: 'done' }]],
    ['a task dropped', [tasked], '/task #1 dropped: no need', [{ how: 'dropped', because: 'no need' }]],
    ['no such task', [tasked], '/task 2 done', [{ reason: 'unknown-task', number: '2' }]],
    [
      'a duplicate',
      [],
      '/merge #3',
      [
        { kind: 'link', issue: '#3' },
        { kind: 'closed', reason: 'duplicate' },
      ],
    ],
    ['a related issue elsewhere', [], '/related https://github.com/acme/shop/issues/3', [{ issue: 'acme/shop#3' }]],
    ['a parent', [], '/parent 3', [{ kind: 'link', link: 'parent', issue: '#3' }]],
    ['itself', [], '/related #7', [{ reason: 'no-such-issue' }]],
    ['a duplicate of what', [], '/duplicate', [{ reason: 'missing', what: 'issue' }]],
    ['a box', [], '/done users-notified', [{ kind: 'ticked', item: 'users-notified', done: true }]],
    ['a box by its text', [], '/check service fully', [{ item: 'service-restored' }]],
    ['two boxes', [], '/tick root-cause, users-notified', [{ item: 'root-cause' }, { item: 'users-notified' }]],
    ['no such box', [], '/done user-notified', [{ reason: 'unknown-item', meant: 'users-notified' }]],
    ['a box taken back', [], '/undone root-cause', [{ kind: 'ticked', done: false }]],
    ['when it began', [], '/started 09:50', [{ kind: 'milestone', milestone: 'started', happened: '09:50' }]],
    ['when it was seen', [], '/detected at 2026-03-01 23:50', [{ milestone: 'detected', happened: '23:50' }], 'rae'],
    ['no time', [], '/started', [{ reason: 'missing', what: 'time' }]],
    ['no readable time', [], '/started this morning', [{ reason: 'unreadable-time', text: 'this morning' }]],
    ['help', [], '/help', [{ kind: 'asked', question: 'help', about: '', right: 'responder' }]],
    ['help on a word', [], '/help /false-alarm', [{ about: 'cancel' }]],
    ['help on a role', [], '/help comms', [{ about: 'communications' }]],
    ['help on nothing', [], '/help handovr', [{ reason: 'unknown-topic', meant: 'handover' }]],
    ['the report', [], '/sitrep', [{ question: 'sitrep' }], 'eve'],
    ['the prefix', [], '/sitrep tldr', [{ question: 'catchup' }], 'eve'],
    ['a post-mortem', [], '/pm', [{ kind: 'post-mortem-asked' }], 'ada'],
    ['a post-mortem by a responder', [], '/pm', [{ reason: 'no-right', needs: 'lead' }]],
    ['a second declaration', [], '/incident', [{ reason: 'already-an-incident' }]],
    ['the past', [], '/backfill', [{ kind: 'backfilled' }]],
  ]);
});

describe('/undo', () => {
  const noted: Line = ['11:00', 'bob', '/note One\n/severity sev-1'];
  test('takes back the last command of one’s own, once', () => {
    const { incident, refusals } = heard([
      ['10:01', 'bob', '/ack'],
      noted,
      ['11:10', 'cat', '/note Two'],
      ['11:20', 'bob', '/undo'],
    ]);
    expect(incident.severity.current).toBe('sev-2');
    expect(incident.timeline.filter(({ fact }) => fact?.kind === 'note')).toHaveLength(2);
    expect(refusals).toEqual([]);
  });
  test('goes one further each time', () => {
    const { incident } = heard([noted, ['11:20', 'bob', '/undo'], ['11:21', 'bob', '/undo']]);
    expect(incident.timeline.filter(({ fact }) => fact?.kind === 'note')).toHaveLength(0);
  });
  test('by link is for one’s own words, and for leads', () => {
    const link = 'https://github.com/acme/ops/issues/7#issuecomment-100';
    expect(heard([noted, ['11:20', 'cat', `/undo ${link}`]]).refusals).toMatchObject([
      { reason: 'no-right', needs: 'lead' },
    ]);
    const { incident } = heard([noted, ['11:20', 'ada', `/undo ${link}`]]);
    expect(incident.severity.current).toBe('sev-2');
    expect(incident.timeline.map(({ fact }) => fact?.kind)).not.toContain('note');
  });
  test('takes a duplicate back, but no closing', () => {
    expect(
      heard([
        ['11:00', 'bob', '/duplicate #3'],
        ['11:20', 'bob', '/undo'],
      ]).incident.closed,
    ).toBeNull();
    const { refusals } = heard([
      ['11:00', 'ada', '/cancel because a test'],
      ['11:20', 'ada', '/undo'],
    ]);
    expect(refusals).toEqual([{ reason: 'cannot-undo', what: 'closed' }]);
  });
  test('needs something', () => {
    expect(heard([['11:20', 'bob', '/undo']]).refusals).toEqual([{ reason: 'nothing-to-undo' }]);
  });
});
