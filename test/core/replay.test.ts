import { parse } from 'yaml';
import type { Entry } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { holders } from '../../src/core/incident.ts';
import { replay } from '../../src/core/replay.ts';
import type { Fact } from '../../src/core/timeline.ts';
import { ada, at, bob, declaredFact, entry } from './builder.ts';

/** Just enough of a handbook for the replay. */
const handbook = parse(`
types: [{id: incident}]
severities: [{id: sev-1}, {id: sev-2}, {id: sev-3}]
statuses:
  - {id: new, milestone: null}
  - {id: investigating, milestone: acknowledged}
  - {id: identified, milestone: identified}
  - {id: monitoring, milestone: mitigated}
  - {id: resolved, milestone: resolved}
  - {id: closed, milestone: closed}
roles: [{id: commander, holders: one}, {id: expert, holders: many}]
tasks: []
checklist: [{id: service-restored, disprovedByRelapse: true}, {id: root-cause, disprovedByRelapse: false}]
`) as Handbook;

const declared = entry('10:00', declaredFact);

function incidentOf(...entries: readonly Entry[]) {
  const incident = replay([declared, ...entries], handbook);
  if (!incident) throw new Error('no incident');
  return incident;
}

function status(time: string, to: string, more: Partial<Entry> = {}, relapse?: true): Entry {
  return entry(time, { kind: 'status', status: to, ...(relapse && { relapse }) }, more);
}

function taken(time: string, role: string, holder = ada, before: typeof ada | null = null): Entry {
  return entry(time, { kind: 'role', role, change: 'taken', holder, before });
}

describe('the replay', () => {
  test('is nothing before an incident is declared', () => {
    expect(replay([status('10:00', 'resolved')], handbook)).toBeNull();
  });

  test('keeps first, peak and current severity; saying one ends the assumption', () => {
    const up = entry('10:01', { kind: 'severity', severity: 'sev-1' });
    const down = entry('10:02', { kind: 'severity', severity: 'sev-3' });
    expect(incidentOf(up, down).severity).toEqual({
      current: 'sev-3',
      first: 'sev-2',
      peak: 'sev-1',
      assumed: false,
      since: at('10:02'),
    });
  });

  test('replays in the order of what was said, whatever the order it was heard in', () => {
    const first = status('11:50', 'monitoring');
    const second = status('12:00', 'resolved', { at: at('11:40') });
    expect(incidentOf(second, first)).toMatchObject({
      status: 'resolved',
      milestones: { resolved: { at: at('11:40') } },
    });
  });

  test('a missing milestone stays missing', () => {
    expect(Object.keys(incidentOf(status('11:00', 'resolved')).milestones)).toEqual(['declared', 'resolved']);
  });

  test('the first acknowledgement stays; the next resolve replaces the last one', () => {
    const incident = incidentOf(
      status('10:05', 'investigating'),
      status('11:00', 'resolved'),
      status('11:30', 'investigating', {}, true),
      status('12:30', 'resolved'),
    );
    expect(incident.milestones).toMatchObject({ acknowledged: { at: at('10:05') }, resolved: { at: at('12:30') } });
    expect(incident.segments).toEqual([
      { from: at('10:00'), until: at('11:00') },
      { from: at('11:30'), until: at('12:30') },
    ]);
  });

  test('a relapse takes back the ticks that it disproves, and only those', () => {
    const tick = (item: string): Entry => entry('11:05', { kind: 'ticked', item, done: true });
    const incident = incidentOf(
      status('11:00', 'resolved'),
      tick('service-restored'),
      tick('root-cause'),
      status('11:30', 'investigating', {}, true),
    );
    expect(Object.keys(incident.ticks)).toEqual(['root-cause']);
  });

  test('an inferred acknowledgement never replaces one that was said', () => {
    const said = entry('10:03', { kind: 'milestone', milestone: 'acknowledged' });
    const inferred = entry('10:04', { kind: 'milestone', milestone: 'acknowledged' }, { inferred: true });
    expect(incidentOf(said, inferred).milestones.acknowledged).toMatchObject({ at: at('10:03'), inferred: false });
  });

  test('a role for one ends the tenure of who had it; a role for many adds', () => {
    const incident = incidentOf(
      taken('10:01', 'commander'),
      taken('10:02', 'commander', bob, ada),
      taken('10:03', 'expert'),
      taken('10:04', 'expert', bob),
    );
    expect(holders(incident, 'commander')).toEqual([bob]);
    expect(holders(incident, 'expert')).toEqual([ada, bob]);
    expect(incident.tenures[0]).toMatchObject({ person: ada, from: at('10:01'), until: at('10:02') });
  });

  test('freeing a role takes it from who had it', () => {
    const freed: Fact = { kind: 'role', role: 'expert', change: 'freed', holder: null, before: ada };
    const incident = incidentOf(taken('10:03', 'expert'), taken('10:04', 'expert', bob), entry('10:05', freed));
    expect(holders(incident, 'expert')).toEqual([bob]);
  });

  test('what was undone never was, with all facts of the same words', () => {
    const words = { source: 'comment:77:12345678' };
    const incident = incidentOf(
      entry('10:05', { kind: 'severity', severity: 'sev-1' }, words),
      entry('10:05', { kind: 'milestone', milestone: 'acknowledged' }, { source: 'comment:77:12345678+ack' }),
      entry('10:06', { kind: 'undone', sources: ['comment:77:12345678'] }),
    );
    expect(incident).toMatchObject({ severity: { current: 'sev-2' } });
    expect(incident.milestones.acknowledged).toBeUndefined();
  });

  test.each(['of-a-newer-version', 'constructor', '__proto__'])(
    'a fact that this version does not know (%s) is left in the record and changes nothing',
    (kind) => {
      const unknown = entry('10:05', { kind, text: 'x' } as unknown as Fact);
      const resolved = status('11:00', 'resolved');
      expect(incidentOf(unknown, resolved)).toEqual(incidentOf(resolved));
    },
  );

  test('refused entries change nothing', () => {
    const { fact: _, ...refused } = status('10:05', 'resolved');
    expect(incidentOf({ ...refused, refusal: { reason: 'already-closed' } }).status).toBe('new');
  });

  test('a corrected resolution moves the end of the active time', () => {
    const incident = incidentOf(
      status('11:00', 'resolved'),
      entry('11:10', { kind: 'milestone', milestone: 'resolved' }, { at: at('10:50') }),
    );
    expect(incident.segments).toEqual([{ from: at('10:00'), until: at('10:50') }]);
  });
});
