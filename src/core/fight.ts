// What another bot keeps undoing: three corrections within an hour, then it is named and left (decision 5). Read from the thread alone.

import { minutesBetween } from '../time/time.ts';
import type { Expectation } from './expectation.ts';
import type { IssueEvent } from './issue-event.ts';
import { type Person, same } from './person.ts';
import type { Snapshot } from './snapshot.ts';

/** Something of the issue that we left to another bot. */
export interface Fight {
  /** `label:sev-1` (lower case), `assignee:<id>`, `title` or `state`. */
  readonly subject: string;
  /** What people call it: the label, the login; null for the title and the state, which need no name. */
  readonly name: string | null;
  readonly bot: Person;
}

const most = 3;
const minutes = 60;

/** Everything that is left to another bot; people begin it anew by doing the same by hand, or with any act an hour later. */
export function fightsIn({ thread, viewer }: Pick<Snapshot, 'thread' | 'viewer'>): readonly Fight[] {
  const isPerson = (by: Person | null): boolean => by !== null && !by.bot && !same(by, viewer);
  const acts = thread.filter(({ by }) => isPerson(by)).map(({ at }) => at);
  const events = thread.flatMap((item) => {
    const about = item.kind === 'comment' ? null : aboutOf(item);
    return about ? [{ ...about, by: item.by, at: item.at }] : [];
  });
  return [...Map.groupBy(events, ({ subject }) => subject).values()].flatMap((all) => {
    const own = all.slice(all.findLastIndex(({ by }) => isPerson(by)) + 1);
    const last = own.at(-1);
    if (!last?.by?.bot || same(last.by, viewer)) return [];
    const corrections = own.filter(({ by }, index) => {
      const undone = own[index - 1]?.by;
      return same(by, viewer) && undone != null && !same(undone, viewer);
    });
    const end = endOf(corrections.map(({ at }) => at));
    if (end === null || acts.some((at) => at >= last.at && minutesBetween(end, at) >= minutes)) return [];
    return [{ subject: last.subject, name: last.name, bot: last.by }];
  });
}

/** When so many corrections within an hour were made for the last time; null: they never were. */
function endOf(times: readonly string[]): string | null {
  const close = times.filter((at, index) => {
    const first = times[index - most + 1];
    return first !== undefined && minutesBetween(first, at) < minutes;
  });
  return close.at(-1) ?? null;
}

function aboutOf(event: IssueEvent): Pick<Fight, 'subject' | 'name'> | null {
  switch (event.kind) {
    case 'labeled':
    case 'unlabeled':
      return { subject: `label:${event.label.toLowerCase()}`, name: event.label };
    case 'assigned':
    case 'unassigned':
      return event.who && { subject: `assignee:${event.who.id}`, name: event.who.login };
    case 'renamed':
      return { subject: 'title', name: null };
    case 'closed':
    case 'reopened':
      return { subject: 'state', name: null };
    default:
      return null;
  }
}

/** Whether something that should be true is left to another bot. */
export function isLeft(expected: Expectation, fights: readonly Fight[]): boolean {
  const subject = subjectOf(expected);
  return subject !== null && fights.some((fight) => fight.subject === subject);
}

function subjectOf(expected: Expectation): string | null {
  switch (expected.expect) {
    case 'label':
    case 'no-label':
      return `label:${expected.name.toLowerCase()}`;
    case 'assignee':
    case 'no-assignee':
      return `assignee:${expected.person.id}`;
    case 'title':
      return 'title';
    case 'open':
    case 'closed':
      return 'state';
    default:
      return null;
  }
}
