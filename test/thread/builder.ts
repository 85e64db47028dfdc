// A handbook, small enough for these tests, and a thread's items.
import type { Handbook } from '../../src/core/handbook.ts';
import type { IssueEvent } from '../../src/core/issue-event.ts';
import type { Person } from '../../src/core/person.ts';
import type { Comment, Snapshot } from '../../src/core/snapshot.ts';
import type { SaidCommand, Utterance } from '../../src/thread/utterance.ts';
import { utterancesOf } from '../../src/thread/utterances.ts';
import { ada, at, bob, comment, snapshot } from '../core/builder.ts';
import { plainHeadings, plainType } from '../handbook-parts.ts';

export const headings: Handbook['headings'] = { ...plainHeadings, severity: ['Severity', 'Wie schlimm?'] };

/** What this room reads of a handbook. */
export const handbook = {
  label: { name: 'incident' },
  headings,
  types: [plainType],
  reporters: ['PagerDuty[bot]'],
  checklist: [
    { id: 'service-restored', text: 'Service fully restored', role: null, provedBy: null },
    { id: 'root-cause', text: 'Root cause identified', role: null, provedBy: null },
  ],
} as unknown as Handbook;

export const monitor: Person = { id: 'BOT_2', login: 'pagerduty', bot: true };
export const stranger: Person = { id: 'BOT_3', login: 'stale', bot: true };

/** A comment by its number. */
export function spoken(
  number: number,
  by: Person | null,
  time: string,
  body: string,
  more: Partial<Comment> = {},
): Comment {
  return comment({ number: String(number), id: `IC_${number}`, by, at: at(time), body, ...more });
}

/** What is said in a thread of these items. */
export function heard(thread: readonly (Comment | IssueEvent)[], more: Partial<Snapshot> = {}): readonly Utterance[] {
  return utterancesOf(snapshot({ thread, ...more }), handbook);
}

/** An event by its kind, as GitHub lists it. */
export function happening<T extends Omit<IssueEvent, 'id' | 'at' | 'by'>>(time: string, by: Person | null, rest: T) {
  return { id: `E_${time}_${rest.kind}`, at: at(time), by, ...rest } as unknown as IssueEvent;
}

export { ada, at, bob };

export function commands(utterances: readonly Utterance[]): readonly SaidCommand[] {
  return utterances.filter((utterance): utterance is SaidCommand => utterance.kind === 'command');
}

/** `10:02 ada: ack` */
export function brief(utterances: readonly Utterance[]): readonly string[] {
  return commands(utterances).map(({ line, by, at: saidAt }) =>
    `${saidAt.slice(11, 16)} ${by?.login}: ${line.word} ${line.text}`.trim(),
  );
}
