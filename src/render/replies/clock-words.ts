// Clocks in words: what each is called, how it stands, and what is told of one that ran out.
import type { ClockState, RunningClock } from '../../core/clock.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Fact } from '../../core/timeline.ts';
import { formatTime } from '../../time/time.ts';
import { byTime } from '../by-time.ts';
import { audienceName, code, listed, login, roleName, roleWord, statusName, toType } from '../names.ts';
import { quoteOurs } from '../quote.ts';
import { shortened } from '../shortened.ts';

/** So many characters of what a task asks; the card and its comment tell all of it. */
export const mostOfTask = 80;

/** What a clock is called, by its id: the handbook's name for its own, else what is owed. */
export function clockName(id: string, handbook: Handbook): string {
  const [kind = '', about = ''] = id.split(/:(.*)/s);
  const own = handbook.clocks.find((clock) => clock.id === id);
  if (own) return quoteOurs(own.name, { limit: 60 });
  return names[kind]?.(about, handbook) ?? code(id);
}

const names: Readonly<Record<string, (about: string, handbook: Handbook) => string>> = {
  contract: (about, { customers }) => {
    const [promised = '', customer = ''] = about.split(/:(.*)/s);
    const name = customers.find(({ id }) => id === customer)?.name;
    const to = name === undefined ? 'by contract' : `to ${quoteOurs(name, { limit: 80 })}`;
    return `${contracts[promised] ?? code(promised)} promised ${to}`;
  },
  word: (about, handbook) => `Next word to ${audienceName(handbook, about)}`,
  said: () => 'Next update, as the last one said',
  status: (about, handbook) => `Status ${statusName(handbook, about)}`,
  answer: () => 'Answer to the ladder',
  vacant: (about, handbook) => (about === '' ? 'Required roles' : `Role ${roleWord(handbook, about)}`),
  confirmation: () => 'Confirmation',
  task: (about) => `Task ${about}`,
  called: (about, handbook) => {
    const task = handbook.tasks.find(({ id }) => id === about);
    return task ? quoteOurs(shortened(task.text, mostOfTask)) : code(about);
  },
  team: (about) => `Sub-team ${code(about)}`,
  'hand-over': (about, handbook) => `Hand-over of the role ${roleWord(handbook, about)}`,
  offer: (about, handbook) => `Role ${roleWord(handbook, about)}`,
  'check-in': (about, handbook) => `Check-in by the ${roleWord(handbook, about)}`,
  review: (about) => (about === 'meeting' ? 'Review meeting' : 'Post-mortem'),
};

const contracts: Readonly<Record<string, string>> = { response: 'Response', resolution: 'Resolution' };

/** What the handbook called for, all of it together. */
export const tasksBelow = 'To be done, below';

/**
 * How clocks stand that one line ends, on the card: the times by which, and that line.
 * @param clocks of the same person, one at least @param line empty: it stands elsewhere @param day on which times need no date
 */
export function clockText(
  clocks: readonly { readonly clock: RunningClock; readonly state: ClockState }[],
  line: string,
  handbook: Handbook,
  day: string | undefined,
): string {
  const times = clocks.map(({ clock: { due, period }, state }) => {
    const by = due === null ? 'stands still' : byTime(formatTime(due, handbook.zone, day), period, handbook);
    return [by, ...(stateWords[state] ?? [])].join(' · ');
  });
  const person = clocks[0]?.clock.person;
  const ends = line === '' ? [] : [toType(line)];
  return [[...new Set(times)].join('; '), ...(person ? [login(person)] : []), ...ends].join(' · ');
}

/** What is past its time. */
export const breached = '**breached**';

const stateWords: Readonly<Partial<Record<ClockState, readonly string[]>>> = {
  warning: ['warning'],
  breached: [breached],
};

/** A handbook that asks for more at once fills no page with them. */
const mostRoles = 12;

type Overdue = Extract<Fact, { kind: 'overdue' }>;

/**
 * In a timeline, after `Overdue` (of a time that is called out, after `Clock`): all that ran out at one moment, each with who owed it.
 * @param day on which times need no date
 */
export function overdueText(facts: readonly Overdue[], handbook: Handbook, day: string): string {
  const when = (due: string): string => formatTime(due, handbook.zone, day);
  const together = (fact: Overdue): string =>
    [fact.due, fact.callsOut ?? false, isVacancy(fact), ownerOf(fact, handbook)].join(' ');
  return [...Map.groupBy(facts, together).values()]
    .map((same) => {
      const [first] = same;
      if (!first) return '';
      const due = when(first.due);
      const vacant = same.flatMap((fact) => fact.vacant ?? []);
      if (vacant.length > 0) return `${rolesText(vacant, handbook)}: held by nobody by ${due}`;
      const names = listed([...new Set(same.map(({ clock }) => clockName(clock, handbook)))]);
      if (first.callsOut) return `${names}: ${due}`;
      const owner = ownerOf(first, handbook);
      const missed = isVacancy(first) ? (first.clock === 'vacant' ? 'not all held' : 'not held') : 'not done';
      return `${names}${owner && ` (${owner})`}: ${missed} by ${due}`;
    })
    .join('; ');
}

/** As a sentence begins. */
function rolesText([first = '', ...others]: readonly string[], handbook: Handbook): string {
  const shown = others.slice(0, mostRoles - 1).map((role) => roleWord(handbook, role));
  const more = others.length - shown.length;
  return listed([roleName(handbook, first), ...shown, ...(more > 0 ? [`${more} more`] : [])]);
}

/** A role is held, anything else is done. */
function isVacancy({ clock }: Overdue): boolean {
  return /^vacant(?::|$)/.test(clock);
}

function ownerOf({ owner, who }: Overdue, handbook: Handbook): string {
  return who ? login(who) : owner === undefined ? '' : roleWord(handbook, owner);
}
