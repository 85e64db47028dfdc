// What a program has in its environment that takes a sandbox for GitHub.
import type { Sandbox } from './server.ts';

/** Where GitHub is. @param place a sandbox, or what stands in for one */
export function addressOf({ url }: Pick<Sandbox, 'url'>) {
  return { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
}

/** Of the App: it listens at any free port of this machine, and says nothing unless it dies. */
export function settingsFor(sandbox: Pick<Sandbox, 'url' | 'appId' | 'privateKey'>, webhookSecret: string) {
  return {
    ...{ APP_ID: String(sandbox.appId), PRIVATE_KEY: sandbox.privateKey, WEBHOOK_SECRET: webhookSecret },
    ...addressOf(sandbox),
    ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal' as const },
  };
}

/** Of the command line in somebody's hands. */
export function settingsForPerson(sandbox: Pick<Sandbox, 'url' | 'token'>, login: string) {
  return { GITHUB_TOKEN: sandbox.token(login), ...addressOf(sandbox) };
}
