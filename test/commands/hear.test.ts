// What is heard: each thing once, in the order it was said, judged as things stood then.
import fc from 'fast-check';
import { hear } from '../../src/commands/hear.ts';
import { holders } from '../../src/core/incident.ts';
import { handbook } from './handbook.ts';
import { composed, form, heard, heardLineByLine, type Line, person, snapshotOf } from './thread.ts';

describe('heard once', () => {
  const lines: readonly Line[] = [
    ['10:01', 'ada', '/role commander\n/severity sev-9'],
    ['10:02', 'eve', '/severity sev-4'],
    ['10:03', 'bob', 'thanks /all\n/usr/bin/x'],
  ];
  test('what has an entry is not judged again, refused or not', () => {
    const first = heard(lines);
    const again = heard(lines, {}, first.entries);
    expect(again.fresh.size).toBe(0);
    expect(again.entries).toEqual(first.entries);
    const promoted = snapshotOf(lines).people.ada!;
    const later = heard(
      lines,
      { snapshot: { people: { eve: { ...promoted, person: person('eve') } } } },
      first.entries,
    );
    expect(later.entries).toEqual(first.entries);
  });
  test('fresh are the sources of this look alone', () => {
    const { entries } = heard(lines);
    const { fresh } = heard([...lines, ['10:09', 'bob', '/note One']], {}, entries);
    expect([...fresh]).toEqual([expect.stringMatching(/^comment:103:/)]);
  });
  test('a refusal keeps what was typed', () => {
    const { entries } = heard(lines);
    expect(entries.flatMap(({ typed }) => typed ?? [])).toEqual(['/severity sev-9', '/severity sev-4']);
  });
  test('two in one second: the first has the role', () => {
    const { incident, refusals } = heard([
      ['10:01', 'bob', '/role commander'],
      ['10:01', 'cat', '/role commander'],
    ]);
    expect(holders(incident, 'commander')).toEqual([person('bob')]);
    expect(refusals).toMatchObject([{ reason: 'role-held', holder: 'bob' }]);
  });
  test('what is shown late is judged as things stood then, and the last word wins', () => {
    const all: readonly Line[] = [
      ['10:01', 'bob', '/severity sev-3'],
      ['10:02', 'cat', '/severity sev-1'],
      ['10:03', 'bob', '/severity sev-4'],
    ];
    const whole = snapshotOf(all);
    const partly = { ...whole, thread: whole.thread.filter(({ id }) => id !== 'IC_101') };
    const { entries } = hear(partly, { entries: [], lostUntil: null }, handbook, '2026-03-02T23:59:59Z', composed);
    const late = heard(all, {}, entries);
    expect(late.incident.severity).toMatchObject({ current: 'sev-4', peak: 'sev-1' });
    expect(late.entries.map(({ saidAt }) => saidAt)).toEqual(late.entries.map(({ saidAt }) => saidAt).toSorted());
  });
  test('a time corrects the time, not the order', () => {
    const { incident } = heard([
      ['11:50', 'bob', '/mitigated'],
      ['12:00', 'bob', '/resolved at 11:40'],
    ]);
    expect(incident.status).toBe('resolved');
    expect(incident.milestones.resolved?.at).toBe('2026-03-02T11:40:00Z');
  });
  test('after a transfer nothing is heard twice, and what is new is heard', () => {
    const said: readonly Line[] = [
      ['10:01', 'bob', '/note One\n/severity sev-3'],
      ['10:02', 'bob', { kind: 'labeled', label: 'sev-1' }],
    ];
    const { entries } = heard(said);
    const moved = snapshotOf([...said, ['10:05', 'bob', { kind: 'transferred' }], ['10:06', 'bob', '/note Two']]);
    const thread = moved.thread.map((item, index) =>
      item.kind === 'comment' ? { ...item, number: `9${index}` } : { ...item, id: `N_${index}` },
    );
    const { fresh } = hear(
      { ...moved, thread },
      { entries, lostUntil: null },
      handbook,
      '2026-03-02T23:59:59Z',
      composed,
    );
    expect([...fresh]).toEqual([expect.stringMatching(/^comment:93:/)]);
  });
  test('a refused text that an edit mends is heard as said by the editor at the edit', () => {
    const first = heard([['10:01', 'bob', '/update']]);
    expect(first.refusals).toMatchObject([{ reason: 'missing' }]);
    const edit = { editedAt: '2026-03-02T10:05:00Z', editor: person('bob') };
    const { facts } = heard([['10:01', 'bob', '/update All is well', edit]], {}, first.entries);
    expect(facts).toMatchObject([
      { kind: 'update', text: 'All is well' },
      { kind: 'status', status: 'investigating' },
    ]);
  });
  test('an account that is gone, and a person nobody asked about, do no harm', () => {
    const { entries, refusals } = heard([
      ['10:01', 'ghost', '/severity sev-1'],
      ['10:02', 'zoe', '/severity sev-1'],
      ['10:03', 'ghost', { kind: 'labeled', label: 'sev-1' }],
    ]);
    expect(entries.filter(({ source }) => source !== 'form')).toHaveLength(1);
    expect(refusals).toMatchObject([{ reason: 'no-right' }]);
  });
});

