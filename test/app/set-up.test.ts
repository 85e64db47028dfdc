// `npm start` before anything is configured, and with something wrong: as a process, the way a newcomer meets it.
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { freePort } from '../../sandbox/free-port.ts';
import { createFront } from '../../src/front.ts';
import { listen } from '../../src/listen.ts';
import { settingsOf } from '../../src/settings.ts';
import { root, type Spawned, spawned } from './spawned.ts';

const started: Spawned[] = [];
const host = '127.0.0.1';

afterAll(() => {
  for (const one of started) one.stop();
});

function start(env: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'sitrep-'));
  for (const file of ['app.yml', 'package.json']) copyFileSync(join(root, file), join(cwd, file));
  const one = spawned(process.execPath, [join(root, 'src/start.ts')], { cwd, env: { HOST: host, ...env } });
  started.push(one);
  return { ...one, cwd };
}

async function page(url: string): Promise<string> {
  for (let left = 3000; left > 0; left -= 1) {
    const answer = await fetch(url, { headers: { 'x-forwarded-proto': 'https' } }).catch(() => null);
    if (answer?.ok) return answer.text();
    await sleep(100);
  }
  throw new Error('The set-up page did not come up');
}

test('the set-up page sends a manifest with our webhook address, and what it keeps is enough to start', async () => {
  const port = await freePort();
  const { cwd } = start({ PORT: String(port), GH_ORG: 'acme' });
  const html = await page(`http://${host}:${port}/probot`);
  expect(html).toContain('action="https://github.com/organizations/acme/settings/apps/new"');
  const manifest = JSON.parse(/value='(\{.*\})'/.exec(html)?.[1] ?? 'null');
  expect(manifest).toMatchObject({
    name: 'sitrep',
    public: false,
    hook_attributes: { url: `https://${host}:${port}/` },
    redirect_url: `https://${host}:${port}/probot/setup`,
    default_permissions: { issues: 'write', contents: 'write' },
    default_events: ['issues', 'issue_comment', 'pull_request'],
  });
  expect(await statusAt(new URL(manifest.hook_attributes.url).pathname)).toBe(401);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' });
  await fetch(`http://${host}:${port}/probot/import`, {
    method: 'POST',
    body: JSON.stringify({ appId: '12', pem, webhook_secret: 'hush' }),
  });
  const kept = parseEnv(readFileSync(join(cwd, '.env'), 'utf8'));
  expect(settingsOf(kept, () => ({ fault: 'absent' }))).toMatchObject({
    mode: 'run',
    appId: 12,
    webhookSecret: 'hush',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
  expect(kept).not.toHaveProperty('WEBHOOK_PROXY_URL');
});

test('the code that GitHub sends people back with is worth a key: no line of the log holds it', async () => {
  const port = await freePort();
  // The code that GitHub refuses: a failure is told too, and without it.
  const github = createServer((_request, answer) => answer.writeHead(404).end());
  await listen(github, host, 0);
  const { port: its } = github.address() as AddressInfo;
  const app = start({ PORT: String(port), GHE_HOST: `${host}:${its}`, GHE_PROTOCOL: 'http', LOG_LEVEL: 'trace' });
  await page(`http://${host}:${port}/probot`);
  await fetch(`http://${host}:${port}/probot/setup?code=5up3rs3cr37`).catch(() => null);
  app.stop();
  const { out, err } = await app.ended;
  github.close();
  expect(out + err).toContain('Welcome to Probot');
  expect(out + err).not.toContain('5up3rs3cr37');
});

/** What our front says to a webhook without a signature: 401 where it takes webhooks, else 404. */
async function statusAt(path: string): Promise<number> {
  const front = createFront({ verify: () => false, receive() {}, health: () => ({}), failed() {} });
  const url = await listen(front, host, 0);
  const { status } = await fetch(url + path, { method: 'POST', body: '{}' });
  front.close();
  front.closeAllConnections();
  return status;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PRIVATE_KEY = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

test.each([
  ['the set-up page', {}],
  ['the App', { APP_ID: '12', PRIVATE_KEY, WEBHOOK_SECRET: 'hush', LOG_LEVEL: 'fatal' }],
])('a port in use is one sentence for %s, not a stack', async (_what, env) => {
  const server = createServer();
  await listen(server, host, 0);
  const { port } = server.address() as AddressInfo;
  const { code, out, err } = await start({ ...env, PORT: String(port) }).ended;
  server.close();
  expect([code, out, err.split('\n').length]).toEqual([1, '', 2]);
  expect(err).toContain(`PORT: ${port} is in use`);
});

test('a wrong setting ends the process with its sentence and 1', async () => {
  const env = { APP_ID: '12', PRIVATE_KEY_PATH: '/nowhere/key.pem', WEBHOOK_SECRET: 'hush' };
  const why = "PRIVATE_KEY_PATH: there is no file /nowhere/key.pem; set the path of the App's .pem file.\n";
  expect(await start(env).ended).toEqual({ code: 1, out: '', err: why });
});

test('git leaves alone what the set-up page keeps', async () => {
  const { out } = await spawned('git', ['check-ignore', '.env', 'app.private-key.pem']).ended;
  expect(out).toBe('.env\napp.private-key.pem\n');
});
