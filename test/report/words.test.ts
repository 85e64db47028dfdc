// The small words of the report: titles, bars, cells, links.
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Cell } from '../../src/metrics/report.ts';
import { quoteText } from '../../src/render/quote.ts';
import {
  categoriesText,
  cellText,
  leftOutText,
  shortCellText,
  spanText,
  trendText,
} from '../../src/report/cell-words.ts';
import { fitLists } from '../../src/report/fit-lists.ts';
import { incidentLink, silentLink } from '../../src/report/incident-link.ts';
import { dayText, momentText, titleOf } from '../../src/report/period-words.ts';
import { sparkline } from '../../src/report/sparkline.ts';
import { count, duration, notMeasured, share, week10 } from './sample.ts';

test.each([
  ['2026-W10', '2026-03-02', '2026-03-08', 'Incident metrics 2026-W10 (2–8 March)'],
  ['2026-W14', '2026-03-30', '2026-04-05', 'Incident metrics 2026-W14 (30 March – 5 April)'],
  ['2026-W01', '2025-12-29', '2026-01-04', 'Incident metrics 2026-W01 (29 December 2025 – 4 January 2026)'],
])('the title of %s', (id, firstDay, lastDay, title) => {
  expect(titleOf({ ...week10, id, firstDay, lastDay })).toBe(title);
});

test('a day is that of the zone, and of another year it says so', () => {
  const berlin = { zone: 'Europe/Berlin', period: week10 };
  expect(dayText('2026-03-08T23:30:00Z', berlin)).toBe('9 March');
  expect(dayText('2025-12-31T12:00:00Z', berlin)).toBe('31 December 2025');
  expect(momentText('2026-03-29T00:59:00Z', berlin)).toBe('29 March 01:59');
  expect(momentText('2026-03-29T01:00:00Z', berlin)).toBe('29 March 03:00');
});

test('bars grow from zero; a week without one is a gap, a week of zero is not', () => {
  expect(sparkline([0, 1, 4, 8, null])).toBe('▁▁▄█·');
  expect(sparkline([100, 99])).toBe('██');
  expect(sparkline([0, null])).toBe('▁·');
  expect(sparkline([])).toBe('');
});

test('a span is told to the minute, from a day on to the hour', () => {
  expect([0, 59.6, 95, 1439, 1440, 1488, 3000.4].map(spanText)).toEqual([
    '0 min',
    '1 h',
    '1 h 35 min',
    '23 h 59 min',
    '1 d',
    '1 d 1 h',
    '2 d 2 h',
  ]);
});

test.each<[string, Cell, string, string]>([
  ['nothing', duration([]), '–', '–'],
  ['one', duration([12]), '12 min', '12 min'],
  ['four', duration([5, 12, 60, 120]), '5 min, 12 min, 1 h, 2 h', '5 min, 12 min, 1 h, 2 h'],
  [
    'five and more, the mean last',
    duration([], { n: 5, median: 60, p90: 240, mean: 100.4 }),
    'median 1 h, p90 4 h, mean 1 h 40 min',
    'median 1 h (n 5)',
  ],
  ['no share', share(0, 0), '–', '–'],
  ['a share of few has no percentage', share(3, 4), '3 of 4', '3 of 4'],
  ['a share', share(4, 5), '4 of 5 (80 %)', '4 of 5 (80 %)'],
  ['a count', count(7), '7', '7'],
  ['zero is a count', count(0), '0', '0'],
  ['not measured', notMeasured, 'not measured', 'not measured'],
])('a cell with %s', (_, cell, long, short) => {
  expect([cellText(cell), shortCellText(cell)]).toEqual([long, short]);
});

test('categories: people name services, so they are quoted, and there is an end to them', () => {
  const by = Array.from({ length: 11 }, (_, index) => ({ what: `@team|${index}`, count: 20 - index }));
  expect(categoriesText(count(11, by.slice(0, 1)))).toBe('@\u200Bteam\\|0 20');
  expect(categoriesText(count(11, by))).toContain('and 3 more');
  expect(categoriesText(share(1, 2, [{ what: 'Resolve', n: 2, yes: 1 }]))).toBe('Resolve 1 of 2');
  expect(categoriesText(duration([1]))).toBe('');
});

