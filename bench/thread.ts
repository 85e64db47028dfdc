// A plausible incident as people tell it in its thread: a report, commands, chat. Seeded: the same chance, the same thread.
import type { Chance } from '../test/scenario/chance.ts';
import { leads, readers, responders, services, symptoms, words } from './people-and-words.ts';

/** What somebody does, so many minutes after the report. */
export interface Saying {
  readonly after: number;
  readonly by: string;
  readonly does:
    | { readonly comment: string }
    | { readonly label: string }
    /** Merges the post-mortem that Sitrep opened; nothing where there is none. */
    | { readonly merge: 'post-mortem' };
}

export interface Thread {
  /** ISO UTC. */
  readonly at: string;
  readonly by: string;
  readonly title: string;
  /** Answers to the form, by heading. */
  readonly form: Readonly<Record<string, string>>;
  /** In the order of time. */
  readonly sayings: readonly Saying[];
  /** Where the card stands: right after the report, behind all that was said, or nowhere (older than the installation). */
  readonly card: 'first' | 'late' | 'none';
}

/** Chance in the words of a story. */
interface Dice {
  readonly chance: Chance;
  /** So many times of a hundred. */
  of(percent: number): boolean;
  one<T>(list: readonly T[]): T;
  /** Minutes around a mean, most of them shorter (exponential). */
  minutes(mean: number): number;
}

/**
 * One incident. Shares are guesses at a team's year, not taken from any: most are resolved, some have no times but that of the
 * report, few come back.
 * @param number of the issue, for duplicates and parents, and to make every title another one
 */
export function threadOf(chance: Chance, number: number, at: string): Thread {
  const dice = diceOf(chance);
  const service = dice.one(services);
  const severity = severityOf(dice);
  const card = dice.of(3) ? 'none' : dice.of(3) ? 'late' : 'first';
  const life = dice.of(2)
    ? backfilled(at, dice)
    : { form: timesOf(at, dice), sayings: lifeOf(at, number, severity, dice) };
  const chat = chatOf(
    Math.min(240, life.sayings.at(-1)?.after ?? 60),
    card === 'late' ? 14 : Math.floor(chance() * 6),
    dice,
  );
  return {
    at,
    by: dice.one(readers),
    title: `${service} ${dice.one(symptoms)} (${number})`,
    form: {
      Summary: `${service} ${dice.one(symptoms)}.\n\n${sentences(dice)}`,
      Severity: severity,
      'Affected services': service,
      ...(dice.of(70) ? { 'How detected': dice.one(['Monitoring', 'Customer or user', 'Employee']) } : {}),
      ...life.form,
    },
    sayings: [...life.sayings, ...chat].toSorted((one, other) => one.after - other.after),
    card,
  };
}

function diceOf(chance: Chance): Dice {
  return {
    chance,
    of: (percent) => chance() * 100 < percent,
    one: (list) => list[Math.floor(chance() * list.length)] as (typeof list)[number],
    minutes: (mean) => 1 + Math.floor(-Math.log(1 - chance()) * mean),
  };
}

function severityOf(dice: Dice): string {
  if (dice.of(6)) return 'Not sure';
  if (dice.of(3)) return 'Sev-1';
  if (dice.of(8)) return 'Sev-2';
  return dice.of(55) ? 'Sev-3' : 'Sev-4';
}

function timesOf(at: string, dice: Dice): Readonly<Record<string, string>> {
  const detected = dice.minutes(6);
  return {
    ...(dice.of(75) ? { 'Detected at': stamp(at, -detected) } : {}),
    ...(dice.of(80) ? { 'Started at': stamp(at, -detected - dice.minutes(20)) } : {}),
  };
}

function backfilled(at: string, dice: Dice): { readonly form: Thread['form']; readonly sayings: readonly Saying[] } {
  const over = dice.minutes(2000) + 60;
  return {
    form: { 'Started at': stamp(at, -over - dice.minutes(90)), 'Already over? (Resolved at)': stamp(at, -over) },
    sayings: [],
  };
}

