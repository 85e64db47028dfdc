// A report: the body of an issue, as the form writes it and as people change it.
import assert from 'node:assert/strict';
import { hear } from '../../src/commands/hear.ts';
import { fields } from '../../src/core/handbook.ts';
import { composeMessage } from '../../src/render/message-text.ts';
import { isReport, readReport } from '../../src/thread/report.ts';
import { readServices } from '../../src/thread/report-values.ts';
import { snapshotOf } from '../commands/thread.ts';
import { handbook, now, pass } from './ground.ts';
import type { Reader } from './reader.ts';
import { reports } from './samples.ts';
import { marks, textsOf } from './texts.ts';

const headings = Object.values(handbook.headings).flat();
const answers = [
  ...[
    '_No response_',
    'Sev-1',
    'sev-2 (major)',
    'Critical',
    'checkout, db',
    'checkout\ndb',
    'none',
    'yesterday 14:02',
    '10:00',
    '2026-03-02T09:00Z',
  ],
  ...[
    '- [x] Web\n- [ ] API',
    '1,200',
    'half of them',
    'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYZ',
    'https://user:hunter2hunter2@host/',
  ],
];
const pieces = [
  ...headings.flatMap((heading) => [`### ${heading}\n\n`, `\n\n**${heading}:** `, `## ${heading.toUpperCase()} ##\n`]),
  ...answers,
  ...marks,
];

export const formReader: Reader = {
  name: 'form',
  texts: textsOf({ pieces, samples: reports }),
  pieces,
  opening: '### Severity\n\nSev-1\n\n### Impact\n\nx\n\n### Affected services\n\n',
  read(text) {
    const report = readReport(text, handbook.headings);
    for (const [field, answer] of Object.entries(report)) {
      assert.ok((fields as readonly string[]).includes(field), `${field} is no field`);
      assert.notEqual(answer.trim(), '', 'an empty answer is none');
    }
    if (text.length <= 512)
      assert.deepEqual(readReport(windowsEnds(text), handbook.headings), plainEnds(report), 'line ends do not matter');
    for (const service of readServices(report.services ?? '')) assert.notEqual(service.trim(), '');
    const snapshot = snapshotOf([], { body: text });
    const { entries } = hear(snapshot, { entries: [], lostUntil: null }, handbook, now, composeMessage);
    assert.equal(
      entries.filter(({ fact }) => fact?.kind === 'declared').length,
      isReport(text, handbook.headings) ? 1 : 0,
    );
    if (text.length % 32 === 5) pass(snapshot);
  },
};

function windowsEnds(text: string): string {
  return text.replace(/\r\n|\n|\r/g, '\r\n');
}

function plainEnds(report: object): object {
  return Object.fromEntries(
    Object.entries(report).map(([field, answer]) => [field, String(answer).replace(/\r\n|\r/g, '\n')]),
  );
}
