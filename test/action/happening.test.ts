// What woke a run, from the event file that GitHub hands over: also one that cannot be read.
import { happeningOf } from '../../action/happening.ts';

const home = { name: 'ops', owner: { login: 'acme' } };
const issue = { number: 7, body: 'A typo', labels: [] };

test.each([
  ['no JSON', 'issues', null],
  ['a text', 'issues', 'nonsense'],
  ['a list', 'issues', []],
  ['nothing in it', 'issue_comment', {}],
  ['no issue', 'issues', { repository: home, issue: null }],
  ['an issue without a number', 'issues', { repository: home, issue: { number: 'seven' } }],
  ['no comment', 'issue_comment', { repository: home, issue, comment: null }],
  ['no repository', 'issue_comment', { issue, comment: { body: '/ack' } }],
  ['no pull request', 'pull_request', { repository: home, pull_request: null }],
  ['no branch', 'pull_request', { repository: home, pull_request: { head: null } }],
  ['no JSON, by hand', 'workflow_dispatch', null],
  ['a list, by hand', 'workflow_dispatch', []],
])('%s (%s): it is told, in one sentence, that what happened is not known', (_what, name, payload) => {
  const why = expect.stringMatching(new RegExp(`^The file of the event ${name} .*cannot be read`));
  expect(happeningOf({ name, payload }, 'acme/ops')).toEqual({ what: 'strange', why });
});

test.each([
  ['ordinary talk', 'issue_comment', { repository: home, issue, comment: { body: 'Thanks' } }],
  ['a comment without words', 'issue_comment', { repository: home, issue, comment: { body: null } }],
  ['another issue', 'issues', { repository: home, issue }],
  ['a fork that is gone', 'pull_request', { repository: home, pull_request: { head: { ref: 'fix', repo: null } } }],
])('%s (%s) can be read, and nothing is done', (_what, name, payload) => {
  expect(happeningOf({ name, payload }, 'acme/ops')).toMatchObject({ what: 'nothing' });
});

test('a schedule needs no file, and by hand there may be no inputs', () => {
  expect(happeningOf({ name: 'schedule', payload: null }, 'acme/ops')).toEqual({ what: 'everything', cron: null });
  const byHand = { name: 'workflow_dispatch', payload: { inputs: null } };
  expect(happeningOf(byHand, 'acme/ops')).toEqual({ what: 'everything', cron: null });
});
