// The comment that reminds: one line a matter, each with the line to copy; who is called is called once.

import type { RunningClock } from '../core/clock.ts';
import { bySaid } from '../core/entry.ts';
import type { Reminder, ReminderMatter } from '../core/expectation.ts';
import { caller } from './names.ts';
import { clockName } from './replies/clock-words.ts';
import { furtherWords, lateWords, reminderWords } from './replies/reminder-words.ts';
import type { Scene } from './scene.ts';
import { taskLink } from './task-link.ts';

/** What holds it up most comes first. */
const order: readonly ReminderMatter[] = [
  ...([
    'no-confirmation',
    'no-acknowledgement',
    'unstaffed-role',
    'no-update',
    'task-over',
    'time-over',
    'hand-over-offered',
  ] as const),
];

/** Lines that a tired person reads; the card has all of it. */
const most = 6;

/** What is owed by the same people and ended by the same line is one line. Times of another day than the newest of it have a date. */
export function renderReminder(reminders: readonly Reminder[], scene: Scene): string {
  const { handbook, incident } = scene;
  const call = caller();
  const linkTo = (clock: RunningClock): string | null => taskLink(clock, scene);
  const day =
    reminders
      .map(({ entry }) => entry.saidAt)
      .toSorted()
      .at(-1) ?? '';
  const sorted = newest(reminders).toSorted((one, other) => order.indexOf(one.matter) - order.indexOf(other.matter));
  const matters = [...Map.groupBy(sorted, (one) => togetherBy(one, scene)).values()];
  // The last place is not for one more when there are several.
  const room = matters.length > most ? most - 1 : most;
  const told = matters.slice(0, room).map((same) => reminderWords(same, { handbook, incident, day, call, linkTo }));
  const lines = matters.length > room ? [...told, furtherWords(matters.length - room)] : told;
  const late = reminders[0]?.late ?? 0;
  const all = lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `- ${line}`).join('\n');
  return late > 0 ? `${all}\n\n${lateWords(late)}` : all;
}

/** What ran out several times since the last look is told once, as it stood last. */
function newest(reminders: readonly Reminder[]): readonly Reminder[] {
  const promises = Map.groupBy(reminders, ({ clock }) => `${clock.id} ${clock.begun}`);
  return [...promises.values()].flatMap((same) => {
    const last = same.toSorted((one, other) => bySaid(one.entry, other.entry)).at(-1);
    return last ? [{ ...last, again: same.every(({ again }) => again) }] : [];
  });
}

function togetherBy({ matter, people, done, clock, again, due }: Reminder, { handbook }: Scene): string {
  // What two tasks of the handbook ask for in the same words is one matter, whenever each of them was called.
  if (clock.kind === 'called')
    return [matter, people.map(({ id }) => id), done, clockName(clock.id, handbook)].join(' ');
  const line = matter === 'unstaffed-role' ? '' : `${clock.command} ${clock.callsOut}`;
  return [matter, people.map(({ id }) => id), done, line, again, due].join(' ');
}
