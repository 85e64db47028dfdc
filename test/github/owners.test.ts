// Whose standing is asked beside those who speak: owners of services that the thread names, and teams that a role asks for.
import { owners } from '../../src/github/owners.ts';
import { requiredTeams } from '../../src/github/required-teams.ts';
import { ground, knowing, repo, seen } from './ground.ts';

const owned = [
  { words: ['payments', 'Card Payments'], logins: ['Bob', 'cy'] },
  { words: ['search'], logins: ['dee'] },
];
const asking = { teams: ['acme/commanders'], words: ['commander', 'ic'] };

async function look(body: string, ...comments: readonly string[]) {
  const { github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body });
  for (const comment of comments) ada.comment(repo, 1, comment);
  return seen(github, 1, knowing());
}

test.each([
  ['', [], []],
  ['Card-payments are refused', [], ['bob', 'cy']],
  ['', ['/affects +search'], ['dee']],
  ['', ['I looked at search'], []],
])('owners of what is named: %s %j', async (body, comments, logins) => {
  const found = owners(await look(body, ...comments), new Set(), owned, {});
  expect(found.map(({ login }) => login)).toEqual(logins);
});

test('who is known or assigned already is not asked about again', async () => {
  const seenNow = await look('payments');
  const assigned = { ...seenNow, issue: { ...seenNow.issue, assignees: [{ id: 'U_1', login: 'cy', bot: false }] } };
  expect(owners(assigned, new Set(), owned, { bob: null })).toEqual([]);
});

test.each([
  ['/role IC @bob', true],
  ['/handover @bob', true],
  ['/scribe', false],
  ['the commander is away', false],
])('teams of a role are asked for where a line may be about it: %s', async (comment, asked) => {
  expect(requiredTeams(await look('', comment), new Set(), asking)).toEqual(asked ? asking.teams : []);
});
