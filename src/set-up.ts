// Probot's set-up page: creates the App on GitHub from app.yml and keeps what GitHub hands over in `.env`.
import { createServer } from 'node:http';
import { createProbot, run } from 'probot';
import { listen } from './listen.ts';
import { reasonOf } from './log.ts';

/**
 * Shows the page until the process ends. Probot reads the process's own environment.
 * @throws one sentence when it cannot listen: Probot would print a stack
 */
export async function setUp(host: string, port: number): Promise<void> {
  const trial = createServer();
  await listen(trial, host, port);
  await new Promise((resolve) => trial.close(resolve));
  // Else Probot puts a channel of smee.io into the manifest, and GitHub would send every webhook where nobody of us listens.
  process.env.NO_SMEE_SETUP ??= 'true';
  const { log } = await createProbot({ defaults: { logLevel: 'info' }, overrides: credentials }).ready();
  await run(() => {}, { log: withoutRequests(log) });
}

/** The page's way to GitHub is Probot's own: these are never used, but without them Probot makes no log. */
const credentials = { appId: 1, privateKey: 'none yet' };

type ProbotLog = ReturnType<typeof createProbot>['log'];

/**
 * The log without a line for each request, and of errors their words only: the address GitHub sends people back to, and the
 * request to exchange it, hold a code that is worth the App's key.
 */
function withoutRequests(log: ProbotLog): ProbotLog {
  const worded = log.child({}, { serializers: { err: wordsOf } });
  const child: ProbotLog['child'] = (bindings, options) =>
    worded.child(bindings, bindings.name === 'http' ? { ...options, level: 'silent' } : options);
  return Object.create(worded, { child: { value: child } }) as ProbotLog;
}

function wordsOf(error: unknown): object {
  const message = reasonOf(error);
  return { type: 'Error', message, stack: message };
}