function lifeOf(at: string, number: number, severity: string, dice: Dice): readonly Saying[] {
  const who: string = dice.one(responders);
  const say = (after: number, comment: string, by = who): Saying => ({ after, by, does: { comment } });
  const acknowledged = dice.minutes(9);
  const lead = dice.one(leads);
  if (number > 3 && dice.of(2))
    return [say(acknowledged, `/duplicate #${1 + Math.floor(dice.chance() * (number - 1))}`)];
  if (dice.of(2)) return [say(acknowledged, '/cancel because the probe was wrong, not the service', lead)];
  const first = dice.of(severity === 'Sev-1' ? 95 : 30) ? `/commander\n\n${sentences(dice)}` : '/ack';
  const mitigated = acknowledged + dice.minutes(45);
  const resolved = mitigated + dice.minutes(60);
  const sayings: Saying[] = [
    ...(dice.of(92) ? [say(acknowledged, first)] : []),
    ...(dice.of(9)
      ? [{ after: acknowledged + 3, by: who, does: { label: dice.one(['sev-2', 'sev-3', 'sev-4']) } }]
      : []),
    ...(dice.of(8)
      ? [say(acknowledged + 5, `/severity ${dice.one(['sev-2', 'sev-3'])} because ${sentences(dice)}`)]
      : []),
    ...(dice.of(40) ? [say(acknowledged + 6, `/note ${sentences(dice)}`)] : []),
    ...(dice.of(30) ? [say(acknowledged + 8, `/update ${sentences(dice)} next in 30m`)] : []),
    ...(dice.of(45) ? [say(mitigated - 1, '/identified')] : []),
    ...(dice.of(60) ? [say(mitigated, '/mitigated')] : []),
  ];
  if (dice.of(2)) return sayings;
  const over = dice.of(10)
    ? `/resolved at ${stamp(at, Math.max(mitigated, resolved - dice.minutes(30)))}`
    : '/resolved';
  sayings.push(say(resolved, `${over}\n\n${sentences(dice)}`));
  return [...sayings, ...afterwards(at, resolved, { who, lead }, dice)];
}

function afterwards(
  at: string,
  resolved: number,
  { who, lead }: { readonly who: string; readonly lead: string },
  dice: Dice,
): readonly Saying[] {
  const say = (after: number, comment: string, by = who): Saying => ({ after, by, does: { comment } });
  const again = resolved + dice.minutes(200);
  const end = again + dice.minutes(90);
  const done = ['service-restored', 'root-cause', 'actions-documented', 'users-notified', 'monitoring-stable'];
  const boxes = [...done, 'follow-ups-created', 'knowledge-base-updated'].map((box) => `/done ${box}`).join('\n');
  return [
    ...(dice.of(4) ? [say(again, '/reopen'), say(end, '/resolved')] : []),
    ...(dice.of(6) ? [say(end + 5, `/started ${stamp(at, -dice.minutes(120))}`)] : []),
    ...(dice.of(5) ? [say(end + 6, `/detected ${stamp(at, -dice.minutes(15))}`)] : []),
    ...(dice.of(12)
      ? [say(end + 60, '/close anyway because what is left is tracked elsewhere', lead)]
      : dice.of(60)
        ? [say(end + 50, boxes), say(end + 60, '/close')]
        : []),
    ...(dice.of(40)
      ? [{ after: end + 1440 + dice.minutes(2000), by: lead, does: { merge: 'post-mortem' } as const }]
      : []),
  ];
}

function chatOf(until: number, count: number, dice: Dice): readonly Saying[] {
  return Array.from({ length: count }, () => ({
    after: 1 + Math.floor(dice.chance() * Math.max(1, until - 1)),
    by: dice.one(responders),
    does: { comment: sentences(dice) },
  }));
}

function sentences({ chance, one }: Dice): string {
  return Array.from({ length: 1 + Math.floor(chance() * 3) }, () => one(words)).join(' ');
}

/** A time as people type it, so many minutes from another. */
function stamp(at: string, minutes: number): string {
  return `${new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
