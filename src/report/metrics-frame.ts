// What stands around a report on the metrics issue: the links to its neighbours, who is told of it, and our hidden key.
import { shortHash } from '../core/entry.ts';
import { type AroundReport, doubledLine, frameLines, type Neighbour } from './metrics-frame-words.ts';

/** What the hidden key of a metrics issue keeps. */
export interface MetricsFrame extends AroundReport {
  /** `2026-W10`. */
  readonly period: string;
  /** Of all that the report was made of; the same again: the same report. */
  readonly digest: string;
  /** Of title and report as they were written, so that what somebody changed is seen. */
  readonly text: string;
  /** The Action's outputs: a plain number by metric id, empty where nothing was measured. */
  readonly numbers: Readonly<Record<string, string>>;
}

/** A metrics issue's body taken apart. */
export interface FramedReport {
  readonly report: string;
  readonly frame: MetricsFrame;
}

const linksBegin = '<!-- sitrep:metrics-links -->';
const keyPattern = /<!-- sitrep:metrics:(\{.*\}) -->\s*$/;

/** What a body may hold on GitHub, in UTF-16 units. */
const longestBody = 65_536;

/** What our lines and the key take at most: ten people called, the numbers of the first table, both neighbours. */
export const roomForFrame = 4_000;

/** Whether GitHub takes a body. */
export function fits(body: string): boolean {
  return body.length <= longestBody;
}

/** The body of a metrics issue. */
export function framed({ report, frame }: FramedReport): string {
  const links = [linksBegin, ...frameLines(frame), keyOf(frame)].join('\n\n');
  return `${report.trimEnd()}\n\n${links}`;
}

/** The body of one that was made twice: it names the one that stays, and bears no key of a report. */
export function doubled(kept: Neighbour): string {
  return `${doubledLine(kept)}\n\n<!-- sitrep:metrics-doubled:${kept.number} -->`;
}

/** Reads a body that we wrote. @returns null: it bears no key of ours, or one that nobody can read */
export function readFramed(body: string): FramedReport | null {
  const key = keyPattern.exec(body);
  const frame = key && frameIn(key[1] ?? '');
  if (!key || !frame) return null;
  const above = body.slice(0, key.index);
  const end = above.lastIndexOf(linksBegin);
  return { report: (end < 0 ? above : above.slice(0, end)).trimEnd(), frame };
}

/** What tells whether title and report stand as they were written; how lines end does not count. */
export function textHash(title: string, report: string): string {
  return shortHash(`${title.trim()}\n${report.replaceAll('\r\n', '\n').trim()}`);
}

/** An HTML comment ends at the first `-->`: no text inside it may hold one. */
function keyOf(frame: MetricsFrame): string {
  const json = JSON.stringify(frame).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e');
  return `<!-- sitrep:metrics:${json} -->`;
}

function frameIn(json: string): MetricsFrame | null {
  try {
    const read = JSON.parse(json) as Partial<Record<keyof MetricsFrame, unknown>> | null;
    if (!read || typeof read.period !== 'string' || !/^\d{4}-W\d\d$/.test(read.period)) return null;
    return {
      period: read.period,
      digest: typeof read.digest === 'string' ? read.digest : '',
      text: typeof read.text === 'string' ? read.text : '',
      numbers: Object.fromEntries(Object.entries(objectOf(read.numbers)).map(([id, value]) => [id, String(value)])),
      before: neighbourOf(read.before),
      after: neighbourOf(read.after),
      notified: Array.isArray(read.notified) ? read.notified.filter((name) => typeof name === 'string') : [],
    };
  } catch {
    return null;
  }
}

function neighbourOf(read: unknown): Neighbour | null {
  const { number, period } = objectOf(read);
  return typeof number === 'number' && typeof period === 'string' ? { number, period } : null;
}

function objectOf(read: unknown): Readonly<Record<string, unknown>> {
  return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
}
