// What is said with GitHub's own buttons: labels, assignees, closing, boxes, rockets.
import { holders } from '../../src/core/incident.ts';
import { mark } from '../../src/core/marker.ts';
import type { PullRequest } from '../../src/core/pull-request.ts';
import type { Comment } from '../../src/core/snapshot.ts';
import { form, heard, type Line, person } from './thread.ts';

const ack: Line = ['10:01', 'bob', '/ack'];
const labels = (who: string, label: string, time = '12:00'): Line => [time, who, { kind: 'labeled', label }];
const closes = (who: string, reason: string, closer: unknown = null): Line => [
  '12:00',
  who,
  { kind: 'closed', reason, closer },
];

describe('labels', () => {
  test('say what the command says, triage counting as write', () => {
    expect(heard([ack, labels('tim', 'SEV-1')]).incident.severity.current).toBe('sev-1');
    expect(heard([ack, labels('bob', 'status: monitoring')]).incident.status).toBe('monitoring');
  });
  test('without the right are refused', () => {
    const { incident, refusals, entries } = heard([ack, labels('eve', 'sev-4')]);
    expect(incident.severity.current).toBe('sev-2');
    expect(refusals).toMatchObject([{ reason: 'no-right', command: 'severity' }]);
    expect(entries.at(-1)?.typed).toBe('/severity sev-4');
  });
  test('that are not ours, taken off, set by bots or so already mean nothing', () => {
    const { entries } = heard([
      labels('bob', 'bug'),
      labels('bob', 'incident'),
      labels('bob', 'sev-2'),
      labels('stale-bot', 'sev-4'),
      ['12:00', 'bob', { kind: 'unlabeled', label: 'sev-2' }],
      labels('sitrep-bot', 'sev-1'),
    ]);
    expect(entries.map(({ source }) => source)).toEqual(['form']);
  });
  test('cannot move where the command cannot', () => {
    const lines: readonly Line[] = [
      ack,
      ['11:00', 'bob', '/resolved'],
      labels('bob', 'status: identified'),
      labels('tim', 'sev-4'),
    ];
    expect(heard(lines).refusals).toMatchObject([{ reason: 'already-passed' }, { reason: 'lowering-after-resolved' }]);
  });
});

describe('assignees', () => {
  const unassigns = (who: string, whom: string): Line => ['12:00', who, { kind: 'unassigned', who: person(whom) }];
  const roles: Line = ['10:02', 'bob', '/role scribe\n/role expert'];
  test('assigned have joined', () => {
    const { incident } = heard([ack, ['12:00', 'tim', { kind: 'assigned', who: person('cat') }]]);
    expect(incident.joined).toEqual([person('cat')]);
  });
  test('a holder taken off is free, all roles at once', () => {
    for (const who of ['bob', 'ada']) {
      const { incident, facts } = heard([ack, roles, unassigns(who, 'bob')]);
      expect(holders(incident, 'scribe')).toEqual([]);
      expect(holders(incident, 'expert')).toEqual([]);
      expect(facts.at(-1)).toMatchObject({ kind: 'role', change: 'freed', before: person('bob') });
    }
  });
  test('by others it is refused', () => {
    const { incident, refusals } = heard([ack, roles, unassigns('cat', 'bob')]);
    expect(holders(incident, 'scribe')).toEqual([person('bob')]);
    expect(refusals).toMatchObject([
      { reason: 'no-right', command: 'role', needs: 'holder', who: ['scribe', 'commander'] },
    ]);
  });
  test('who had only joined has left', () => {
    expect(heard([ack, ['11:00', 'cat', '/join'], unassigns('bob', 'cat')]).incident.joined).toEqual([]);
  });
});

