// What looks like a credential is masked whatever stands around it, nothing else is, and never slowly.
import fc from 'fast-check';
import { maskCredentials, maskedIn, maskWithin } from '../../src/core/credential.ts';
import { decodeLedger, encodeLedger } from '../../src/core/ledger.ts';
import { sealWith } from '../../src/core/seal.ts';
import '../seed.ts';
import { entry } from './builder.ts';

const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\n-----END OPENSSH PRIVATE KEY-----';
/** Made up, in the shape that each issuer tells. */
const credentials: readonly (readonly [name: string, text: string])[] = [
  ['private key', key],
  ['private key', key.replaceAll('\n', '\\n')],
  ['GitHub token', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['GitHub token', 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['GitHub token', `github_pat_11ABCDEFG0${'aB3'.repeat(5)}_${'x9Y'.repeat(19)}xy`],
  ['GitLab token', 'glpat-1234567890abcdefABCD'],
  ['JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb290In0.c2VjcmV0c2VjcmV0'],
  ['AWS access key', 'AKIAIOSFODNN7EXAMPLE'],
  ['AWS secret key', 'aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab'],
  ['Google key', 'AIzaSyA-1234567890abcdefghijklmnopqrstu'],
  ['Google key', `GOCSPX-${'a1B'.repeat(9)}c`],
  ['Azure key', `AccountKey=${'a1B+'.repeat(21)}cd==`],
  ['Azure client secret', `abc8Q~${'a1B_'.repeat(8)}`],
  ['Slack token', 'xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy'],
  ['Slack webhook', 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'],
  ['Stripe key', `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`],
  ['registry token', `npm_${'a1B2c3'.repeat(6)}`],
  ['API key', `sk-ant-api03-${'a1B2c3'.repeat(8)}`],
  ['credentials', 'Authorization: Bearer mF_9.B5f-4.1JqM'],
  ['password', 'postgres://ops:hunter2@db.internal/main'],
  ['password', 'password=Tr0ub4dor&3x'],
  ['password', 'API_KEY: "9f8e7d6c5b4a39281706f5e4d3c2b1a0"'],
];
const secretOf = (text: string): string => /[A-Za-z0-9+/=_.~&-]{5,}(?=\W*$)/.exec(text)?.[0] ?? text;

test.each(credentials)('%s is masked where it stands, and told by its name', (name, text) => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'see ', '"', '`', '(', '> ', 'a\n'),
      fc.constantFrom('', ' and', '"', '`', ')', '\nb'),
      (before, after) => {
        const masked = maskCredentials(`${before}${text}${after}`);
        expect(masked.found).toEqual([name]);
        expect(masked.text).toContain(`[masked ${name}]`);
        expect(masked.text.startsWith(before)).toBe(true);
        if (name !== 'private key') expect(masked.text.endsWith(after)).toBe(true);
        expect(maskedIn(masked.text)).toEqual([name]);
        expect(maskCredentials(masked.text)).toEqual({ text: masked.text, found: [] });
      },
    ),
  );
});

test('the secret itself is gone, of a key that nobody closed all of it', () => {
  for (const [, text] of credentials.slice(2)) {
    const secret = /(?<=:\/\/ops:)[^@]+/.exec(text)?.[0] ?? secretOf(text);
    expect(maskCredentials(text).text).not.toContain(secret);
  }
  expect(maskCredentials(`key: ${key.slice(0, 60)}\nrest`).text).toBe('key: [masked private key]');
});

test.each([
  'Deploy 8f14e45fceea167a5a36dedd4bea2543a1b2c3d4 is out',
  'password: forgotten by everybody, see the runbook',
  'The password=<yours> and password=%DB_PASSWORD% and password=********',
  'api_key: see-the-vault',
  'the secret key is rotated',
  'https://github.com/acme/ops/issues/7#issuecomment-3000000004',
  'http://localhost:8080/@acme',
  'ask@example.com at 10:05, not ops@example.com',
  'ghp_short and AKIASHORT and xoxb and eyJ',
  'error rate 5 %, p99 = 1200 ms, token: expired',
  'md5 d41d8cd98f00b204e9800998ecf8427e, uuid 123e4567-e89b-12d3-a456-426614174000',
  'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
])('%s is left as it is', (text) => {
  expect(maskCredentials(text)).toEqual({ text, found: [] });
});

test('any text of 64 KiB takes no longer than its length', () => {
  const piece = fc.constantFrom(
    ...[
      'eyJ',
      '.',
      '-----BEGIN RSA PRIVATE KEY-----',
      'ghp_',
      'a',
      '-',
      '_',
      'xoxb-',
      'password=',
      'aws_key=',
      'a://b:',
    ],
    ...[
      'authorization: bearer ',
      'AKIA',
      'abc4Q~',
      'sk-ant-',
      '= ',
      'AccountKey=',
      'SG.aaaaaaaaaaaaaaaaaaaaaa.',
      'Zz9',
      ' ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const part = pieces.join('');
      const text = part.repeat(Math.ceil(65_536 / part.length)).slice(0, 65_536);
      const took = Math.min(...[1, 2].map(() => timed(() => maskCredentials(text))));
      expect(took).toBeLessThan(50);
    }),
    { numRuns: 150 },
  );
});

test('in plain data only texts change, and nothing is copied where there is nothing', () => {
  const clean = { kind: 'note', text: 'all well', many: ['a'], of: null };
  expect(maskWithin(clean).value).toBe(clean);
  const told = maskWithin({ ...clean, many: ['AKIAIOSFODNN7EXAMPLE'], count: 7 });
  expect(told).toEqual({ value: { ...clean, many: ['[masked AWS access key]'], count: 7 }, found: ['AWS access key'] });
});

test('what an older version kept in the ledger is masked when it is read', () => {
  const seal = sealWith('key');
  const old = entry('10:00', { kind: 'note', note: 'note', text: 'it was AKIAIOSFODNN7EXAMPLE' });
  const body = encodeLedger({ block: 'card', revision: 1, records: 0, pinned: true, entries: [old] }, 'I_1', seal);
  expect(decodeLedger(body, 'I_1', seal)?.entries).toEqual([
    { ...old, fact: { ...old.fact, text: 'it was [masked AWS access key]' } },
  ]);
});

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}
