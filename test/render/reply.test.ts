// One reply a comment: all refusals, and the words that somebody must know, each person called once.

import type { Entry } from '../../src/core/entry.ts';
import type { Incident } from '../../src/core/incident.ts';
import type { Fact } from '../../src/core/timeline.ts';
import { renderAnnouncement } from '../../src/render/announce.ts';
import { actionsSetting } from '../../src/render/replies/told.ts';
import { type ReplyLine, renderReply } from '../../src/render/reply.ts';
import { ada, bob, eve, handbook, incidentOf, instant, issue, said, story, templates } from './sample.ts';

function reply(...entries: readonly Entry[]): string | null {
  const lines = entries.map((entry) => ({ entry, before: incidentOf(...story), after: incidentOf(...story, entry) }));
  return renderReply({ key: 'reply:1', lines, handbook, opened: () => '9', issue }, templates);
}

const unknownRole: Partial<Entry> = {
  source: 'comment:900:aaaa',
  typed: '/role scirbe',
  fact: undefined,
  refusal: { reason: 'unknown-role', word: 'scirbe', meant: 'scribe', roles: ['scribe'] },
};
const refusedRole: Entry = { ...said('10:30', eve, { kind: 'reopened' }), ...unknownRole };
const refusedStatus: Entry = {
  ...refusedRole,
  source: 'comment:900:bbbb',
  typed: '/status @org fixd',
  refusal: { reason: 'unknown-status', word: 'fixd', meant: 'resolved', statuses: ['resolved'] },
};

test('says nothing where nobody must know', () => {
  const quiet: readonly Fact[] = [
    { kind: 'note', note: 'note', text: 'x' },
    { kind: 'role', role: 'scribe', change: 'taken', holder: ada, before: null },
    { kind: 'role', role: 'scribe', change: 'freed', holder: null, before: ada },
    { kind: 'status', status: 'monitoring' },
    { kind: 'task', who: ada, text: 'mine' },
    { kind: 'undone', sources: ['comment:1:x'] },
  ];
  expect(reply(...quiet.map((fact) => said('10:30', ada, fact)))).toBeNull();
});

