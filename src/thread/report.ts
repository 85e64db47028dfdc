// An incident report read from an issue's body: the issue form's output, the classic Markdown template, and what people make of them.
import { type Field, fields, type Handbook } from '../core/handbook.ts';
import { fencesOf, linesOf } from './lines.ts';
import { type FieldStart, fieldStart, knownHeadings } from './report-headings.ts';
import type { Report } from './utterance.ts';

/**
 * What a body tells under the known headings. Missing: a field without a heading, without an answer, or with `_No response_`.
 * Unknown headings belong to the text they stand in; of two answers the first counts; of checkboxes the ticked ones.
 */
export function readReport(body: string, headings: Handbook['headings']): Report {
  const answers = new Map<Field, string>();
  for (const { field, text } of sectionsOf(body, headings)) {
    const answer = answerOf(field, text);
    if (answer !== null && !answers.has(field)) answers.set(field, answer);
  }
  return Object.fromEntries(fields.flatMap((field) => (answers.has(field) ? [[field, answers.get(field)!]] : [])));
}

/** Whether a body is a report: it has the form's *Severity* heading and at least two more of its headings, answered or not. */
export function isReport(body: string, headings: Handbook['headings']): boolean {
  const found = new Set(sectionsOf(body, headings).map(({ field }) => field));
  return found.has('severity') && found.size >= 3;
}

interface Section {
  readonly field: Field;
  readonly text: string;
}

function sectionsOf(body: string, headings: Handbook['headings']): readonly Section[] {
  const lines = linesOf(withoutComments(body));
  const starts = startsOf(lines, headings);
  return starts.map(({ row, start }, index) => {
    const rows = lines.slice(row + 1, starts[index + 1]?.row ?? lines.length);
    return { field: start.field, text: [start.rest, ...rows].join('\n').trim() };
  });
}

/** Bold headings count only for fields that no real heading begins: in a form's text area `**Impact:**` is text. */
function startsOf(
  lines: readonly string[],
  headings: Handbook['headings'],
): readonly { readonly row: number; readonly start: FieldStart }[] {
  const known = knownHeadings(headings);
  const code = new Set<number>();
  // An open fence in one answer would swallow all that follow: only closed ones hide headings.
  for (const fence of fencesOf(lines)) {
    if (fence.closed) for (let row = fence.from; row <= fence.until; row += 1) code.add(row);
  }
  const starts = lines.flatMap((line, row) => {
    const start = code.has(row) ? null : fieldStart(line, known);
    return start ? [{ row, start }] : [];
  });
  const headed = new Set(starts.filter(({ start }) => start.style === 'heading').map(({ start }) => start.field));
  return starts.filter(({ start }) => start.style === 'heading' || !headed.has(start.field));
}

function answerOf(field: Field, text: string): string | null {
  const answer = tickedOf(text);
  if (answer === '' || /^[_*]?no response[_*]?$/i.test(answer)) return null;
  if (field === 'services' && /^(?:none|n\/a|-+|—|–)\.?$/i.test(answer)) return null;
  if (field === 'over' && /^(?:no|not yet|none|n\/a|-+|—|–)\.?$/i.test(answer)) return null;
  return answer;
}

/** Where all lines of an answer are checkboxes: the ticked ones, joined by commas. */
function tickedOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const boxes = lines.flatMap((line) =>
    [/^\s*[-+*]\s+\[([ xX])\]\s+(.*)$/.exec(line.trimEnd())].filter((box) => box !== null),
  );
  if (boxes.length === 0 || boxes.length < lines.length) return text;
  return boxes
    .filter((box) => box[1] !== ' ')
    .map((box) => box[2]!.trim())
    .join(', ');
}

function withoutComments(body: string): string {
  let rest = body;
  let kept = '';
  for (;;) {
    const start = rest.indexOf('<!--');
    const end = start === -1 ? -1 : rest.indexOf('-->', start + 4);
    if (end === -1) return kept + rest;
    kept += rest.slice(0, start);
    rest = rest.slice(end + 3);
  }
}
