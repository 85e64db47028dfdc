// Which webhooks are a reason to look, and which cost nothing.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markOpened } from '../../src/core/opened-issue.ts';
import type { Marks } from '../../src/marks.ts';
import { type KnownOfUs, worthALook } from '../../src/worth-a-look.ts';

const marks: Marks = { labels: ['incident', 'outage'], headings: ['Severity', 'Schweregrad'], levels: [] };
const known: KnownOfUs = {
  slug: () => 'sitrep',
  marks: (repository) => (repository === 'acme/ops' ? marks : undefined),
  isOpenIncident: (name) => name === 'acme/ops#8',
  isHeldBack: ({ owner, name, login }) => `${owner}/${name} ${login}` === 'Acme/ops mal',
};
const repository = { name: 'ops', owner: { login: 'Acme' } };
const ref = { owner: 'Acme', name: 'ops', number: 7 };
const sender = { login: 'ada' };

interface Given {
  readonly labels?: readonly string[];
  readonly body?: string;
  readonly comment?: string;
  readonly pull?: boolean;
  readonly label?: string;
}

function payload({ labels = [], body = '', comment, pull, label }: Given) {
  const issue = { number: 7, body, labels: labels.map((name) => ({ name })), ...(pull ? { pull_request: {} } : {}) };
  return {
    ...{ repository, sender, issue },
    ...(comment === undefined ? {} : { comment: { body: comment } }),
    ...(label === undefined ? {} : { label: { name: label } }),
  };
}

test.each<[string, Given, boolean]>([
  ['issues', { labels: ['Incident'] }, true],
  ['issues', { labels: ['bug'] }, false],
  ['issue_comment', { labels: ['Outage'], comment: 'me too' }, true],
  ['issues', { label: 'incident' }, true],
  ['issues', { body: '### Schweregrad\n\nSev-1' }, true],
  ['issues', { body: 'A typo' }, false],
  ['issue_comment', { labels: ['incident'], comment: 'me too' }, true],
  ['issue_comment', { comment: 'me too' }, false],
  ['issue_comment', { comment: 'look:\r\n/incident' }, true],
  ['issue_comment', { comment: '/sitrep status' }, true],
  ['issue_comment', { comment: 'see /incident for more' }, false],
  ['issue_comment', { comment: '/incidental' }, false],
  ['issue_comment', { pull: true, labels: ['incident'], comment: '/ack' }, false],
  ['issue_comment', { pull: true, comment: '/incident' }, true],
  ['label', { labels: ['incident'] }, false],
])('%s %j: %s', (event, given, worth) => {
  expect(worthALook(event, payload(given), known)).toEqual(worth ? ref : null);
});

test.each([
  ['post-mortem/7', 7],
  ['post-mortem-7', 7],
  ['post-mortem/7/x', null],
  ['fix/post-mortem/7', null],
  ['main', null],
])('a pull request of branch %s is about %s', (branch, number) => {
  const found = worthALook('pull_request', { repository, sender, pull_request: { head: { ref: branch } } }, known);
  expect(found).toEqual(number === null ? null : { ...ref, number });
});

test.each([
  ['the repository itself', { full_name: 'acme/OPS' }, 7],
  ['a fork', { full_name: 'mal/ops' }, null],
  ['a fork that is gone', null, null],
])('a pull request of a branch of %s is about %s', (_, repo, number) => {
  const pull = { head: { ref: 'post-mortem/7', repo } };
  const found = worthALook('pull_request', { repository, sender, pull_request: pull }, known);
  expect(found).toEqual(number === null ? null : { ...ref, number });
});

test('an incident that this process knows is one although its label is gone', () => {
  const without = { ...payload({ comment: '/ack' }), issue: { number: 8, body: '', labels: [] } };
  expect(worthALook('issue_comment', without, known)).toEqual({ ...ref, number: 8 });
  expect(worthALook('issues', without, known)).toEqual({ ...ref, number: 8 });
  expect(worthALook('label', without, known)).toBeNull();
  expect(worthALook('issue_comment', { ...without, sender: { login: 'sitrep[bot]' } }, known)).toBeNull();
});

test('what becomes of an issue that we opened is a reason to look at its incident', () => {
  const body = markOpened('ticket', { id: 'I_1', number: 5 }, 'Goes on from #5.');
  expect(worthALook('issues', payload({ body }), known)).toEqual({ ...ref, number: 5 });
  expect(worthALook('issue_comment', payload({ body, comment: 'me too' }), known)).toBeNull();
  expect(worthALook('issues', payload({ body, labels: ['incident'] }), known)).toEqual(ref);
});

test('our own echoes are none, once we know who we are', () => {
  const echo = { ...payload({ labels: ['incident'] }), sender: { login: 'sitrep[bot]' } };
  expect(worthALook('issues', echo, known)).toBeNull();
  expect(worthALook('issues', echo, { ...known, slug: () => null })).toEqual(ref);
});

test('in a repository that was never looked at, any label and any heading may be the one', () => {
  const elsewhere: KnownOfUs = { ...known, marks: () => undefined };
  expect(worthALook('issues', payload({ labels: ['outage'] }), elsewhere)).toEqual(ref);
  expect(worthALook('issues', payload({ body: '## Gravité\n\nhaute' }), elsewhere)).toEqual(ref);
  expect(worthALook('issues', payload({ body: 'A typo' }), elsewhere)).toBeNull();
});

test('any payload is taken, and an answer is an address', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, 7, 'x', ['y'], {}));
  const issue = fc.oneof(odd, fc.record({ number: odd, body: odd, labels: odd, pull_request: odd }));
  const shape = fc.record({
    ...{ issue, sender: fc.oneof(odd, fc.record({ login: odd })), label: fc.record({ name: odd }) },
    ...{ comment: fc.record({ body: odd }), pull_request: fc.record({ head: fc.record({ ref: odd }) }) },
    repository: fc.oneof(odd, fc.constant(repository), fc.record({ name: odd, owner: odd })),
  });
  fc.assert(
    fc.property(fc.constantFrom('issues', 'issue_comment', 'pull_request'), fc.oneof(odd, shape), (event, value) => {
      const found = worthALook(event, value, { ...known, marks: () => undefined });
      if (found) expect(found).toMatchObject({ owner: 'Acme', name: 'ops', number: expect.any(Number) });
    }),
  );
});

test.each<[string, { readonly user: string; readonly sender: string; readonly number?: number }, boolean]>([
  ['a further report of who is held back', { user: 'mal', sender: 'mal' }, false],
  ['one that somebody else takes up', { user: 'mal', sender: 'bob' }, true],
  ['one that is an incident', { user: 'mal', sender: 'mal', number: 8 }, true],
  ['a report of somebody else', { user: 'eve', sender: 'eve' }, true],
  ['words of who is held back about a report of somebody else', { user: 'eve', sender: 'mal' }, true],
])('%s', (_, { user, sender, number = 7 }, worth) => {
  const labels = [{ name: 'incident' }];
  const issue = { number, body: '', user: { login: user }, labels };
  const found = worthALook('issues', { repository, sender: { login: sender }, issue }, known);
  expect(found).toEqual(worth ? { ...ref, number } : null);
});
