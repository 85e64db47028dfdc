// An issue form as GitHub reads it, as far as it matters to what Sitrep reads of its reports.
import { parse } from 'yaml';
import { excessOf } from '../config/bound.ts';
import { withoutStacks } from '../config/without-stacks.ts';
import type { Field, Handbook } from '../core/handbook.ts';
import { isReport, readReport } from '../thread/report.ts';

/** One question of a form. */
export interface AskedField {
  readonly heading: string;
  /** Of a list; empty: it is answered in words. */
  readonly choices: readonly string[];
}

export interface ReadForm {
  readonly labels: readonly string[];
  readonly asked: readonly AskedField[];
}

/** The form of a file; null: it is none, or not in plain YAML (anchors, 64 KiB and more). Never throws. */
export function readForm(text: string): ReadForm | null {
  if (excessOf(text)) return null;
  const form = parsed(text);
  if (typeof form !== 'object' || form === null) return null;
  const { labels, body } = form as { readonly labels?: unknown; readonly body?: unknown };
  if (!Array.isArray(body)) return null;
  return { labels: words(typeof labels === 'string' ? labels.split(',') : labels), asked: body.flatMap(askedIn) };
}

/** GitHub reads YAML 1.1. What is odd about it, which a warning would quote, is no affair of the log's. */
function parsed(text: string): unknown {
  try {
    // To look for keys that stand there twice takes the square of their number: GitHub does it.
    return withoutStacks(() =>
      parse(text, { version: '1.1', logLevel: 'error', prettyErrors: false, uniqueKeys: false }),
    );
  } catch {
    return null;
  }
}

function askedIn(element: unknown): readonly AskedField[] {
  const { type, attributes } = (element ?? {}) as { readonly type?: unknown; readonly attributes?: unknown };
  const { label, options } = (attributes ?? {}) as { readonly label?: unknown; readonly options?: unknown };
  if (type === 'markdown' || typeof label !== 'string') return [];
  return [{ heading: label, choices: type === 'dropdown' ? words(options) : [] }];
}

function words(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string').map((one) => one.trim()) : [];
}

/** The field as which an answer to a question is read; null: as none. */
export function fieldOf({ heading }: AskedField, handbook: Handbook): Field | null {
  const [field] = Object.keys(readReport(`### ${heading}\n\nanswer`, handbook.headings));
  return (field as Field | undefined) ?? null;
}

/** Whether a form files incidents: it puts their label, or asks what makes a report. */
export function filesIncidents({ labels, asked }: ReadForm, handbook: Handbook): boolean {
  if (labels.some((label) => label.toLowerCase() === handbook.label.name.toLowerCase())) return true;
  return isReport(asked.map(({ heading }) => `### ${heading}\n\nx`).join('\n\n'), handbook.headings);
}
