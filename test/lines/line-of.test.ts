// Incidents as lines: stories, and by hand what their lines must say.
import type { IncidentLine } from '../../src/lines/line.ts';
import { lineOfStory, on } from './story.ts';

const people = 'people: {ada: maintain, bob: write, cy: write}';

/** The times of a line's milestones, those that are known. */
function times({ milestones }: IncidentLine): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(milestones).flatMap(([name, mark]) => (mark ? [[name, mark.at]] : [])));
}

test('an incident from report to close: every field, by hand', async () => {
  const line = await lineOfStory(`
story: A whole life
${people}
given:
  - 10:00 rae opens: Disk is full
    form: {Severity: Not sure, Affected services: mail, Started at: 09:30 UTC, Detected at: 09:50 UTC, How detected: a customer called}
  - 10:05 bob: /ack
  - 10:06 ada: /role commander
  - 10:10 bob: /severity sev-2 because the queue grows
  - 10:20 bob: /task @cy 15m free the disk
  - 10:40 bob: /mitigated
  - 11:00 bob: /resolved
  - 11:30 bob: /severity sev-9
  - 11:31 bob: /done service-restored
  - 11:32 ada: /close anyway because the rest is tracked elsewhere
`);
  expect(times(line)).toEqual({
    ...{ started: on('09:30'), detected: on('09:50'), declared: on('10:00'), acknowledged: on('10:05') },
    ...{ mitigated: on('10:40'), resolved: on('11:00'), closed: on('11:32') },
  });
  const { milestones, words, called, cadence, entries, situation, ...rest } = line;
  expect(milestones.acknowledged).toEqual({ at: on('10:05'), saidAt: on('10:05'), by: 'bob', inferred: false });
  expect(milestones.started).toEqual({ at: on('09:30'), saidAt: on('10:00'), by: 'rae', inferred: false });
  expect(words).toEqual([]);
  expect(rest).toEqual({
    ...{ schema: 2, repository: 'acme/ops', issue: 1, url: 'https://github.com/acme/ops/issues/1' },
    ...{ title: 'Disk is full', state: 'closed', source: 'card', problem: null, handbook: 'workflow-guide' },
    ...{ backfilled: false, drill: null, reporter: 'rae', declaredBy: 'rae' },
    type: { id: 'incident', name: 'Incident', counted: true },
    severity: {
      ...{ first: 'sev-2', peak: 'sev-2', final: 'sev-2', assumed: false, firstAssumed: true, name: 'High' },
      ...{ rank: 1, firstRank: 1, peakRank: 1 },
      changes: [{ at: on('10:10'), to: 'sev-2', assumed: false, because: 'the queue grows' }],
    },
    status: 'closed',
    active: [{ from: on('09:30'), until: on('11:00') }],
    reopened: 0,
    roles: [{ role: 'commander', login: 'ada', from: on('10:06'), until: null, change: 'taken' }],
    services: ['mail'],
    reported: { 'how-detected': 'a customer called' },
    detected: { how: 'a customer called', byCustomers: true },
    tasks: [{ number: 1, login: 'cy', text: 'free the disk', at: on('10:20'), ended: null }],
    checklist: { 'service-restored': true },
    closed: {
      ...{ reason: 'completed', at: on('11:32'), carriedOver: false },
      anyway: line.closed?.anyway,
    },
    links: { duplicate: null, related: [], parent: null },
    postMortem: { required: true, dueAt: '2026-03-05T11:00:00Z', pull: null, owner: 'ada' },
    clocks: [
      {
        ...{ id: 'response', name: 'Response', startedAt: on('10:00'), dueAt: on('11:00') },
        stoppedAt: on('10:05'),
      },
      {
        ...{ id: 'resolution', name: 'Resolution', startedAt: on('10:00'), dueAt: on('18:00') },
        stoppedAt: on('11:00'),
      },
    ],
    ...{ actionItems: null, causes: null },
    interventions: [
      {
        ...{ what: 'override', at: on('11:32'), by: 'ada', because: 'the rest is tracked elsewhere', minutes: null },
        about: line.closed?.anyway.join(', '),
      },
    ],
    refused: 1,
  });
  expect(line.closed?.anyway).toContain('actions-documented');
  expect(line.closed?.anyway).not.toContain('service-restored');
});

test('a relapse and a reopening are coming back; the marks of the time before stay', async () => {
  const line = await lineOfStory(`
story: Back twice
${people}
given:
  - 10:00 rae opens: Cache is cold
    form: {Severity: Sev-3}
  - 10:05 bob: /ack
  - 10:20 bob: /mitigated
  - 11:00 bob: /resolved
  - 12:00 bob: /reopen
  - 12:01 bob: /undo
  - 12:10 bob: /reopen
  - 13:00 bob: /resolved
  - 13:10 ada: /close anyway because it is over
  - 14:00 bob reopens
  - 15:00 bob: /resolved
`);
  expect(line.reopened).toBe(2);
  expect(line.active).toEqual([
    { from: on('10:00'), until: on('11:00') },
    { from: on('12:10'), until: on('13:00') },
    { from: on('14:00'), until: on('15:00') },
  ]);
  expect(times(line)).toMatchObject({ mitigated: on('10:20'), resolved: on('15:00'), closed: on('13:10') });
  expect(line.closed).toBeNull();
  expect(line.postMortem).toMatchObject({ required: false, dueAt: null });
});

