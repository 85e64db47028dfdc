// A second, slow way to say who is on call: a look at the clock on the wall, minute by minute. It shares nothing with Temporal.
import type { Layer } from '../../src/oncall/rota.ts';
import type { Hours } from '../../src/time/weekly-hours.ts';

/** Minutes of a stretch of time with what the clocks of a zone show: `2026-03-29 03:00`. */
export interface Wall {
  readonly zone: string;
  readonly minutes: readonly { readonly at: string; readonly shown: string }[];
}

/** @param from ISO UTC. @param days how many */
export function wallOf(zone: string, from: string, days: number): Wall {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  });
  const start = Date.parse(from);
  const minutes = Array.from({ length: days * 1440 }, (_, index) => {
    const moment = start + index * 60_000;
    return { at: new Date(moment).toISOString().replace('.000', ''), shown: format.format(moment) };
  });
  return { zone, minutes };
}

/** What is replaced, by the clock on the wall: from a time to another, or a whole date. */
export interface Instead {
  readonly from: string;
  readonly until: string;
  readonly insteadOf: string | null;
  readonly who: readonly string[];
}

const nextDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

/** From when the clock first shows a time until it first shows another, whatever it shows in between. */
interface Span {
  readonly from: string;
  readonly until: string;
}

/** Tells minute by minute which spans are on; asked in the order of time. */
function watch<One extends Span>(spans: readonly One[]): (shown: string) => readonly One[] {
  const coming = [...spans].sort((one, other) => (one.from < other.from ? -1 : 1));
  let on: readonly One[] = [];
  return (shown) => {
    while (coming[0] && shown >= coming[0].from) on = [...on, coming.shift()!];
    if (on.some(({ until }) => shown >= until)) on = on.filter(({ until }) => shown < until);
    return on;
  };
}

function spansOf(hours: readonly Hours[], first: string, last: string): readonly Span[] {
  const spans: Span[] = [];
  for (let date = nextDate(first, -1); date <= last; date = nextDate(date, 1)) {
    for (const { from, until } of hours.filter((one) => one.days.includes(weekday(date)))) {
      const end =
        until === '24:00' ? `${nextDate(date, 1)} 00:00` : `${until > from ? date : nextDate(date, 1)} ${until}`;
      spans.push({ from: `${date} ${from}`, until: end });
    }
  }
  return spans;
}

/**
 * Who a layer has, from each moment on at which it has other people. The turns must begin within what the wall shows, and hours
 * that began before it shows anything are over.
 * @param holidays laid under the others; whole dates
 */
export function watched(
  { minutes }: Wall,
  { people, turns, hours }: Pick<Layer, 'people' | 'turns' | 'hours'>,
  holidays: readonly (Omit<Instead, 'from' | 'until'> & { readonly date: string })[],
  overrides: readonly Instead[],
): readonly (readonly [string, string])[] {
  const [first, last] = [minutes[0]!.shown.slice(0, 10), minutes.at(-1)!.shown.slice(0, 10)];
  const open = watch(spansOf(hours, first, last));
  const replacing = watch(overrides);
  const changes: (readonly [string, string])[] = [];
  let turn = -1;
  let handover = turns?.starts ?? '';
  for (const { at, shown } of minutes) {
    while (turns && shown >= `${handover} ${turns.time}`) {
      turn += 1;
      handover = nextDate(handover, turns.days);
    }
    const isOpen = open(shown).length > 0 || hours.length === 0;
    let there: readonly string[] = turns ? (turn < 0 ? [] : [people[turn % people.length]!]) : people;
    const replace = ({ insteadOf, who }: Pick<Instead, 'insteadOf' | 'who'>): void => {
      if (insteadOf !== null && !there.includes(insteadOf)) return;
      there = [...new Set([...(insteadOf === null ? [] : there.filter((one) => one !== insteadOf)), ...who])];
    };
    for (const one of holidays) if (shown.startsWith(one.date)) replace(one);
    const on = replacing(shown);
    for (const one of overrides) if (on.includes(one)) replace(one);
    const now = isOpen ? there.join(' ') : '';
    if (changes.at(-1)?.[1] !== now) changes.push([at, now]);
  }
  return changes;
}
