// Probot's set-up page: creates the App on GitHub from app.yml and keeps what GitHub hands over in `.env`.
import { createServer } from 'node:http';
import { run } from 'probot';
import { listen } from './listen.ts';

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
  await run(() => {});
}
