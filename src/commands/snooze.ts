// `/snooze`: puts reminders off for a while, with a reason on record; one period at most.
import type { Incident } from '../core/incident.ts';
import { longestSnooze, snoozedSince } from '../core/snooze.ts';
import { minutesBetween, plusMinutes, readDuration } from '../time/time.ts';
import { accept, type Command, refuse } from './command.ts';
import { clauses } from './grammar.ts';
import { reasoned } from './reasoned.ts';

/** What is read as a span, and is longer than any. */
const beyondAll = 60 * 24 * 3660;

export const snooze: Command = {
  name: 'snooze',
  aliases: [],
  usage: '/snooze 30m because …',
  does: 'Puts the reminders off, for one period of them at most; a severity that is raised ends it.',
  who: 'responder',
  examples: ['/snooze 30m because we wait for the vendor'],
  free: false,
  judge({ text, at }, { incident, handbook }) {
    const lacks = (what: 'time' | 'because') =>
      refuse({ reason: 'missing', command: 'snooze', what, usage: snooze.usage });
    const { words, because } = clauses(text);
    const span = words.join(' ').replace(/^for /i, '');
    if (span === '') return lacks('time');
    const minutes = readDuration(span) ?? (/^\d{3,} ?[dhm]/i.test(span) ? beyondAll : null);
    if (minutes === null) {
      if (readDuration(span.split(' ', 1)[0] ?? '') !== null) return lacks('because');
      return refuse({ reason: 'unreadable-duration', command: 'snooze', text: span });
    }
    const since = incident && snoozedSince(incident, at);
    const longest = since && longestSnooze(incident, handbook, since);
    if (!longest) return refuse({ reason: 'nothing-to-snooze' });
    const until = plusMinutes(at, minutes);
    if (until > longest) return tooLong(incident, { text: span, at, since, longest });
    return because ? accept({ kind: 'snooze', until, ...reasoned(because) }) : lacks('because');
  },
};

interface TooLong {
  readonly text: string;
  readonly at: string;
  readonly since: string;
  readonly longest: string;
}

function tooLong({ snooze }: Incident, { text, at, since, longest }: TooLong) {
  const most = Math.max(0, minutesBetween(at, longest));
  if (!snooze || since === at) return refuse({ reason: 'snooze-too-long', text, most });
  const further = plusMinutes(at, most) > snooze.until ? most : 0;
  return refuse({ reason: 'snoozed-already', since, until: snooze.until, most: further });
}