describe('closing and reopening', () => {
  const ready: readonly Line[] = [
    ack,
    ['11:00', 'bob', '/identified'],
    ['11:01', 'bob', '/resolved\n/update All is well\n/done service-restored'],
  ];
  test('with nothing missing is closed', () => {
    expect(heard([...ready, closes('rae', 'completed')]).incident.closed).toMatchObject({ reason: 'completed' });
  });
  test.each([
    ['by hand', null, { how: 'by-hand', closer: null }],
    ['by a pull request', { kind: 'pull', name: '#9', url: '' }, { how: 'pull', closer: '#9' }],
    ['by a commit', { kind: 'commit', name: 'c0ffee', url: '' }, { how: 'commit', closer: 'c0ffee' }],
  ])('%s with items open is refused', (_how, closer, expected) => {
    const { incident, refusals } = heard([ack, closes('ada', 'completed', closer)]);
    expect(incident.closed).toBeNull();
    expect(refusals).toMatchObject([{ reason: 'gate', status: 'investigating', ...expected }]);
  });
  test('as not planned is for leads, or below the line', () => {
    const major = { body: form({ Severity: 'Sev-1' }) };
    expect(heard([ack, closes('bob', 'not_planned')], major).refusals).toEqual([
      { reason: 'not-planned', severity: 'sev-1' },
    ]);
    expect(heard([ack, closes('ada', 'not_planned')], major).incident.closed?.reason).toBe('not_planned');
    expect(heard([ack, closes('bob', 'not_planned')]).incident.closed?.reason).toBe('not_planned');
  });
  test('as a duplicate needs its original', () => {
    const marked: Line = ['12:00', 'bob', { kind: 'marked-duplicate', original: 3 }];
    expect(heard([ack, closes('bob', 'duplicate')]).refusals).toEqual([{ reason: 'duplicate-of-what' }]);
    for (const lines of [
      [marked, closes('bob', 'duplicate')],
      [closes('bob', 'duplicate'), marked],
    ]) {
      const { incident, facts } = heard([ack, ...lines]);
      expect(incident).toMatchObject({ closed: { reason: 'duplicate' }, links: { duplicate: '#3' } });
      expect(facts.filter(({ kind }) => kind === 'link')).toHaveLength(1);
    }
  });
  test('reopened by hand it is active again; what was never closed is not', () => {
    const reopens: Line = ['13:00', 'rae', { kind: 'reopened' }];
    const { incident } = heard([...ready, closes('bob', 'completed'), reopens]);
    expect(incident).toMatchObject({ closed: null, status: 'investigating' });
    expect(incident.segments).toHaveLength(2);
    expect(heard([ack, reopens]).facts).toHaveLength(1);
  });
  test('a second closing is not heard', () => {
    const { entries } = heard([...ready, ['11:30', 'bob', '/close'], closes('bob', 'completed')]);
    expect(entries.filter(({ fact }) => fact?.kind === 'closed')).toHaveLength(1);
  });
});

describe('marks', () => {
  const box = (ticked: boolean) =>
    mark('checklist', `- [${ticked ? 'x' : ' '}] Service fully restored <!-- item:service-restored -->`);
  const ticks = (who: string): Line => {
    const at = '2026-03-02T11:00:00Z';
    const revisions: Comment['revisions'] = [
      { id: 'R_1', by: person('sitrep-bot'), at: '2026-03-02T10:30:00Z', body: box(false) },
      { id: 'R_2', by: person(who), at, body: box(true) },
    ];
    return ['10:30', 'sitrep-bot', box(true), { revisions, editedAt: at, editor: person(who) }];
  };
  test('a box ticked by hand', () => {
    expect(heard([ack, ticks('bob')]).incident.ticks['service-restored']).toMatchObject({
      done: true,
      by: person('bob'),
    });
    expect(heard([ack, ticks('eve')]).refusals).toMatchObject([{ reason: 'no-right', command: 'done' }]);
    expect(heard([ack, ticks('stale-bot')]).entries).toHaveLength(2);
  });
  test('a 🚀 of a responder takes a comment as a note, once', () => {
    const rocket = (who: string) => ({
      id: `RE_${who}`,
      content: 'ROCKET',
      by: person(who),
      at: `2026-03-02T11:05:0${who === 'bob' ? 1 : 2}Z`,
    });
    const { facts, incident } = heard([
      ack,
      ['11:00', 'eve', 'Look here', { reactions: [rocket('bob'), rocket('cat')] }],
    ]);
    expect(facts.filter(({ kind }) => kind === 'note')).toMatchObject([
      { text: 'Look here', of: { by: 'eve' }, happened: '11:00' },
    ]);
    expect(incident.timeline.at(-1)?.by?.login).toBe('bob');
    expect(heard([ack, ['11:00', 'eve', 'Look', { reactions: [rocket('rae')] }]]).facts).toHaveLength(1);
  });
  test('a new title', () => {
    const { incident } = heard([ack, ['11:00', 'rae', { kind: 'renamed', from: 'a', to: 'Checkout is slow' }]]);
    expect(incident.title).toBe('Checkout is slow');
  });
  test('a merged post-mortem is reviewed, and cannot be asked for again', () => {
    const pull = {
      number: 12,
      state: 'merged',
      mine: true,
      fromFork: false,
      mergedAt: '2026-03-02T11:30:00Z',
      mergedBy: person('cat'),
    };
    const snapshot = { pulls: [pull as unknown as PullRequest] };
    const { incident, refusals } = heard([ack, ['12:00', 'ada', '/postmortem']], { snapshot });
    expect(incident.postMortem.merged).toBe(12);
    expect(incident.milestones.reviewed).toMatchObject({ at: '2026-03-02T11:30:00Z', by: person('cat') });
    expect(refusals).toEqual([{ reason: 'post-mortem-exists', pull: 12, state: 'merged' }]);
  });
  test('what GitHub refused is on record', () => {
    const refused = [{ what: 'pull-request' as const, message: 'not permitted', at: '2026-03-02T11:00:00Z' }];
    expect(heard([ack], { snapshot: { refused } }).incident.postMortem.refused).toBe('not permitted');
  });
});
