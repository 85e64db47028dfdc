// What stands around a report on its issue: written, read back, and harmless whatever it holds.
import fc from 'fast-check';
import { framed, type MetricsFrame, readFramed, textHash } from '../../src/report/metrics-frame.ts';
import { longestBody } from '../../src/report/render-issue.ts';

const neighbour = fc.option(fc.record({ number: fc.nat(), period: fc.constantFrom('2026-W09', '2025-W52') }));
const frames = fc.record<MetricsFrame>({
  period: fc.constantFrom('2026-W10', '2025-W01'),
  digest: fc.string(),
  text: fc.string(),
  numbers: fc.dictionary(fc.string(), fc.string()),
  before: neighbour,
  after: neighbour,
  notified: fc.array(fc.constantFrom('ada', 'acme/on-call', 'x--y')),
});

test('what was written is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), frames, (text, frame) => {
      const report = text.trimEnd();
      const read = readFramed(framed({ report, frame }));
      expect(read).toEqual({ report, frame: { ...frame, numbers: expect.objectContaining({}) } });
      expect({ ...read?.frame.numbers }).toEqual({ ...frame.numbers });
    }),
  );
});

test('the key ends where it ends: nothing in it closes the comment', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const body = framed({ report: 'x', frame: { ...frame, digest: `--> ${frame.digest}` } });
      expect(body.slice(body.lastIndexOf('<!--')).indexOf('-->')).toBe(body.length - body.lastIndexOf('<!--') - 3);
    }),
  );
});

test.each([
  '',
  'text',
  '<!-- sitrep:metrics:{} -->',
  '<!-- sitrep:metrics:{"period":3} -->',
  '<!-- sitrep:metrics:{{} -->',
])('no key of ours: %s', (body) => {
  expect(readFramed(body)).toBeNull();
});

test('line ends do not count as a change, words and title do', () => {
  expect(textHash('t', 'a\r\nb\n')).toBe(textHash('t', 'a\nb'));
  expect(textHash('t', 'a\nb')).not.toBe(textHash('t', 'a\nc'));
  expect(textHash('t', 'a')).not.toBe(textHash('u', 'a'));
});

test('all that may stand around the longest report fits on GitHub', () => {
  const name = `${'o'.repeat(39)}/${'t'.repeat(40)}`;
  const frame: MetricsFrame = {
    ...{ period: '2026-W10', digest: '12345678', text: '12345678' },
    numbers: Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [`communication-compliance-${at}`, '123456.7891']),
    ),
    before: { number: 123_456, period: '2026-W09' },
    after: { number: 123_457, period: '2026-W11' },
    notified: Array.from({ length: 10 }, () => name),
  };
  expect(framed({ report: 'x'.repeat(longestBody), frame }).length).toBeLessThanOrEqual(65_536);
});
