// The App as it runs in production, end to end on the sandbox: webhooks in, API calls out.
import { afterEach, expect, test } from '@jest/globals';
import { start } from '../../src/start.ts';
import { repo, report, type Stage, stage } from './running.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const one of stages.splice(0)) await one.end();
});

async function begin(...given: Parameters<typeof stage>): Promise<Stage> {
  const made = await stage(...given);
  stages.push(made);
  return made;
}

const labelsOf = ({ world }: Stage, number: number) =>
  world.dump().issues.find((issue) => issue.number === number)?.labels;

test('a report and a command become an incident with a commander, every request valid', async () => {
  const made = await begin();
  const { world, sandbox } = made;
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  await made.quiet();
  expect(labelsOf(made, 1)).toEqual(expect.arrayContaining(['incident', 'sev-1']));
  made.at('2026-03-02T10:02:00Z');
  world.as('bob').comment(repo, 1, '/role commander');
  await made.quiet();
  const [issue] = world.dump().issues;
  expect(issue?.assignees).toEqual(['bob']);
  expect(issue?.comments.filter(({ author }) => author === 'sitrep[bot]').length).toBe(1);
  expect(sandbox.requests.invalid).toEqual([]);
  const failed = sandbox.deliveries.log.filter(({ status_code }) => status_code >= 300);
  expect(failed).toEqual([]);
});

test('our own echoes and ordinary comments cost nothing', async () => {
  const made = await begin();
  const { world, sandbox } = made;
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  await made.quiet();
  world.as('bob').openIssue(repo, { title: 'A typo', body: 'in the README' });
  await made.quiet();
  const before = sandbox.requests.graphql;
  world.as('bob').comment(repo, 2, 'me too');
  await made.quiet();
  world.as('sitrep').comment(repo, 1, 'an echo');
  await made.quiet();
  expect(sandbox.requests.graphql).toBe(before);
});

test('what was missed while we were down is found at the start, by label and by change', async () => {
  const made = await begin((world) => {
    world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
    world.as('bob').openIssue(repo, { title: 'Search is slow', body: report });
  });
  expect(labelsOf(made, 1)).toContain('sev-1');
  expect(labelsOf(made, 2)).toContain('incident');
});

test('health tells the age of the last good pass and what waits', async () => {
  const made = await begin((world) => {
    world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  });
  made.at('2026-03-02T10:01:30Z');
  const health = await (await fetch(`${made.app.url}/health`)).json();
  expect(health).toMatchObject({ ok: true, secondsSinceLastGoodPass: 90, passesWaiting: 0 });
});

test('without a webhook secret it does not start, nor without anything', async () => {
  await expect(start({ APP_ID: '1', PRIVATE_KEY: 'x' })).rejects.toThrow('WEBHOOK_SECRET is missing');
  await expect(start({})).rejects.toThrow('APP_ID is missing');
});
