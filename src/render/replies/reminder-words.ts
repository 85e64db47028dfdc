// The words that remind somebody of what is owed.
import type { RunningClock } from '../../core/clock.ts';
import type { Reminder } from '../../core/expectation.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Person } from '../../core/person.ts';
import { termText } from '../../time/term.ts';
import { formatSpan, formatTime, minutesBetween } from '../../time/time.ts';
import { code, listed, roleWord, toType } from '../names.ts';
import { quoteText } from '../quote.ts';
import { shortened } from '../shortened.ts';
import { clockName } from './clock-words.ts';

interface ReminderScene {
  readonly handbook: Handbook;
  readonly incident: Incident | null;
  /** The day on which times need no date; ISO UTC. */
  readonly day: string;
  /** Calls a person the first time, only names them afterwards. */
  readonly call: (person: Person) => string;
  /** Address of the comment in which all of what was asked stands; null: that is known of none. */
  readonly linkTo: (clock: RunningClock) => string | null;
}

/** One line for what is owed by the same people, at least one thing; ends with the line to type, unless it was done meanwhile. */
export function reminderWords(same: readonly Reminder[], scene: ReminderScene): string {
  const [first] = same;
  if (!first) throw new Error('A line of a reminder needs a reminder');
  if (first.done) return ended(capital(doneWords(same, first, scene)));
  const called = first.people.map(scene.call);
  const words = sentences[first.matter](same, first, scene);
  return called.length > 0 ? `${listed(called)}, ${words}` : capital(words);
}

/** What is owed was done before we could look: nobody is called for it. */
function doneWords(same: readonly Reminder[], { matter, clock }: Reminder, scene: ReminderScene): string {
  if (clock.callsOut) return calledOut(same, scene);
  if (matter === 'unstaffed-role') return `nobody was ${roles(same, scene)} at ${when(same, scene)}; that is over`;
  return `overdue since ${when(same, scene)}, and done later: ${owed(same, scene)}`;
}

type Sentence = (same: readonly Reminder[], first: Reminder, scene: ReminderScene) => string;

const others = `to call somebody else: ${toType('/page @who')}`;

const sentences: Readonly<Record<Reminder['matter'], Sentence>> = {
  'no-confirmation': (_, { clock, named }, scene) => {
    const since = formatTime(clock.from, scene.handbook.zone, scene.day);
    const who = named.length > 0 ? ` On call, and not called by this: ${listed(named.map(code))}.` : '';
    return `this report has waited since ${since} for somebody of the team to say whether it counts; until then nobody is called for it.${who} Any responder, type ${toType(clock.command)}, or \`/decline because …\``;
  },
  'no-acknowledgement': (same, { clock, again }, scene) => {
    if (clock.kind === 'answer')
      return `nobody has answered, and the ladder is at its end. Whoever is on it, type \`/ack\`; ${others}`;
    const due = when(same, scene);
    return `nobody has said yet that they are on it; that was due by ${due}. Whoever is, type \`/ack\`${again ? `; ${others}` : ''}`;
  },
  'unstaffed-role': (same, { clock }, scene) => {
    const since = formatTime(clock.from, scene.handbook.zone, scene.day);
    const lines = listed(
      rolesIn(same).map((role) => toType(`/role ${role}`)),
      'or',
    );
    return `nobody has been ${roles(same, scene)} since ${since}, and this severity asks for it. Whoever can, type ${lines}`;
  },
  'no-update': (same, { clock }, scene) => `${ended(overdue(same, scene))} Type ${toType(clock.command)}`,
  'task-over': (same, _, scene) => {
    const lines = [...new Set(same.map(({ clock }) => toType(clock.command)))];
    return `${ended(overdue(same, scene))} When it is done, type ${listed(lines)}`;
  },
  'time-over': (same, { clock }, scene) => {
    if (clock.callsOut) return `${ended(calledOut(same, scene))} How it stands: \`/status\``;
    if (clock.kind === 'check-in') return unheard(same, scene);
    return `${ended(overdue(same, scene))} When it is done, type ${toType(clock.command || '/reviewed')}`;
  },
  'hand-over-offered': (_, { clock, due }, { handbook }) => {
    const held = termText({ amount: minutesBetween(clock.from, due), unit: 'minutes' });
    return `you have been ${roleWord(handbook, clock.about)} for ${held}. Hand over while you are fresh: ${toType(clock.command)}`;
  },
};

/** Of somebody in their roles: several of one comment have the same last word. */
function unheard(same: readonly Reminder[], scene: ReminderScene): string {
  const { handbook, day } = scene;
  const held = listed([...new Set(same.map(({ clock }) => roleWord(handbook, clock.about)))]);
  const since = formatTime(same[0]?.clock.from ?? day, handbook.zone, day);
  return `you are ${held}, and nothing has been heard of you since ${since}. Say how it stands, in a comment of your own words or with \`/note …\``;
}

function overdue(same: readonly Reminder[], scene: ReminderScene): string {
  const still = same[0]?.again ? 'still ' : '';
  return `${still}overdue since ${when(same, scene)}: ${owed(same, scene)}`;
}

function calledOut(same: readonly Reminder[], scene: ReminderScene): string {
  const [first] = same;
  const passed = first ? minutesBetween(first.clock.from, first.due) : 0;
  return `${owed(same, scene)}: ${formatSpan(passed)}, at ${when(same, scene)}`;
}

/** `next update and next word to customers`. */
function owed(same: readonly Reminder[], scene: ReminderScene): string {
  return listed([...new Set(same.map((one) => nameOf(one, scene)))]);
}

function nameOf({ clock, done }: Reminder, { handbook, incident, linkTo }: ReminderScene): string {
  const name = clockName(clock.id, handbook);
  const words = /^[A-Z][a-z]+(?:-[a-z]+)*(?= |$)/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
  const url = done ? null : linkTo(clock);
  if (clock.kind !== 'task') return url === null ? words : `${words} [↗](${url})`;
  const task = incident?.tasks.find(({ number }) => `${number}` === clock.about);
  return `${url === null ? words : `[${words}](${url})`}${task ? ` (${quoteText(shortened(task.text, 60))})` : ''}`;
}

function roles(same: readonly Reminder[], { handbook }: ReminderScene): string {
  return listed(
    rolesIn(same).map((role) => roleWord(handbook, role)),
    'or',
  );
}

function rolesIn(same: readonly Reminder[]): readonly string[] {
  return same.flatMap(({ clock }) => clock.about.split(' '));
}

/** The first moment by which it was due. */
function when(same: readonly Reminder[], { handbook, day }: ReminderScene): string {
  const due = same.map((one) => one.due).toSorted()[0] ?? day;
  return formatTime(due, handbook.zone, day);
}

/** As a sentence, whatever its last words end in. */
function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Under a reminder or a call that nobody could give in time: GitHub told us late, or nobody was there to look. */
export function lateWords(minutes: number): string {
  return `*This comes about ${roughly(minutes)} late: I could not look any sooner.*`;
}

/** As exactly as anybody wants to know it: by five minutes, from six hours on by hours, from two days on by days. */
function roughly(minutes: number): string {
  if (minutes >= 2 * 1440) return `${Math.round(minutes / 1440)} days`;
  const step = minutes >= 6 * 60 ? 60 : 5;
  return formatSpan(Math.round(minutes / step) * step);
}

/** In the place of what would be too long a list. */
export function furtherWords(count: number): string {
  return `And ${count} more that are owed, with their times on the card: \`/status\``;
}
