// Clocks in words: what each is called, how it stands, and what is told of one that ran out.
import type { ClockState, RunningClock } from '../../core/clock.ts';
import type { Handbook } from '../../core/handbook.ts';
import { formatTime } from '../../core/time.ts';
import type { Fact } from '../../core/timeline.ts';
import { byTime } from '../by-time.ts';
import { audienceName, code, login, roleWord, statusName, toType } from '../names.ts';
import { quoteOurs } from '../quote.ts';

/** What a clock is called, by its id: the handbook's name for its own, else what is owed. */
export function clockName(id: string, handbook: Handbook): string {
  const [kind = '', about = ''] = id.split(/:(.*)/s);
  const own = handbook.clocks.find((clock) => clock.id === id);
  if (own) return quoteOurs(own.name, { limit: 60 });
  return names[kind]?.(about, handbook) ?? code(id);
}

const names: Readonly<Record<string, (about: string, handbook: Handbook) => string>> = {
  word: (about, handbook) => `Next word to ${audienceName(handbook, about)}`,
  said: () => 'Next update, as the last one said',
  status: (about, handbook) => `Status ${statusName(handbook, about)}`,
  task: (about) => `Task ${about}`,
  called: (about, handbook) => {
    const task = handbook.tasks.find(({ id }) => id === about);
    return task ? quoteOurs(task.text, { limit: 80 }) : code(about);
  },
  team: (about) => `Sub-team ${code(about)}`,
  'hand-over': (about, handbook) => `Hand-over of the role ${roleWord(handbook, about)}`,
  'check-in': (about, handbook) => `A word of the role ${roleWord(handbook, about)}`,
  review: (about) => (about === 'meeting' ? 'Review meeting' : 'Post-mortem'),
};

/** What the handbook called for, all of it together. */
export const tasksBelow = 'To be done, below';

/** How a clock stands, on the card: the time by which, and the line that ends it. @param day on which times need no date */
export function clockText(clock: RunningClock, state: ClockState, handbook: Handbook, day: string | undefined): string {
  const { due, command, person, period } = clock;
  const by = due === null ? 'stands still' : byTime(formatTime(due, handbook.zone, day), period, handbook);
  const line = command === '' ? [] : [toType(command)];
  return [by, ...(stateWords[state] ?? []), ...(person ? [login(person)] : []), ...line].join(' · ');
}

const stateWords: Readonly<Partial<Record<ClockState, readonly string[]>>> = {
  warning: ['warning'],
  breached: ['**breached**'],
};

/** In a timeline, after `Clock`. @param day on which times need no date */
export function overdueText(fact: Extract<Fact, { kind: 'overdue' }>, handbook: Handbook, day: string): string {
  const { clock, due, period, callsOut, owner, who } = fact;
  const name = clockName(clock, handbook);
  if (callsOut) return `${name}: ${formatTime(due, handbook.zone, day)}`;
  const by = who ? ` by ${login(who)}` : owner === undefined ? '' : ` by the role ${roleWord(handbook, owner)}`;
  return `${name}: ${period === 1 ? 'was' : 'is still'} owed${by}, due by ${formatTime(due, handbook.zone, day)}`;
}