test('what was left out says how many and why', () => {
  expect(
    leftOutText([
      { why: 'no `detected`', count: 2 },
      { why: 'active again', count: 1 },
    ]),
  ).toBe('2 (no `detected`), 1 (active again)');
  expect(leftOutText([])).toBe('');
});

test('a change is only called one when it is', () => {
  expect(trendText({ kind: 'unclear', low: -5, high: 60 })).toBe('no clear change');
  expect(trendText({ kind: 'longer', low: 5, high: 62 })).toBe('clearly longer, by 5 min to 1 h 2 min');
  expect(trendText({ kind: 'shorter', low: -62, high: -5 })).toBe('clearly shorter, by 5 min to 1 h 2 min');
  expect(trendText({ kind: 'too-few' })).toBe('too few to compare');
  expect(trendText({ kind: 'none' })).toBe('');
});

describe('a link to an incident', () => {
  const one = { repository: 'acme/ops', issue: 12, url: 'https://github.com/acme/ops/issues/12' };
  const alone = { severalRepositories: false };

  test('leaves no trace in it on github.com', () => {
    expect(incidentLink(one, alone)).toBe('[#\u200B12](https://redirect.github.com/acme/ops/issues/12)');
    expect(incidentLink(one, { severalRepositories: true })).toBe(
      '[acme/ops#\u200B12](https://redirect.github.com/acme/ops/issues/12)',
    );
  });

  test('is code on other hosts, but for the list in which it must be within reach', () => {
    const elsewhere = { ...one, url: 'https://git.acme.example/acme/ops/issues/12' };
    expect(incidentLink(elsewhere, alone)).toBe('`#12`');
    expect(incidentLink(elsewhere, alone, true)).toBe('[#\u200B12](https://git.acme.example/acme/ops/issues/12)');
  });

  test.each(['javascript:alert(1)', 'not an address', 'https://github.com@evil.example/acme', 'data:text/html,x'])(
    'to %s is none',
    (url) => {
      expect(incidentLink({ ...one, url }, alone, true)).toBe('`#12`');
      expect(silentLink('x', url)).toBe('x');
    },
  );

  test('stays within its brackets and its cell', () => {
    const url = 'https://github.com/a/b/issues/1)[x](y)|z`<b> "t"';
    expect(silentLink('x', url)).toMatch(/^\[x\]\(https:\/\/redirect\.github\.com\/[^()|<>`\s]*\)$/);
  });

  test.each(['x] y', '[x', ']]>', '[[', '[x](y'])('of %j is one link, whatever brackets stand in it', (text) => {
    const [paragraph] = fromMarkdown(silentLink(quoteText(text), one.url)).children;
    expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'link' }] });
  });

  test('github.com is the host itself and no other that begins alike', () => {
    expect(silentLink('x', 'https://github.com.evil.example/a')).toBe('x');
  });
});

test('lists shorten, the longest first, and say how many more there are', () => {
  const rows = (many: number) => Array.from({ length: many }, (_, index) => `${index}`.padStart(99, '.'));
  expect(fitLists({ one: rows(3), other: rows(4) }, 700)).toEqual({
    one: { rows: rows(3), more: 0 },
    other: { rows: rows(4), more: 0 },
  });
  const { short, long, none } = fitLists({ long: rows(100), short: rows(3), none: [] }, 2000);
  expect([short, none]).toEqual([
    { rows: rows(3), more: 0 },
    { rows: [], more: 0 },
  ]);
  expect(long.rows.length + long.more).toBe(100);
  expect(long.rows.length).toBeGreaterThan(12);
  expect(long.rows.join('\n').length).toBeLessThan(1700);
});
