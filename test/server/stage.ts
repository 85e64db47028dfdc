// The App as a process of its own beside a sandbox, and webhooks signed for it.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import { listen } from '../../src/listen.ts';
import { smallWorld } from '../app/running.ts';
import { type ServedApp, serveApp } from './served-app.ts';

export const webhookSecret = 'the webhook secret of a server';

/** An App that knows a GitHub which is not there: nobody listens at its address. */
export function serveAlone(over: Readonly<Record<string, string>> = {}): Promise<ServedApp> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const github = { url: 'http://127.0.0.1:9', appId: 1, privateKey: key };
  return serveApp({ ...settingsFor(github, webhookSecret), ...over });
}

/** The same, once fifty webhooks were taken: what it needs for that it has. */
export async function serveWarm(): Promise<ServedApp> {
  const app = await serveAlone();
  for (let number = 1; number <= 50; number += 1) await deliver(app, number);
  return app;
}

/** A GitHub that takes every request and answers none. */
export async function blackHole(): Promise<{ readonly url: string; asked(): number; close(): void }> {
  let asked = 0;
  const server = createServer((request) => {
    asked += 1;
    request.resume();
  });
  const url = await listen(server, '127.0.0.1', 0);
  return {
    url,
    asked: () => asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface ServerStage {
  readonly sandbox: Sandbox;
  readonly app: ServedApp;
  end(): Promise<void>;
}

/** @param over settings of the App instead of the usual ones @param latency of GitHub, in milliseconds */
export async function serverStage(over: Readonly<Record<string, string>> = {}, latency = 0): Promise<ServerStage> {
  const sandbox = await startSandbox({
    world: smallWorld(),
    webhookSecret,
    clock: 'machine',
    latency,
    webhookPatience: 120_000,
  });
  const app = await serveApp({ ...settingsFor(sandbox, webhookSecret), LOG_LEVEL: 'info', ...over });
  sandbox.pointTo(`${app.url}/api/github/webhooks`);
  return {
    ...{ sandbox, app },
    async end() {
      await app.end();
      await sandbox.close();
    },
  };
}

/** Asks until it holds, for some minutes at the most. @throws when it does not, with what the App said */
export async function until(app: ServedApp, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 200_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come to hold:\n${app.said()}`);
    await sleep(20);
  }
}

/** A signed webhook: a comment that asks for something on an issue of `acme/ops`. */
export function signedEvent(
  number: number,
  more = '',
): { readonly body: string; readonly headers: Record<string, string> } {
  const body = JSON.stringify({
    ...{ action: 'created', installation: { id: 7 }, sender: { login: 'bob' } },
    repository: { name: 'ops', owner: { login: 'acme' } },
    issue: { number, user: { login: 'bob' }, labels: [{ name: 'incident' }] },
    comment: { body: `/status${more}` },
  });
  const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
  const headers = {
    ...{ 'content-type': 'application/json', 'x-github-event': 'issue_comment', 'x-github-delivery': `d${number}` },
    'x-hub-signature-256': `sha256=${signature}`,
  };
  return { body, headers };
}

/** Sends one, on a connection of its own. @returns the status of the answer */
export async function deliver(app: Pick<ServedApp, 'url'>, number: number): Promise<number> {
  const { body, headers } = signedEvent(number);
  const url = `${app.url}/api/github/webhooks`;
  const answer = await fetch(url, { method: 'POST', body, headers: { ...headers, connection: 'close' } });
  await answer.text();
  return answer.status;
}
