// The App as a process of its own beside a sandbox, and webhooks signed for it.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { smallWorld } from '../app/running.ts';
import { type ServedApp, serveApp } from './served-app.ts';

export const webhookSecret = 'the webhook secret of a server';

/** What the App needs to be started against a GitHub at some address. */
export function settingsFor(github: Pick<Sandbox, 'url' | 'graphqlUrl' | 'appId' | 'privateKey'>) {
  return {
    ...{ APP_ID: String(github.appId), PRIVATE_KEY: github.privateKey, WEBHOOK_SECRET: webhookSecret },
    ...{ GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: github.graphqlUrl, LOG_LEVEL: 'info' },
  };
}

/** An App that knows a GitHub which is not there: nobody listens at its address. */
export function serveAlone(over: Readonly<Record<string, string>> = {}): Promise<ServedApp> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const url = 'http://127.0.0.1:9';
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const settings = settingsFor({ url, graphqlUrl: `${url}/graphql`, appId: 1, privateKey: key });
  return serveApp({ ...settings, LOG_LEVEL: 'fatal', ...over });
}

export interface ServerStage {
  readonly sandbox: Sandbox;
  readonly app: ServedApp;
  end(): Promise<void>;
}

/** @param over settings of the App instead of the usual ones */
export async function serverStage(over: Readonly<Record<string, string>> = {}): Promise<ServerStage> {
  const sandbox = await startSandbox({ world: smallWorld(), webhookSecret, clock: 'machine' });
  const app = await serveApp({ ...settingsFor(sandbox), ...over });
  sandbox.pointTo(`${app.url}/api/github/webhooks`);
  return {
    ...{ sandbox, app },
    async end() {
      await app.end();
      await sandbox.close();
    },
  };
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

/** Sends one. @returns the status of the answer */
export async function deliver(app: Pick<ServedApp, 'url'>, number: number): Promise<number> {
  const answer = await fetch(`${app.url}/api/github/webhooks`, { method: 'POST', ...signedEvent(number) });
  await answer.text();
  return answer.status;
}