test('one refusal stands alone, several as a list that quotes what was typed', () => {
  expect(reply(refusedRole)).toMatch(/^There is no role `scirbe` here\. Did you mean `scribe`\?.*`\/role scribe`\n$/);
  const both = reply(refusedRole, refusedStatus) ?? '';
  expect(both.match(/^- `\//gm)).toHaveLength(2);
  expect(both).toContain('- `/status @\u200Borg fixd`: There is no status');
});

test('of several refusals one for want of a right does not repeat what was said', () => {
  const refusal = { reason: 'no-right', command: 'update', needs: 'responder', who: [] } as const;
  const stranger: Entry = { ...refusedRole, source: 'comment:900:cccc', typed: '/update All is lost', refusal };
  const text = reply(refusedRole, stranger) ?? '';
  expect(text).toContain('- `/update` needs write access');
  expect(text).not.toContain('All is lost');
});

test('a line mended by a later edit folds to done, the other refusal stays', () => {
  const mended = said('10:32', eve, { kind: 'role', role: 'scribe', change: 'taken', holder: eve, before: null });
  expect(reply(refusedRole, mended)).toBe('`/role scirbe`: done\n');
  const both = reply(refusedRole, refusedStatus, mended) ?? '';
  expect(both).toContain('- `/role scirbe`: done');
  expect(both).toContain('There is no status');
});

test('a role given: the new holder is called once, with duties and how to hand it on', () => {
  const text =
    reply(said('10:30', ada, { kind: 'role', role: 'scribe', change: 'given', holder: bob, before: null })) ?? '';
  expect(text).toMatch(/^@bob, ada made you scribe\.\n- Be the scribe\n/);
  expect(text.match(/@bob/g)).toHaveLength(1);
  expect(text).toContain('`/handover scribe @who`');
});

test('duties are printed as the handbook has them: what is to be typed can be copied', () => {
  const duties = ['Give tasks with `/task @who 15m …`, ask @acme/sre'];
  const roles = handbook.roles.map((role) => ({ ...role, duties }));
  const fact: Fact = { kind: 'role', role: 'scribe', change: 'given', holder: bob, before: null };
  const entry = said('10:30', ada, fact);
  const lines = [{ entry, before: incidentOf(...story), after: incidentOf(...story, entry) }];
  const text = renderReply(
    { key: 'reply:1', lines, opened: () => '9', handbook: { ...handbook, roles }, issue },
    templates,
  );
  expect(text).toContain('- Give tasks with `/task @who 15m …`, ask @\u200Bacme/sre\n');
});

test('nobody is called twice in one reply', () => {
  const text = reply(
    said('10:30', ada, { kind: 'role', role: 'scribe', change: 'given', holder: bob, before: null }),
    said('10:30', ada, { kind: 'role', role: 'communications', change: 'given', holder: bob, before: null }),
  );
  expect(text?.match(/@bob/g)).toHaveLength(1);
  expect(text).toContain('bob, ada made you');
});

test('a task and an update are in the words of who said them: nothing is repeated', () => {
  const task = said('10:30', ada, { kind: 'task', who: bob, minutes: 15, text: 'look at the logs' });
  const update = said('10:40', ada, { kind: 'update', text: 'Half of users can pay', nextAt: instant('11:10') });
  expect(reply(task)).toBeNull();
  expect(reply(update)).toBeNull();
});

test('a handover without a summary proposes one from the record, to be read', () => {
  const fact: Fact = { kind: 'role', role: 'commander', change: 'handover', holder: bob, before: ada };
  const text = reply(said('10:30', ada, fact)) ?? '';
  expect(text).toMatchSnapshot();
  expect(text.split('\n').filter((line) => line.startsWith('- ')).length).toBeLessThanOrEqual(10);
});

test('a handover with a summary quotes it and calls nobody else', () => {
  const summary = 'ask @acme/sre\n<details>\ncloses #4';
  const fact: Fact = { kind: 'role', role: 'commander', change: 'handover', holder: bob, before: ada, summary };
  const text = reply(said('10:30', ada, fact)) ?? '';
  expect(text).toContain('> ask @\u200Bacme/sre  \n> &lt;details>  \n> closes #\u200B4');
  expect(text).not.toContain('From the record');
});

test('a takeover calls who lost the role', () => {
  const fact: Fact = {
    kind: 'role',
    role: 'commander',
    change: 'takeover',
    holder: bob,
    before: ada,
    because: 'silent',
  };
  expect(reply(said('10:50', bob, fact))).toMatch(
    /^@ada, bob took over as Incident Commander from you, because silent\./,
  );
});

test.each([
  ['GitHub Actions is not permitted to create or approve pull requests.', actionsSetting],
  ['Repository rule violations found: <b>signed</b>', 'Repository rule violations found: &lt;b>signed&lt;/b>'],
])('what GitHub refused is said by name: %s', (message, words) => {
  const text = reply(said('12:00', null, { kind: 'post-mortem-refused', message }));
  expect(text).toContain(words);
  expect(text).toMatch(/`\/postmortem`\n$/);
});

test('who edited the card is named, and is not called', () => {
  const text = reply(said('12:00', eve, { kind: 'interference', what: 'card-edited' }));
  expect(text).toMatch(/^eve edited the status card/);
});

test('undoing a role that somebody was told about says so', () => {
  const given = said('10:25', ada, { kind: 'role', role: 'scribe', change: 'given', holder: bob, before: null });
  const undone = said('10:30', ada, { kind: 'undone', sources: [given.source] });
  const lines = [{ entry: undone, before: incidentOf(...story, given), after: null }];
  const told = { ...lines[0], after: incidentOf(...story, given, undone) };
  expect(
    renderReply({ key: 'reply:1', lines: [told as ReplyLine], handbook, opened: () => '9', issue }, templates),
  ).toContain('bob was already told');
});

test('a broken config is named by its place', () => {
  const entry = said('10:30', null, { kind: 'config-problem', oid: 'abc' });
  const problems = [{ file: '.github/sitrep.yml', line: 2, column: 1, what: 'Unknown key', suggestion: '' }];
  const lines = [{ entry, before: null, after: null }];
  expect(renderReply({ key: 'reply:1', lines, handbook, opened: () => '9', issue, problems }, templates)).toContain(
    '`.github/sitrep.yml:2:1` Unknown key',
  );
});

const after = (entry: Entry): Incident => incidentOf(...story, entry);

test('turns are one line each', () => {
  const raised = said('11:00', bob, { kind: 'severity', severity: 'sev-1', because: 'all of it' });
  const resolved = said('12:00', ada, { kind: 'status', status: 'resolved' }, { at: instant('11:40') });
  const freed = said('12:01', ada, { kind: 'role', role: 'commander', change: 'freed', holder: null, before: ada });
  const handed = said('12:02', ada, { kind: 'role', role: 'commander', change: 'handover', holder: bob, before: ada });
  const back = said('13:00', bob, { kind: 'status', status: 'investigating', relapse: true });
  const turns = [
    { turn: 'raised', entry: raised, after: after(raised) },
    { turn: 'resolved', entry: resolved, after: after(resolved) },
    { turn: 'commander', entry: freed, after: after(freed) },
    { turn: 'commander', entry: handed, after: after(handed) },
    { turn: 'relapsed', entry: back, after: after(back) },
  ] as const;
  expect(renderAnnouncement(turns, handbook).split('\n')).toEqual([
    '- **Severity raised** to `sev-1` Critical at 11:00 UTC by bob, because all of it.',
    '- **Resolved** at 11:40 UTC, 1 h 50 min after it started, says ada. If it comes back: `/reopen`',
    '- **Nobody leads this incident** since 12:01 UTC. Take it: `/role commander`',
    '- **bob is Incident Commander** since 12:02 UTC.',
    '- **It is back**: active again since 13:00 UTC, says bob. Status `investigating`.',
  ]);
  expect(renderAnnouncement(turns.slice(0, 1), handbook)).not.toContain('\n');
  expect(() => renderAnnouncement([], handbook)).toThrow('needs a turn');
});

test('an incident nobody gave a start has no duration', () => {
  const resolved = said('12:00', ada, { kind: 'status', status: 'resolved' });
  const turn = { turn: 'resolved', entry: resolved, after: incidentOf(resolved) } as const;
  expect(renderAnnouncement([turn], handbook)).toBe('**Resolved** at 12:00 UTC, says ada. If it comes back: `/reopen`');
});
