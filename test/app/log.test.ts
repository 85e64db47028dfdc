// What the log may have of what a machine said: names and codes, never what people wrote, nor a credential.
import { fitForLog, reasonOf } from '../../src/log.ts';
import { quietLog } from '../../src/quiet-log.ts';

const validation =
  'Validation Failed: {"value":"Outage","resource":"Issue","field":"title","message":"is \\"our secret\\" too long"} - https://docs.github.com/rest';

test.each([
  [
    "Could not resolve to a Repository with the name 'acme/ops'.",
    "Could not resolve to a Repository with the name 'acme/ops'.",
  ],
  [
    validation,
    'Validation Failed: {"value":"…","resource":"Issue","field":"title","message":"…"} - https://docs.github.com/rest',
  ],
  [`Unexpected token 'C', "Checkout is down" is not valid JSON`, `Unexpected token 'C', "…" is not valid JSON`],
  ["We couldn't respond, don't ask again", "We couldn't respond, don't ask again"],
  ['it says "no end of what people', 'it says "…"'],
  [`Bad credentials: ghp_${'a'.repeat(36)}`, 'Bad credentials: [masked GitHub token]'],
  ['two\nlines\u001b[31m \u202e', 'two·lines·[31m ·'],
])('%s', (words, fit) => {
  expect(fitForLog(words)).toBe(fit);
});

test('what is long is cut, and what is very long is not searched', () => {
  expect(fitForLog('x'.repeat(1_000_000))).toBe(`${'x'.repeat(300)}…`);
  expect(fitForLog(`"${'\\"'.repeat(500_000)}`)).toBe('"…"');
});

test('an error is its words; what is none is unknown', () => {
  const error = Object.assign(new TypeError('no `title here`'), { request: { headers: { authorization: 'token x' } } });
  expect(reasonOf(error)).toBe('TypeError: no "…"');
  expect(reasonOf({ secret: 'x' })).toBe('unknown');
});

test('of a library only the sentence is passed on', () => {
  const told: unknown[][] = [];
  const tell =
    (level: string) =>
    (...given: unknown[]): void =>
      void told.push([level, ...given]);
  const quiet = quietLog({ debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') });
  quiet.debug({ query: 'text of people' }, 'GitHub request: POST https://api.github.com/graphql - 200');
  quiet.info('a sentence', { more: 'text' });
  quiet.warn(new Error('text'));
  quiet.error({ request: {} });
  expect(told).toEqual([
    ['debug', {}, 'GitHub request: POST https://api.github.com/graphql - 200'],
    ['info', {}, 'a sentence'],
  ]);
});
