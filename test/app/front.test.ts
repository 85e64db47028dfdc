// Our HTTP front over real HTTP: signatures, sizes, shapes, and nothing done before the signature holds.
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { sign } from '@octokit/webhooks-methods';
import { createFront, type WebhookEvent } from '../../src/front.ts';
import { isSigned } from '../../src/is-signed.ts';
import { drained } from '../server/senders.ts';

const secret = 'a secret of the tests';
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function front(over: Partial<Parameters<typeof createFront>[0]> = {}) {
  const heard: WebhookEvent[] = [];
  const failures: unknown[] = [];
  const verified: number[] = [];
  const server = createFront({
    verify: (body, signature) => {
      verified.push(body.length);
      return isSigned(body, signature, secret);
    },
    receive: (event) => void heard.push(event),
    health: () => ({ ok: true }),
    failed: (error) => void failures.push(error),
    ...over,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, heard, failures, verified };
}

const payload = JSON.stringify({ action: 'opened', installation: { id: 7 } });

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const signature = body === '' ? 'sha256=0' : await sign(secret, body);
  const usual = { 'x-github-event': 'issues', 'x-github-delivery': 'd1', 'x-hub-signature-256': signature };
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...usual, ...headers } });
}

test.each(['/', '/api/github/webhooks', '/api/github/webhooks?x=1'])('a signed event at %s is heard', async (path) => {
  const { url, heard } = await front();
  expect((await post(`${url}${path}`, payload)).status).toBe(202);
  expect(heard).toEqual([{ name: 'issues', installation: 7, payload: { action: 'opened', installation: { id: 7 } } }]);
});

test('a wrong, old-fashioned or missing signature is 401 and nothing is done', async () => {
  const { url, heard } = await front();
  const wrong = await sign('another secret', payload);
  expect((await post(url, payload, { 'x-hub-signature-256': wrong })).status).toBe(401);
  expect((await post(url, payload, { 'x-hub-signature-256': `sha1=${wrong.slice(7)}` })).status).toBe(401);
  expect((await post(url, `${payload} `, { 'x-hub-signature-256': await sign(secret, payload) })).status).toBe(401);
  expect((await post(url, '')).status).toBe(401);
  const bare = await fetch(url, { method: 'POST', body: payload, headers: { 'x-github-event': 'issues' } });
  expect(bare.status).toBe(401);
  expect(heard).toEqual([]);
});

test('what is no JSON object, or has no event name, is 400', async () => {
  const { url, heard } = await front();
  for (const body of ['{', '[]', 'null', '"x"']) expect((await post(url, body)).status).toBe(400);
  expect((await post(url, payload, { 'x-github-event': '' })).status).toBe(400);
  expect(heard).toEqual([]);
});

test('a payload without installation is 202 and ignored', async () => {
  const { url, heard } = await front();
  for (const body of ['{}', '{"installation":null}', '{"installation":{"id":"7"}}']) {
    expect((await post(url, body)).status).toBe(202);
  }
  expect(heard).toEqual([]);
});

test('elsewhere there is nothing; /health tells', async () => {
  const { url } = await front();
  expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  expect((await fetch(url)).status).toBe(404);
  const health = await fetch(`${url}/health`);
  expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
});

/** Sends bytes and gives what came back before the connection ended. */
async function raw(port: number, head: string, body: () => Generator<Buffer>): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  socket.on('error', () => {});
  socket.write(head);
  for (const part of body()) {
    if (socket.destroyed || answer !== '') break;
    if (!socket.write(part)) await drained(socket);
  }
  if (!socket.destroyed) await once(socket, 'close').catch(() => {});
  return answer;
}

const head = (length: string) =>
  `POST / HTTP/1.1\r\nHost: x\r\nX-GitHub-Event: issues\r\nX-Hub-Signature-256: sha256=00\r\n${length}\r\n\r\n`;
const mebibyte = Buffer.alloc(1024 * 1024, 0x20);

test('over 25 MB is 413 unread when the length is told', async () => {
  const { port, verified } = await front();
  const answer = await raw(port, head(`Content-Length: ${26 * 1024 * 1024}`), function* () {});
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(verified).toEqual([]);
});

test('a body that grows over 25 MB is cut off', async () => {
  const { port, verified } = await front();
  const answer = await raw(port, head('Transfer-Encoding: chunked'), function* () {
    for (let sent = 0; sent < 200; sent += 1) {
      yield Buffer.concat([Buffer.from(`${mebibyte.length.toString(16)}\r\n`), mebibyte, Buffer.from('\r\n')]);
    }
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(verified).toEqual([]);
});

test('what fails inside is a 500 that tells nothing, and the front goes on', async () => {
  const { url, failures } = await front({
    receive: () => {
      throw new Error('inside');
    },
  });
  const answer = await post(url, payload);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('inside');
  expect(failures.length).toBe(1);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});