describe('words', () => {
  test.each([
    ['/resolvd', 'resolved'],
    ['/rеsolved', 'resolved'],
    ['/comander', 'commander'],
    ['/noet', 'note'],
  ])('%s of a responder is answered with %s', (word, meant) => {
    const typed: Line = ['10:01', 'bob', `${word} x`];
    const { refusals } = heard([typed]);
    expect(refusals).toMatchObject([{ reason: 'unknown-command', meant }]);
    expect(heard([['10:01', 'rae', word]]).refusals).toEqual([]);
  });
  test('words of other bots are left alone', () => {
    const other = [
      '/lgtm',
      '/cc @bob',
      '/retest',
      '/approve',
      '/hold',
      '/run tests',
      '/etc/hosts',
      '/etc is full',
      '/gcbrun',
    ];
    expect(heard([['10:01', 'bob', other.join('\n')]]).entries).toHaveLength(1);
  });
  test('a command in an open fence is answered to those who could say it', () => {
    const lost = '```\n/severity sev-1';
    expect(heard([['10:01', 'bob', lost]]).refusals).toEqual([{ reason: 'in-code', command: 'severity' }]);
    expect(heard([['10:01', 'eve', lost]]).refusals).toEqual([]);
    expect(heard([['10:01', 'bob', `${lost}\n\`\`\``]]).entries).toHaveLength(1);
  });
  test('where only prefixed commands are heard, others are not', () => {
    const setting = { handbook: { commands: 'prefixed' as const } };
    const { incident, refusals } = heard(
      [['10:01', 'bob', '/severity sev-1\n/sevrity\n/sitrep severity sev-3']],
      setting,
    );
    expect(incident.severity.current).toBe('sev-3');
    expect(refusals).toEqual([]);
  });
  test('the handbook says who may', () => {
    const setting = { handbook: { who: { severity: 'lead' as const, impact: 'anyone' as const } } };
    const { refusals, facts } = heard(
      [
        ['10:01', 'bob', '/severity sev-1'],
        ['10:02', 'eve', '/impact All'],
      ],
      setting,
    );
    expect(refusals).toEqual([{ reason: 'no-right', command: 'severity', needs: 'lead', who: ['commander'] }]);
    expect(facts).toContainEqual({ kind: 'situation', field: 'impact', text: 'All' });
  });
  test('a team of the handbook makes responders', () => {
    const lines: readonly Line[] = [['10:01', 'eve', '/role scribe']];
    expect(heard(lines, { teams: { eve: ['acme/oncall'] } }).refusals).toEqual([]);
    expect(heard(lines, { teams: { eve: ['acme/sales'] } }).refusals).toMatchObject([{ reason: 'no-right' }]);
  });
  test('a bot is heard where the handbook invites it', () => {
    const lines: readonly Line[] = [['10:01', 'pager-bot', '/severity sev-1']];
    expect(heard(lines).entries).toHaveLength(1);
    const invited = heard(lines, { handbook: { reporters: ['pager-bot'] } });
    expect(invited.incident.severity.current).toBe('sev-1');
  });
  test('a text in a fact is cut, never inside a character', () => {
    const { facts } = heard([['10:01', 'bob', `/note ${'😀'.repeat(150)}`]]);
    const [note] = facts;
    expect(note).toMatchObject({ kind: 'note' });
    expect(JSON.stringify(note)).not.toMatch(/\\ud83d(?!\\ude00)/i);
    expect(note?.kind === 'note' && note.text.length).toBeLessThanOrEqual(200);
    expect(note?.kind === 'note' && note.text).toBe(`${'😀'.repeat(99)}…`);
  });
});

