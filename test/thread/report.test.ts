// Reports as forms, templates and people write them.
import fc from 'fast-check';
import { isReport, readReport } from '../../src/thread/report.ts';
import { readServices } from '../../src/thread/report-values.ts';
import { here, leastOf } from '../processor-time.ts';
import { headings } from './builder.ts';

const read = (body: string) => readReport(body, headings);

test('the output of the issue form', () => {
  const body = [
    '### Severity',
    'Sev-2',
    '### Affected services',
    'checkout, payments',
    '### Started at',
    '_No response_',
    '### Symptoms',
    'First line\n\nSecond line',
    '### Already over? (Resolved at)',
    '_No response_',
  ].join('\r\n\r\n');
  expect(read(body)).toEqual({
    severity: 'Sev-2',
    services: 'checkout, payments',
    symptoms: 'First line\n\nSecond line',
  });
  expect(isReport(body, headings)).toBe(true);
});

test('the classic template, with bold headings and comments', () => {
  const body =
    '## Incident\n<!-- fill in\n## Severity\n-->\n**Severity:** Sev-1\n**Impact**: High\n- **Started at:** 10:02 UTC\n**Symptoms**\n\n500s <!-- more --> everywhere\n';
  expect(read(body)).toEqual({ severity: 'Sev-1', impact: 'High', started: '10:02 UTC', symptoms: '500s  everywhere' });
});

test.each([
  ['reordered', '### Impact\nHigh\n### Severity\nSev-3', { severity: 'Sev-3', impact: 'High' }],
  ['renamed by the config', '### Wie schlimm?\nSev-3', { severity: 'Sev-3' }],
  ['dressed up', '#### 🔥 **SEVERITY** *:\nSev-3', { severity: 'Sev-3' }],
  ['a shortcode and a closing mark', '## :fire: Severity ##\nSev-3', { severity: 'Sev-3' }],
  ['a hint in parentheses', '### Started at (UTC)\n10:02', { started: '10:02' }],
  ['half of a heading', '### Already over?\nyes, 11:40', { over: 'yes, 11:40' }],
  ['its other half', '### Resolved at\n11:40', { over: '11:40' }],
  [
    'unknown headings are text',
    '### Symptoms\na\n### Details\nb\n### Impact\nLow',
    { symptoms: 'a\n### Details\nb', impact: 'Low' },
  ],
  ['code is text', '### Symptoms\n```\n### Impact\nHigh\n```', { symptoms: '```\n### Impact\nHigh\n```' }],
  [
    'an open fence swallows nothing',
    '### Symptoms\n```\nx\n\n### Impact\n\nHigh',
    { symptoms: '```\nx', impact: 'High' },
  ],
  [
    'bold in a form is text',
    '### Symptoms\n**Impact:** all\n### Impact\nLow',
    { symptoms: '**Impact:** all', impact: 'Low' },
  ],
  ['the first answer counts', '### Impact\n\n### Impact\nLow\n### Impact\nHigh', { impact: 'Low' }],
  ['ticked boxes', '### Severity\n- [ ] Sev-1\n- [x] Sev-2\n- [X] Sev-3', { severity: 'Sev-2, Sev-3' }],
  ['no ticked box', '### Severity\n- [ ] Sev-1', {}],
  ['tasks among words stay', '### Symptoms\nTodo:\n- [x] a', { symptoms: 'Todo:\n- [x] a' }],
  ['no services', '### Affected services\nN/A\n### Impact\nNone', { impact: 'None' }],
  ['not over', '### Already over? (Resolved at)\nNo', {}],
  ['nothing', '', {}],
  ['prose', 'Severity: it hurts\nImpact is big', {}],
])('%s', (_, body, report) => {
  expect(read(body)).toEqual(report);
});

test('a report has a severity and two more headings, answered or not', () => {
  expect(isReport('### Severity\n_No response_\n### Impact\n### Urgency\n', headings)).toBe(true);
  expect(isReport('### Severity\n### Severity\n### Impact', headings)).toBe(false);
  expect(isReport('### Impact\n### Urgency\n### Summary', headings)).toBe(false);
  expect(isReport('```\n### Severity\n### Impact\n### Urgency\n```', headings)).toBe(false);
});

test('any answers come back from the form as they were given', () => {
  const answer = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '#', '`', '*', ':', '\n', '-', '['), minLength: 1 });
  fc.assert(
    fc.property(answer, answer, (symptoms, workaround) => {
      fc.pre(![symptoms, workaround].some((text) => text.trim() === '' || /```|\[/.test(text)));
      const body = `### Severity\n\nSev-2\n\n### Symptoms\n\n${symptoms}\n\n### Workaround\n\n${workaround}`;
      expect(read(body)).toEqual({ severity: 'Sev-2', symptoms: symptoms.trim(), workaround: workaround.trim() });
    }),
  );
});

test('hostile bodies are read in no time', () => {
  const shards = [
    '<!--',
    '#',
    '# ',
    '**',
    '**a',
    '### Severity\n',
    '- [x] a\n',
    '```\n',
    ' ',
    ',',
    '🔥',
    '### (',
    '__a:',
  ];
  const took = leastOf(2, () => {
    for (const shard of shards) {
      read(shard.repeat(65_536 / shard.length));
      readServices(shard.repeat(65_536 / shard.length));
    }
  });
  expect(took).toBeLessThan(here(3_000));
});

describe('readServices', () => {
  test.each([
    ['checkout, Payments,, checkout', ['checkout', 'Payments']],
    ['- checkout\n- `payments`\r\n* Checkout\n1. search', ['checkout', 'payments', 'search']],
    ['- [x] checkout\n- [ ] payments', ['checkout']],
    ['None', []],
    ['-', []],
    ['api-2; a.b/c', ['api-2', 'a.b/c']],
  ])('%j', (text, services) => {
    expect(readServices(text)).toEqual(services);
  });

  test('is bounded', () => {
    expect(readServices(Array.from({ length: 90 }, (_, index) => `s${index}`).join())).toHaveLength(50);
    expect(readServices('😀'.repeat(300))).toEqual(['😀'.repeat(100)]);
  });
});
