// Probot as we use it: its log, its App authentication, and ways to GitHub for each installation. Events do not go through it.
import { setTimeout as sleep } from 'node:timers/promises';
import { createProbot, type Probot, ProbotOctokit } from 'probot';
import type { GitHub } from './github/client.ts';
import { overOctokit, type RequestingOctokit } from './github/octokit.ts';
import { retryReads } from './github/retry-reads.ts';
import { withFreshToken } from './github/with-fresh-token.ts';
import type { Log } from './log.ts';
import { quietLog } from './quiet-log.ts';
import type { Environment, Settings } from './settings.ts';

type RunSettings = Extract<Settings, { mode: 'run' }>;

export interface Wires {
  readonly log: Log;
  /** With the App's own rights (its JWT). */
  app(): Promise<GitHub>;
  /** With an installation's rights; one is kept for each. */
  clientFor(installation: number): Promise<GitHub>;
  /** Our app's slug; null until it was learned. */
  slug(): string | null;
  learnSlug(): Promise<void>;
}

const readWaits = [250, 1000, 4000];

/** @param env see `start`; @param settings the same, checked */
export async function wiresOf(env: Environment, settings: RunSettings): Promise<Wires> {
  const probot = await probotOf(env, settings);
  const log = probot.log as Log;
  const clients = new Map<number, GitHub>();
  let slug: string | null = null;
  const over = (octokit: unknown) => overOctokit(octokit as RequestingOctokit, env.GITHUB_GRAPHQL_URL || undefined);
  const app = async () => retryReads(over(await probot.auth()), readWaits, sleep);
  const into = async (installation: number) => {
    // Tokens live in Probot's own cache: another Probot knows none.
    const renew = async () => over(await (await probotOf(env, settings)).auth(installation));
    return retryReads(withFreshToken(over(await probot.auth(installation)), renew), readWaits, sleep);
  };
  return {
    log,
    app,
    async clientFor(installation) {
      const client = clients.get(installation) ?? (await into(installation));
      clients.set(installation, client);
      return client;
    },
    slug: () => slug,
    async learnSlug() {
      if (slug !== null) return;
      const { status, data } = await (await app()).rest('GET /app', {});
      if (status === 200) slug = (data as { readonly slug?: string }).slug ?? null;
    },
  };
}

/** GitHub with the App's own rights (its JWT), for who only asks. */
export async function appAlone(env: Environment, identity: Pick<RunSettings, 'appId' | 'privateKey'>): Promise<GitHub> {
  const probot = await probotOf(env, { ...identity, logLevel: 'fatal' });
  const octokit = (await probot.auth()) as unknown as RequestingOctokit;
  return retryReads(overOctokit(octokit, env.GITHUB_GRAPHQL_URL || undefined), readWaits, sleep);
}

/** Throttle and retry are off: a pass has its own pace, and a retried POST doubles comments (decision 15). */
async function probotOf(
  env: Environment,
  { appId, privateKey, logLevel }: Pick<RunSettings, 'appId' | 'privateKey' | 'logLevel'>,
): Promise<Probot> {
  const Octokit = ProbotOctokit.defaults((given: { readonly log?: Log }) => ({
    ...given,
    ...(given.log ? { log: quietLog(given.log) } : {}),
    throttle: { enabled: false },
    retry: { enabled: false },
  }));
  const baseUrl = env.GITHUB_API_URL ? { baseUrl: env.GITHUB_API_URL.replace(/\/$/, '') } : {};
  return createProbot({ env: { ...env }, overrides: { Octokit, appId, privateKey, logLevel, ...baseUrl } }).ready();
}
