// Every way to set something wrong gets one sentence that names it, and every shape of a good key is taken.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { ReadKeyFile } from '../../src/private-key.ts';
import { settingsOf } from '../../src/settings.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const broken = pem.replace(/^(.*\n.*\n).{40}/, '$1');
const webhookSecret = 'hush-hush';
const good = { APP_ID: '12', PRIVATE_KEY: pem, WEBHOOK_SECRET: webhookSecret };
const byPath = (path: string) => ({ APP_ID: '12', PRIVATE_KEY_PATH: path, WEBHOOK_SECRET: webhookSecret });

const readFile: ReadKeyFile = (path) => {
  if (path === '/keys/app.pem') return pem;
  if (path === '/keys/notes.txt') return 'buy milk';
  if (path === '/keys') return { fault: 'folder' };
  return { fault: path === '/keys/locked.pem' ? 'unreadable' : 'absent' };
};

test.each([
  ['PORT', { ...good, PORT: 'abc' }, /^PORT: abc is no port/],
  ['PORT', { PORT: '70000' }, /^PORT: 70000 is no port/],
  ['PORT', { PORT: '-1' }, /^PORT: -1 is no port/],
  ['PORT', { PORT: '80.5' }, /^PORT: 80\.5 is no port/],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: loud is no level/],
  ['GITHUB_API_URL', { ...good, GITHUB_API_URL: 'github.example.com' }, /^GITHUB_API_URL is no web address/],
  ['GITHUB_GRAPHQL_URL', { ...good, GITHUB_GRAPHQL_URL: 'file:///etc' }, /^GITHUB_GRAPHQL_URL is no web address/],
  ['only APP_ID', { APP_ID: '12' }, /^PRIVATE_KEY \(or PRIVATE_KEY_PATH\) and WEBHOOK_SECRET are missing/],
  ['only WEBHOOK_SECRET', { WEBHOOK_SECRET: webhookSecret }, /^APP_ID and PRIVATE_KEY .* are missing/],
  ['no WEBHOOK_SECRET', { ...good, WEBHOOK_SECRET: '' }, /^WEBHOOK_SECRET is missing: set it/],
  ['nothing in production', { NODE_ENV: 'production' }, /^APP_ID and .* are missing.*NODE_ENV/],
  ['APP_ID', { ...good, APP_ID: 'abc' }, /^APP_ID is no number/],
  ['APP_ID', { ...good, APP_ID: '0' }, /^APP_ID is no number/],
  ['PRIVATE_KEY', { ...good, PRIVATE_KEY: 'garbage' }, /^PRIVATE_KEY is no private key/],
  ['PRIVATE_KEY, broken', { ...good, PRIVATE_KEY: broken }, /^PRIVATE_KEY is no private key/],
  ['PRIVATE_KEY, a public one', { ...good, PRIVATE_KEY: publicPem }, /^PRIVATE_KEY is no private key/],
  ['PRIVATE_KEY, not RSA', { ...good, PRIVATE_KEY: String(curve) }, /^PRIVATE_KEY is no private key/],
  ['path', byPath('/tmp/nope.pem'), /^PRIVATE_KEY_PATH: there is no file \/tmp\/nope\.pem;/],
  ['path', byPath('/keys'), /^PRIVATE_KEY_PATH: \/keys is a folder;/],
  ['path', byPath('/keys/locked.pem'), /^PRIVATE_KEY_PATH: the file \/keys\/locked\.pem cannot be read;/],
  ['path', byPath('/keys/notes.txt'), /^PRIVATE_KEY_PATH: the file \/keys\/notes\.txt holds no private key\./],
  ['path', byPath(pem), /^PRIVATE_KEY_PATH holds a key where a path should be/],
  ['path', byPath(Buffer.from(pem).toString('base64')), /^PRIVATE_KEY_PATH holds a key where a path should be/],
])('wrong %s is refused in one line without a secret', (_what, env, why) => {
  const settings = settingsOf(env, readFile);
  if (settings.mode !== 'refused') throw new Error(settings.mode);
  expect(settings.why).toMatch(why);
  expect(settings.why).toMatch(/^.{20,250}\.$/);
  for (const secret of [webhookSecret, pem.slice(40, 60), publicPem.slice(40, 60), 'garbage', 'buy milk'])
    expect(settings.why).not.toContain(secret);
});

test.each([
  ['as it is', pem],
  ['PKCS #8', pkcs8],
  ['with \\n', pem.replaceAll('\n', '\\n')],
  ['on one line', pem.replaceAll('\n', ' ')],
  ['in quotes', `"${pem}"`],
  ['in base64', Buffer.from(pem).toString('base64')],
  ['with the line ends of Windows', pem.replaceAll('\n', '\r\n')],
])('a key %s is taken', (_shape, PRIVATE_KEY) => {
  expect(settingsOf({ ...good, PRIVATE_KEY }, readFile)).toMatchObject({ mode: 'run', privateKey: pkcs8 });
});

test('what is not said has its default, and nothing at all is the set-up page', () => {
  const place = { host: 'localhost', port: 3000 };
  expect(settingsOf({}, readFile)).toEqual({ mode: 'set-up', ...place });
  expect(settingsOf({ APP_ID: '', PORT: '8080', HOST: '0.0.0.0' }, readFile)).toEqual({
    mode: 'set-up',
    host: '0.0.0.0',
    port: 8080,
  });
  expect(settingsOf(byPath('/keys/app.pem'), readFile)).toEqual({
    mode: 'run',
    appId: 12,
    privateKey: pkcs8,
    webhookSecret,
    logLevel: 'info',
    ...place,
  });
});
