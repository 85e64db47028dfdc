// Whatever incidents there are, the report of them is whole, true and harmless.
import { execFileSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readPeriod } from '../../src/metrics/read-period.ts';
import type { Report } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { csvOf } from '../../src/report/csv-of.ts';
import { headlineOutputs } from '../../src/report/headline-outputs.ts';
import { jsonOf } from '../../src/report/json-of.ts';
import { longestBody, renderIssue } from '../../src/report/render-issue.ts';
import { randomLines } from '../metrics/random-line.ts';
import { hostileTitles, templates } from './sample.ts';

const zone = 'Europe/Berlin';

/** A report of some week of random incidents, whose titles people meant badly. */
const randomReport = fc
  .tuple(
    fc.array(randomLines(), { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 3, max: 13 }),
    fc.constantFrom(...hostileTitles),
  )
  .map(([several, week, title]): Report => {
    const lines = several.flat().map((line, index) => ({
      ...{ ...line, issue: index + 1, url: `https://github.com/${line.repository}/issues/${index + 1}` },
      title: index % 2 === 0 ? title : line.title,
    }));
    const now = '2026-04-07T08:00:00Z';
    const period = readPeriod(`2026-W${String(week).padStart(2, '0')}`, now, zone);
    if ('why' in period) throw new Error(period.why);
    return reportOf(lines, {
      ...{ period, zone, now, since: null, handbook: { id: 'own', name: 'Our own', indicators: [] } },
      repositories: [{ name: 'acme/ops', incidents: lines.length, fromIssueOnly: 0, problem: null }],
    });
  });

test('the issue fits, has whole tables, and holds nothing unsaid or unsafe', () => {
  fc.assert(
    fc.property(randomReport, (report) => {
      const { title, body } = renderIssue(report, templates);
      expect(title).toContain(report.period.id);
      expect(body.length).toBeLessThanOrEqual(longestBody);
      expect(body).not.toMatch(/undefined|NaN|\[object|Infinity/);
      const tables = body.split('\n\n').filter((block) => block.startsWith('| '));
      for (const block of tables) {
        const widths = block.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
        expect(new Set(widths).size).toBe(1);
      }
      expect(body.replace(/`[^`\n]*`/g, '')).not.toMatch(/@(?=[\w-])|\/\/github\.com\/\S*\/issues\/\d|<!--/);
      expect(body.replaceAll('\u200B', '').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 20 },
  );
});

test('the first sentence says what the trends say, and nothing more', () => {
  fc.assert(
    fc.property(randomReport, (report) => {
      const { body } = renderIssue(report, templates);
      const kinds = new Set(report.rows.filter(({ metric }) => metric.headline).map(({ trend }) => trend.kind));
      const [sentence] = body.split('\n\n');
      if (report.incidents.length === 0) return expect(sentence).toMatch(/^A quiet week/);
      expect(/is clearly longer/.test(sentence!)).toBe(kinds.has('longer'));
      expect(/is clearly shorter/.test(sentence!)).toBe(kinds.has('shorter'));
      expect(/no clear change/.test(sentence!)).toBe(kinds.has('unclear'));
      expect(/too few/.test(sentence!)).toBe(kinds.has('too-few'));
    }),
    { numRuns: 20 },
  );
});

test('CSV and JSON hold every incident of the twelve weeks, and the outputs are numbers', () => {
  fc.assert(
    fc.property(randomReport, (report) => {
      const rows = parse(csvOf(report), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      expect(rows.map(({ url }) => url)).toEqual(report.window.map(({ line }) => line.url));
      const read = JSON.parse(jsonOf(report));
      expect(read.window.map((one: { line: { url: string } }) => one.line.url)).toEqual(rows.map(({ url }) => url));
      expect(read.rows.length).toBe(report.rows.length);
      for (const value of Object.values(headlineOutputs(report))) expect(value).toMatch(/^$|^\d+(?:\.\d{1,4})?$/);
    }),
    { numRuns: 20 },
  );
});

test('Mermaid reads the charts of random reports', () => {
  const bodies = fc
    .sample(randomReport, { numRuns: 60, seed: 10 })
    .map((report) => renderIssue(report, templates).body);
  const codes = bodies.flatMap((body) => [...body.matchAll(/```mermaid\n([\s\S]*?)```/g)].map((match) => match[1]!));
  expect(codes.length).toBeGreaterThan(40);
  const read = execFileSync(process.execPath, ['test/report/read-mermaid.ts'], { input: JSON.stringify(codes) });
  expect(JSON.parse(String(read))).toEqual(codes.map(() => 'xychart'));
});
