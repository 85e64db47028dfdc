// Every published payload of our events through the real front: taken, and never an unhandled error.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sign } from '@octokit/webhooks-methods';
import { parse } from 'yaml';
import { installationId } from '../../sandbox/shape/installation.ts';
import { type Stage, secret, stage } from './running.ts';

interface Examples {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as {
  readonly default_events: readonly string[];
};
// GitHub sends these to every App, asked or not.
const always = ['ping', 'installation', 'installation_repositories', 'github_app_authorization'];
const heard = new Set([...manifest.default_events, ...always]);
const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as { default?: readonly Examples[] };
const examples = (published.default ?? (published as unknown as readonly Examples[])).filter(({ name }) =>
  heard.has(name),
);

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
let running: Stage;

beforeAll(async () => {
  process.on('unhandledRejection', note);
  running = await stage();
});

afterAll(async () => {
  await running.end();
  process.off('unhandledRejection', note);
});

async function send(name: string, payload: Record<string, unknown>): Promise<number> {
  const body = JSON.stringify(payload);
  const headers = {
    'content-type': 'application/json',
    'x-github-event': name,
    'x-github-delivery': 'd',
    'x-hub-signature-256': await sign(secret, body),
  };
  return (await fetch(`${running.app.url}/api/github/webhooks`, { method: 'POST', body, headers })).status;
}

test('the manifest names events that there are examples of', () => {
  expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining([...manifest.default_events]));
  expect(examples.flatMap((one) => one.examples).length).toBeGreaterThan(60);
});

test.each(examples.map((one) => [one.name, one.examples] as const))('%s', async (name, payloads) => {
  const owner = running.world.repository('acme', 'ops')!.owner;
  const installation = { id: installationId(owner), node_id: 'I' };
  for (const payload of payloads) {
    expect(await send(name, payload)).toBe(202);
    expect(await send(name, { ...payload, installation })).toBe(202);
  }
  await running.quiet();
  expect(unhandled).toEqual([]);
});

test('payloads of other shapes than their event are taken too: headers are unsigned', async () => {
  const installation = { id: 1 };
  const shapes: Record<string, unknown>[] = [
    { installation },
    { installation, issue: null, repository: null, sender: null },
    { installation, issue: { number: 'x', labels: 'y' }, repository: { name: 'ops', owner: { login: 'acme' } } },
    {
      installation,
      action: 7,
      comment: { body: 7 },
      repository: { name: 'ops', owner: { login: 'acme' } },
      issue: { number: 1 },
    },
  ];
  for (const shape of shapes) {
    for (const name of ['issues', 'issue_comment', 'pull_request', 'no_such_event'])
      expect(await send(name, shape)).toBe(202);
  }
  await running.quiet();
  expect(unhandled).toEqual([]);
});