describe('the first act of a responder', () => {
  const acks: readonly (readonly [string, Line])[] = [
    ['a role', ['10:12', 'bob', '/role scribe']],
    ['a note', ['10:12', 'bob', '/note Looking']],
    ['a label', ['10:12', 'bob', { kind: 'labeled', label: 'sev-1' }]],
    ['an assignee', ['10:12', 'bob', { kind: 'assigned', who: person('cat') }]],
  ];
  test.each(acks)('%s acknowledges, inferred', (_what, line) => {
    const { incident } = heard([line]);
    expect(incident.status).toBe('investigating');
    expect(incident.milestones.acknowledged).toMatchObject({ at: '2026-03-02T10:12:00Z', inferred: true });
  });
  const nots: readonly (readonly [string, Line])[] = [
    ['a question', ['10:12', 'bob', '/roles']],
    ['a refusal', ['10:12', 'bob', '/severity sev-9']],
    ['the reporter', ['10:12', 'rae', '/note It is worse']],
    ['talk', ['10:12', 'bob', 'I look at it']],
    ['a stranger', ['10:12', 'eve', '/help']],
    ['who only sorts labels', ['10:12', 'tim', { kind: 'labeled', label: 'sev-1' }]],
  ];
  test.each(nots)('%s does not', (_what, line) => {
    const { incident } = heard([line]);
    expect(incident.status).toBe('new');
    expect(incident.milestones.acknowledged).toBeUndefined();
  });
  test('with a status of its own only the moment is inferred', () => {
    const { incident, facts } = heard([['10:12', 'bob', '/resolved at 10:05']]);
    expect(incident.status).toBe('resolved');
    expect(facts).toMatchObject([
      { kind: 'status', status: 'resolved', happened: '10:05' },
      { kind: 'milestone', milestone: 'acknowledged' },
    ]);
  });
  test('said in words it is not inferred, and replaces what was', () => {
    expect(heard([['10:12', 'bob', '/ack']]).incident.milestones.acknowledged?.inferred).toBe(false);
    const { incident } = heard([
      ['10:12', 'bob', '/scribe'],
      ['10:14', 'bob', '/ack at 10:10'],
    ]);
    expect(incident.milestones.acknowledged).toMatchObject({ at: '2026-03-02T10:10:00Z', inferred: false });
  });
  test('nobody acknowledges the past', () => {
    const body = form({ 'Started at': '09:00', 'Already over? (Resolved at)': '09:30' });
    expect(heard([['10:12', 'bob', '/note One']], { body }).incident.milestones.acknowledged).toBeUndefined();
  });
});

describe('batching', () => {
  const words = [
    '/role commander',
    '/role scribe @cat',
    '/role scribe none',
    '/handover commander @cat',
    '/ack',
    '/severity sev-1',
    '/severity sev-3',
    '/status identified',
    '/mitigated',
    '/resolved at 10:00',
    '/reopen',
    '/close',
    '/note One',
    '/undo',
    '/close anyway because late',
    '/update resolved Fine',
    '/done users-notified',
    '/takeover commander because gone',
    '/nte',
    '/duplicate #3',
    '/task @bob 5m Look',
    '/task 1 done',
    '/note',
  ];
  const line = fc.record({
    who: fc.constantFrom('ada', 'bob', 'cat', 'rae', 'eve'),
    said: fc.constantFrom(...words),
    gap: fc.nat(40),
  });
  test('one look hears the same as a look after each line', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (script) => {
        let minute = 0;
        const lines = script.map(({ who, said, gap }): Line => {
          minute += gap;
          const time = `${String(10 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          return [time, who, said];
        });
        expect(heardLineByLine(lines).entries).toEqual(heard(lines).entries);
      }),
      { numRuns: 60 },
    );
  });
});
