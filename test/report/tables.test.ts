// The report for spreadsheets and machines.
import { parse } from 'csv-parse/sync';
import { csvOf } from '../../src/report/csv-of.ts';
import { headlineOutputs } from '../../src/report/headline-outputs.ts';
import { jsonOf } from '../../src/report/json-of.ts';
import { line } from '../metrics/line.ts';
import { count, duration, head, hostileTitles, incident, notMeasured, report, row, share } from './sample.ts';

type Row = Readonly<Record<string, string>>;
const read = (csv: string): readonly Row[] => parse(csv, { columns: true, record_delimiter: '\r\n' }) as Row[];
const window = (titles: readonly string[]) =>
  titles.map((title, index) => ({
    ...incident(line(index + 1, { title }), { 'time-to-resolve': -3.5 }),
    excluded: null,
  }));

describe('the CSV', () => {
  test('has a row for each incident of the twelve weeks, counted or not, and says which', () => {
    const rows = read(csvOf(report()));
    expect(rows.map(({ issue }) => issue)).toEqual(report().window.map((one) => String(one.line.issue)));
    const [, checkout, drill, search, login] = rows;
    expect(checkout).toMatchObject({
      ...{
        repository: 'acme/ops',
        issue: '41',
        url: 'https://github.com/acme/ops/issues/41',
        title: 'Checkout answers with 502',
      },
      ...{ 'in-period': 'yes', counted: 'yes', 'not-counted-because': '', severity: 'sev-1', 'severity-name': 'SEV-1' },
      ...{ started: '2026-03-02T09:50:00Z', identified: '', 'time-to-resolve-minutes': '60', services: 'checkout' },
      ...{ 'active-minutes': '60', 'post-mortem-required': 'no', drill: '' },
    });
    expect(drill).toMatchObject({ counted: 'no', 'not-counted-because': 'drill', drill: 'yes' });
    expect(search).toMatchObject({ 'severity-first': 'sev-3', 'severity-peak': 'sev-2', reopened: '1' });
    expect(login).toMatchObject({
      source: 'issue',
      severity: '',
      resolved: '',
      'time-to-resolve-minutes': '',
      'active-minutes': '',
    });
  });

  test('of no incidents is its head', () => {
    const csv = csvOf(report({ window: [] }));
    expect(csv).toMatch(/^repository,issue,url,title,[a-z,-]+\r\n$/);
  });

  test('is RFC 4180: every line ends with CR LF and has as many cells as the head', () => {
    const csv = csvOf(report({ window: window(['a "quoted", title', 'two\r\nlines', ...hostileTitles]) }));
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = parse(csv, { record_delimiter: '\r\n' }) as string[][];
    expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
    expect(read(csv)[0]?.title).toBe('a "quoted", title');
    expect(read(csv)[1]?.title).toBe('two lines');
  });

  test.each([
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
    '  =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u200B=1',
    '\u001B[31m=1',
    '"=1',
  ])('a title that begins as %j is text to a spreadsheet', (title) => {
    const [one] = read(csvOf(report({ window: window([title]) })));
    expect(one?.title).toMatch(/^['"]/);
  });

  test.each([
    ['down;=1+1', "down;'=1+1"],
    ['a; @SUM(A1)', "a; '@SUM(A1)"],
    ['"x";"=1"', `"x";"'=1"`],
    ['a;b = c; fine', 'a;b = c; fine'],
  ])('a spreadsheet that parts at semicolons finds no formula in %j either', (title, cell) => {
    expect(read(csvOf(report({ window: window([title]) })))[0]?.title).toBe(cell);
  });

  test('numbers stay numbers, below zero too', () => {
    expect(read(csvOf(report({ window: window(['x']) })))[0]?.['time-to-resolve-minutes']).toBe('-3.5');
  });

  test('nothing in it speaks to a terminal', () => {
    const csv = csvOf(report({ window: window(hostileTitles) }));
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
  });
});

describe('the JSON', () => {
  test('is the report, incidents by their address', () => {
    const read = JSON.parse(jsonOf(report()));
    expect(Object.keys(read)).toEqual(['schema', ...Object.keys(report())]);
    expect(read.schema).toBe(1);
    expect(read.incidents[0].line).toEqual({
      ...{ issue: 42, repository: 'acme/ops', title: 'Search finds nothing new' },
      url: 'https://github.com/acme/ops/issues/42',
    });
    expect(read.rows[0].rolling).toEqual(report().rows[0]?.rolling);
    expect(read.overdue.actionItems[0].item).toEqual(report().overdue.actionItems[0]?.item);
  });

  test('has its keys in the same order whoever counted first', () => {
    const [week] = report().weeks;
    const weeks = [
      { ...week!, declared: { a: 1, b: 2 } },
      { ...week!, declared: { b: 2, a: 1 } },
    ];
    const [one, other] = weeks.map((some) => jsonOf(report({ weeks: [some] })));
    expect(one).toBe(other);
  });

  test('nothing in it speaks to a terminal, and all of it comes back', () => {
    const json = jsonOf(report({ window: window(hostileTitles) }));
    expect(json.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
    const titles = JSON.parse(json).window.map((one: { line: { title: string } }) => one.line.title);
    expect(titles).toEqual(hostileTitles);
  });
});

test('the outputs are plain numbers, empty where nothing or too little was measured', () => {
  const none = duration([]);
  const cells = [
    [head('median'), duration([], { n: 7, median: 62.51234, p90: 90, mean: 70 })],
    [head('few'), duration([1, 2, 3, 4])],
    [head('share'), share(2, 3)],
    [head('no-share'), share(0, 0)],
    [head('count'), count(0)],
    [head('unknown'), notMeasured],
    [head('small-print', { headline: false }), count(4)],
  ] as const;
  const rows = cells.map(([metric, cell]) => row(metric, [cell, none, none]));
  expect(headlineOutputs(report({ rows }))).toEqual({
    median: '62.5123',
    few: '',
    share: '0.6667',
    'no-share': '',
    count: '0',
    unknown: '',
  });
});