test('an active incident owes its post-mortem, and no time for it until it is resolved again', async () => {
  const line = await lineOfStory(`
story: Back at Sev-1
${people}
given:
  - 10:00 rae opens: Cache is cold
    form: {Severity: Sev-1}
  - 10:30 bob: /resolved
  - 11:00 bob: /reopen
`);
  expect(line.milestones.resolved?.at).toBe(on('10:30'));
  expect(line.postMortem).toEqual({ required: true, dueAt: null, pull: null, owner: 'bob' });
});

test('a time that is moved by more than 15 minutes is a correction, each by what stood before; what was undone is none', async () => {
  const line = await lineOfStory(`
story: Corrected
${people}
given:
  - 10:00 rae opens: Disk is full
    form: {Severity: Sev-3, Detected at: 09:50 UTC}
  - 10:05 rae: /started at 09:30
  - 10:10 bob: /detected at 09:35
  - 10:11 bob: /detected at 09:51 because the alarm was the first sign
  - 12:00 bob: /resolved at 11:40
  - 12:05 bob: /resolved at 11:00 because of the logs
  - 12:06 bob: /started 08:00
  - 12:07 bob: /undo
  - 12:30 ada: /started 10:00:30
`);
  expect(times(line)).toMatchObject({ started: '2026-03-02T10:00:30Z', detected: on('09:51'), resolved: on('11:00') });
  expect(line.interventions).toEqual([
    {
      ...{ what: 'corrected', at: on('10:11'), by: 'bob', about: 'detected', minutes: 16 },
      because: 'the alarm was the first sign',
    },
    { what: 'corrected', at: on('12:05'), by: 'bob', about: 'resolved', minutes: -40, because: 'of the logs' },
    { what: 'corrected', at: on('12:30'), by: 'ada', about: 'started', minutes: 31, because: null },
  ]);
});

test('a cancelled one was no incident, with its reason, and owes no post-mortem', async () => {
  const line = await lineOfStory(`
story: False alarm
${people}
given:
  - 10:00 rae opens: Disk is full
    form: {Severity: Sev-1}
  - 10:10 ada: /cancel because it was a test
`);
  expect(line.closed).toEqual({ reason: 'not_planned', at: on('10:10'), anyway: [], carriedOver: false });
  expect(line.postMortem.required).toBe(false);
  expect(line.interventions).toEqual([
    { what: 'cancelled', at: on('10:10'), by: 'ada', because: 'it was a test', about: '', minutes: null },
  ]);
});

test('what goes on as an ordinary issue was cancelled by nobody', async () => {
  const line = await lineOfStory(`
story: A bug
handbook: officeluv
${people}
given:
  - 10:00 rae opens: A typo
    form: {Severity: Sev-2}
  - 10:10 bob: /severity 3
`);
  expect(line.closed).toMatchObject({ reason: 'not_planned', carriedOver: true });
  expect(line.interventions).toEqual([]);
});

test('a service request is none of those that are counted', async () => {
  const line = await lineOfStory(`
story: A request
handbook: spearhead
${people}
given:
  - 10:00 rae opens: A new mailbox
    form: {Severity: Low, Type: Service request, How detected: E-mail}
`);
  expect(line.type).toEqual({ id: 'service-request', name: 'Service request', counted: false });
  expect(line.detected).toEqual({ how: 'E-mail', byCustomers: true });
});

test('after a move the levels are those of the new handbook, and what was said before keeps its word', async () => {
  const line = await lineOfStory(`
story: Moved
config: |
  handbook: ims
${people}
given:
  - 10:00 rae opens: Cards are refused
    form: {Severity: Sev-4}
  - 10:01 ada: /role commander
  - 10:05 ada: /severity sev-2
  - 10:30 bob pushes:
    files:
      .github/sitrep.yml: |
        handbook: spearhead
  - 10:45 ada: /handbook current
`);
  expect(line.handbook).toBe('spearhead');
  expect(line.severity).toMatchObject({
    ...{ first: 'low', peak: 'major', final: 'major', name: 'Major', rank: 0, firstRank: 2, peakRank: 0 },
    firstAssumed: false,
  });
  expect(line.severity?.changes.map(({ at, to }) => [at, to])).toEqual([
    [on('10:05'), 'sev-2'],
    [on('10:45'), 'major'],
  ]);
});

test('a transferred incident is that of where it went', async () => {
  const line = await lineOfStory(`
story: Transferred
${people}
given:
  - 10:00 rae opens: Disk is full
    form: {Severity: Sev-3}
  - 10:10 ada transfers: acme/other
  - 10:20 bob: /severity sev-2
`);
  expect(line).toMatchObject({ repository: 'acme/other', severity: { first: 'sev-3', final: 'sev-2' } });
  expect(times(line).declared).toBe(on('10:00'));
});

test('a report of somebody without standing says so until it is confirmed', async () => {
  const story = (more: string): string => `
story: An outsider's report
people: {bob: write, eve: none}
given:
  - 10:00 eve opens: Disk is full
    form: {Severity: Sev-2}
${more}`;
  expect(await lineOfStory(story(''))).toMatchObject({ confirmed: false, declaredBy: 'eve' });
  expect(await lineOfStory(story('  - 10:05 bob: /confirm\n'))).not.toHaveProperty('confirmed');
});
