// Milliseconds as an instant: as Temporal writes it, whole seconds only, within the calendar.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isoOf } from '../../src/time/iso-of.ts';
import { chanceOf } from '../scenario/chance.ts';

const byTemporal = (epoch: number): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(epoch / 1000) * 1000).toString();
const ends = 8.64e15;

test('as Temporal writes it: before 1970 and after, in years of more than four digits, to the last second', () => {
  const chance = chanceOf(7);
  const spans = [ends, 4e12, 86_400_000];
  const epochs = Array.from({ length: 3000 }, (_, count) => (chance() * 2 - 1) * (spans[count % 3] ?? ends));
  for (const epoch of [0, -1, 999, -1000, 86_399_999, -86_400_000, ends, -ends, ...epochs])
    expect(isoOf(epoch)).toBe(byTemporal(epoch));
});

test('what is no instant of a day that the calendar has is refused', () => {
  for (const epoch of [Number.NaN, Number.POSITIVE_INFINITY, ends + 86_400_000, -ends - 1000])
    expect(() => isoOf(epoch)).toThrow(RangeError);
});
