// `sitrep metrics`: the report of a week on standard output, from GitHub or from lines; everything else on standard error.
import { setTimeout as sleep } from 'node:timers/promises';
import { sourceNamed } from './incident-source.ts';
import { measure } from './measure.ts';
import type { MeasureAsked, Measured } from './measured.ts';
import { plain } from './plain.ts';
import { progressOf } from './progress.ts';
import { gitHubOf, servicesOf, type Terminal } from './terminal.ts';
import { plusMinutes } from './time/time.ts';

/** What was typed behind `sitrep metrics`. */
export interface MetricsOptions {
  readonly from?: string | undefined;
  readonly period?: string | undefined;
  readonly format?: string | undefined;
  readonly handbook?: string | undefined;
  readonly since?: string | undefined;
}

type Whole = Extract<Measured, { readonly kind: 'measured' }>;

const formats: Readonly<Record<string, (report: Whole) => string>> = {
  markdown: ({ title, body }) => `# ${title}\n\n${body}`,
  json: ({ json }) => json,
  csv: ({ csv }) => csv,
};

/**
 * Prints the report.
 * @param repositories each `owner/name` or `owner/*`
 * @returns 0 done, 1 not every repository could be read; a sentence: what was not understood, and what to write
 * @throws when there is no report; then nothing was printed
 */
export async function printMetrics(
  repositories: readonly string[],
  { from, period, format = 'markdown', handbook, since }: MetricsOptions,
  terminal: Terminal,
): Promise<number | string> {
  const form = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!form) return `${format} is no format: write ${Object.keys(formats).join(', ')}.`;
  const source = sourceNamed(repositories, from, terminal);
  if (typeof source === 'string') return source;
  const words = { period: period ?? 'last-week', handbook: handbook ?? null, since: since ?? null };
  const now = plusMinutes(terminal.now(), 0);
  const measured = await measureWith({ source, home: null, zone: null, now, ...words }, terminal);
  if (measured.kind === 'refused') return measured.why;
  if (measured.kind === 'unchanged') throw new Error('Nobody keeps this report.');
  for (const problem of measured.problems) terminal.err(plain(problem, 1000));
  terminal.out(form(measured).trimEnd());
  return measured.report.repositories.every((read) => read.problem === null) ? 0 : 1;
}

async function measureWith(asked: MeasureAsked, terminal: Terminal): Promise<Measured> {
  const progress = progressOf(terminal);
  try {
    return await measure(asked, {
      ...{ github: () => gitHubOf(terminal), services: servicesOf(terminal), wait: sleep, clock: terminal.now },
      ...{ progress: progress.step, say: progress.say, isKept: () => false },
    });
  } finally {
    progress.end();
  }
}
