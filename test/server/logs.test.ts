// What the App says at each level while people write, GitHub fails and strangers knock: no secret, no token, no word of people.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { settingsFor } from '../../sandbox/settings-for.ts';
import { repo } from '../app/running.ts';
import { root } from '../app/spawned.ts';
import { deliver, type ServerStage, serverStage, signedEvent, until, webhookSecret } from './stage.ts';

/** Stands in every text of this story. */
const word = 'Zwetschgenkuchen';
const tokens = /gh[pousr]_\w|eyJ[\w-]{8,}|PRIVATE KEY|authorization|bearer/i;
const stages: ServerStage[] = [];

afterEach(async () => {
  for (const one of stages.splice(0)) await one.end();
});

async function begin(level: string): Promise<ServerStage> {
  const made = await serverStage({ LOG_LEVEL: level });
  stages.push(made);
  return made;
}

const form = `### Severity\n\nSev-1\n\n### Summary\n\n${word} is gone\n\n### Symptoms\n\n500s ${word}\n`;

/** A report, commands, a refused one, a broken config, and in between a GitHub that fails. */
async function story({ sandbox, app }: ServerStage): Promise<void> {
  const { world, deliveries, faults } = sandbox;
  const quiet = () =>
    until(app, async () => {
      await deliveries.idle();
      const { passesWaiting, passesRunning } = await app.health();
      return passesWaiting + passesRunning === 0;
    });
  await quiet();
  world.as('ada').openIssue(repo, { title: `${word} is down`, body: form, labels: ['incident'] });
  await quiet();
  world.as('ada').comment(repo, 1, `/note ${word} was here`);
  world.as('bob').comment(repo, 1, `/severity ${word}`);
  world.as('bob').comment(repo, 1, `/role ${word} @ada`);
  faults.order('502 after 1', world);
  await quiet();
  sandbox.revokeTokens();
  world.as('ada').push(repo, { '.github/sitrep.yml': `${word}: [` });
  world.as('ada').retitle(repo, 1, `${word} is back`);
  world.as('ada').close(repo, 1, 'completed');
  await quiet();
}

/** What nobody signed, or signed and wrong. */
async function knocks({ app }: ServerStage): Promise<void> {
  const { body, headers } = signedEvent(1, word);
  const post = (over: Readonly<Record<string, string>>, text = body) =>
    fetch(`${app.url}/`, { method: 'POST', body: text, headers: { ...headers, ...over } }).then(
      (answer) => answer.status,
    );
  expect(await post({ 'x-hub-signature-256': word })).toBe(401);
  expect(await post({}, `${body} ${word}`)).toBe(401);
  expect(await post({ 'x-github-event': word })).toBe(202);
  expect(await deliver(app, 1)).toBe(202);
}

// Each level says what the ones above it say, and more.
test.each(['info', 'trace'])('at %s', async (level) => {
  const made = await begin(level);
  await knocks(made);
  await story(made);
  const { app, sandbox } = made;
  // It was all heard: the card is there, and says what it may say.
  const card = sandbox.world.dump().issues[0]?.comments.find(({ author }) => author === 'sitrep[bot]');
  expect(card?.body).toContain(word);
  await app.end('SIGTERM');
  const said = app.said();
  if (level === 'trace') expect(said).toMatch(/GitHub request: POST \S+\/graphql - 200[\s\S]*Looked/);
  expect(said).not.toContain(word);
  expect(said).not.toContain(webhookSecret);
  expect(said.replaceAll(sandbox.graphqlUrl, '').match(tokens)).toBeNull();
  for (const line of sandbox.privateKey.split('\n').filter((one) => one.length > 20)) expect(said).not.toContain(line);
});

test('who cannot go on says where it was, not what it had in its hands', async () => {
  // Once it listens, however long that takes.
  const breaks = `data:text/javascript,${encodeURIComponent(`
    const waiting = setInterval(() => {
      if (!process.getActiveResourcesInfo().includes('TCPServerWrap')) return;
      clearInterval(waiting);
      Promise.reject(Object.assign(new TypeError('no "${word} here"'), {
        request: { headers: { authorization: 'token ghs_1' }, body: '${word}' },
      }));
    }, 50);
  `)}`;
  const { sandbox } = await begin('fatal');
  const env = { PATH: process.env.PATH, ...settingsFor(sandbox, webhookSecret) };
  const call = promisify(execFile)(process.execPath, ['--import', breaks, 'src/start.ts'], {
    ...{ cwd: root, env },
  });
  const ended = await call.catch((error: unknown) => error);
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^TypeError: no "…"\n {4}at /) });
  expect(ended).toMatchObject({ stderr: expect.not.stringMatching(/Zwetsch|authorization|ghs_/) });
});
