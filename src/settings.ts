// What the environment says about how we run: checked as a whole before anything starts.
import { type LogLevel, logLevels } from './log-levels.ts';
import { plain } from './plain.ts';
import { type ReadKeyFile, readKey } from './private-key.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Place {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** `refused`: one sentence that names the setting and what to do; never with a secret in it. */
export type Settings =
  | ({ readonly mode: 'set-up' } & Place)
  | ({
      readonly mode: 'run';
      readonly appId: number;
      /** PEM, PKCS #8: one that signs. */
      readonly privateKey: string;
      readonly webhookSecret: string;
      readonly logLevel: LogLevel;
    } & Place)
  | { readonly mode: 'refused'; readonly why: string };

const identity = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'] as const;

/**
 * How to run by an environment: as the App, as the set-up page while nothing says who the App is, or not at all.
 * Empty settings count as unset.
 * @param readFile reads what `PRIVATE_KEY_PATH` names
 */
export function settingsOf(env: Environment, readFile: ReadKeyFile): Settings {
  const why = placeFault(env) ?? addressFault(env);
  if (why) return { mode: 'refused', why };
  const place = { host: env.HOST || 'localhost', port: Number(env.PORT?.trim() || 3000) };
  if (identity.every((name) => !env[name])) {
    if (env.NODE_ENV !== 'production') return { mode: 'set-up', ...place };
    return { mode: 'refused', why: `${lacking(missing(env))}; with NODE_ENV=production there is no set-up page.` };
  }
  const lacks = missing(env);
  if (lacks.length > 0)
    return { mode: 'refused', why: `${lacking(lacks)}, or take ${theRest(env)} away: ${setUpPage}` };
  if (!/^\s*[1-9]\d{0,14}\s*$/.test(env.APP_ID ?? ''))
    return { mode: 'refused', why: "APP_ID is no number: copy the App ID from the App's page on GitHub." };
  const key = readKey(env, readFile);
  if ('why' in key) return { mode: 'refused', why: key.why };
  const logLevel = logLevels.find((level) => level === env.LOG_LEVEL) ?? 'info';
  const { WEBHOOK_SECRET: webhookSecret = '' } = env;
  return { mode: 'run', appId: Number(env.APP_ID), privateKey: key.pem, webhookSecret, logLevel, ...place };
}

function placeFault({ PORT, LOG_LEVEL }: Environment): string | null {
  const port = PORT?.trim();
  if (port && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    return `PORT: ${plain(port, 20)} is no port; set a number from 1 to 65535.`;
  if (LOG_LEVEL && !logLevels.some((level) => level === LOG_LEVEL))
    return `LOG_LEVEL: ${plain(LOG_LEVEL, 20)} is no level; set one of ${logLevels.join(', ')}.`;
  return null;
}

function addressFault(env: Environment): string | null {
  const wrong = (['GITHUB_API_URL', 'GITHUB_GRAPHQL_URL'] as const).find((name) => {
    const address = env[name];
    return address && !/^https?:$/.test(URL.parse(address)?.protocol ?? '');
  });
  return wrong ? `${wrong} is no web address; set one such as https://github.example.com/api/v3.` : null;
}

function missing(env: Environment): readonly string[] {
  return [
    ...(env.APP_ID ? [] : ['APP_ID']),
    ...(env.PRIVATE_KEY || env.PRIVATE_KEY_PATH ? [] : ['PRIVATE_KEY (or PRIVATE_KEY_PATH)']),
    ...(env.WEBHOOK_SECRET ? [] : ['WEBHOOK_SECRET']),
  ];
}

const setUpPage = 'with none of them the set-up page is shown.';

function lacking(names: readonly string[]): string {
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} missing: set ${names.length > 1 ? 'them' : 'it'}`;
}

function theRest(env: Environment): string {
  return identity.filter((name) => env[name]).join(' and ');
}
