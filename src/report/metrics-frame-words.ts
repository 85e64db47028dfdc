// The lines below a report on its issue: whom it calls, and where its neighbours are.

/** The issue of another period. */
export interface Neighbour {
  readonly number: number;
  /** `2026-W10`. */
  readonly period: string;
}

/** What the lines tell. */
export interface AroundReport {
  /** The issues of the periods before and after; null: there is none, or it is not linked yet. */
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
  /** Logins and `organisation/team`s that were called at creation. */
  readonly notified: readonly string[];
}

/**
 * Who is called stands there since the issue was made: GitHub tells people of a new mention only then, and a line that came or went
 * would be an edit for nothing. Neighbours are references, so that each shows the other.
 */
export function frameLines({ before, after, notified }: AroundReport): readonly string[] {
  const links = [
    ...(before ? [`Report before: ${named(before)}`] : []),
    ...(after ? [`Report after: ${named(after)}`] : []),
  ];
  return [
    ...(notified.length > 0 ? [`For ${notified.map((name) => `@${name}`).join(', ')}`] : []),
    ...(links.length > 0 ? [links.join(' · ')] : []),
  ];
}

/** The whole of an issue that was made a second time for its period. */
export function doubledLine(kept: Neighbour): string {
  return `This one was made twice. The report of ${kept.period} is #${kept.number}.`;
}

function named({ number, period }: Neighbour): string {
  return `#${number} (${period})`;
}
