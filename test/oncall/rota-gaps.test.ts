// Where a rota has nobody, and where it asks too much of somebody.
import type { Layer, Rota } from '../../src/oncall/rota.ts';
import { gapsOf } from '../../src/oncall/rota-gaps.ts';
import { restFaults } from '../../src/oncall/rota-rest.ts';
import { readHours } from '../../src/time/weekly-hours.ts';
import { plainLayer, plainRota } from './plain-rota.ts';

const primary: Layer = {
  ...{ ...plainLayer, zone: 'Europe/Berlin' },
  turns: { days: 7, time: '09:00', starts: '2026-03-02' },
};
const secondary: Layer = { ...primary, id: 'secondary', people: ['cy', 'ada', 'bob'] };

function rotaOf(layers: readonly Layer[], more: Partial<Rota> = {}): Rota {
  return { ...plainRota, zone: 'Europe/Berlin', layers, ...more };
}

const march = { from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' };
const nobody = { layer: null, insteadOf: null, who: [] };

describe('gaps', () => {
  test('there are none where somebody is always there', () => {
    expect(gapsOf(rotaOf([primary]), { ...march, from: '2026-03-02T08:00:00Z' })).toEqual([]);
  });

  test('before it begins; a gap is cut off at what is looked at', () => {
    expect(gapsOf(rotaOf([primary]), march)).toEqual([
      { rota: 'pay', layer: null, absence: { why: 'not-begun' }, from: march.from, until: '2026-03-02T08:00:00Z' },
    ]);
  });

  test('of a layer alone, and of all of them', () => {
    const rota = rotaOf([primary, secondary], {
      holidays: [{ ...nobody, date: '2026-03-29' }],
      overrides: [
        { ...nobody, layer: 'secondary', insteadOf: 'cy', from: '2026-03-03T10:00:00Z', until: '2026-03-03T12:00:00Z' },
        { ...nobody, layer: 'primary', who: ['dee'], from: '2026-03-29T10:00:00Z', until: '2026-03-29T11:00:00Z' },
      ],
    });
    const holiday = { why: 'holiday', index: 0 };
    expect(gapsOf(rota, { ...march, from: '2026-03-02T08:00:00Z' })).toEqual([
      ...[
        {
          rota: 'pay',
          layer: 'secondary',
          absence: { why: 'override', index: 0 },
          from: '2026-03-03T10:00:00Z',
          until: '2026-03-03T12:00:00Z',
        },
      ],
      // The day has 23 hours.
      ...[{ rota: 'pay', layer: null, absence: holiday, from: '2026-03-28T23:00:00Z', until: '2026-03-29T10:00:00Z' }],
      ...[
        {
          rota: 'pay',
          layer: 'secondary',
          absence: holiday,
          from: '2026-03-29T10:00:00Z',
          until: '2026-03-29T11:00:00Z',
        },
      ],
      ...[{ rota: 'pay', layer: null, absence: holiday, from: '2026-03-29T11:00:00Z', until: '2026-03-29T22:00:00Z' }],
    ]);
  });

  test('that goes on while something else is handed on is one', () => {
    const rota = rotaOf([primary, secondary], { holidays: [{ ...nobody, layer: 'secondary', date: '2026-03-09' }] });
    expect(gapsOf(rota, { ...march, from: '2026-03-02T08:00:00Z' })).toEqual([
      {
        ...{ rota: 'pay', layer: 'secondary', absence: { why: 'holiday', index: 0 } },
        ...{ from: '2026-03-08T23:00:00Z', until: '2026-03-09T23:00:00Z' },
      },
    ]);
  });

  const day = { ...primary, people: ['ada'], turns: null, hours: [readHours('Mon-Fri 08:00-18:00')!] };
  const monday = { from: '2026-03-02T00:00:00Z', until: '2026-03-03T00:00:00Z' };

  test('outside the hours of every layer', () => {
    const why = { rota: 'pay', layer: null, absence: { why: 'outside-hours' } };
    expect(gapsOf(rotaOf([day]), monday)).toEqual([
      { ...why, from: monday.from, until: '2026-03-02T07:00:00Z' },
      { ...why, from: '2026-03-02T17:00:00Z', until: monday.until },
    ]);
    const night = {
      ...primary,
      id: 'night',
      turns: null,
      zone: 'America/New_York',
      hours: [readHours('12:00-02:00')!],
    };
    expect(gapsOf(rotaOf([day, night]), monday)).toEqual([]);
  });

  test('but not where nobody needs to be', () => {
    expect(gapsOf(rotaOf([day], { cover: [readHours('Mon-Fri 08:00-18:00')!] }), march)).toEqual([]);
    expect(gapsOf(rotaOf([day], { cover: [readHours('Mon-Fri 08:00-19:30')!] }), monday)).toEqual([
      {
        rota: 'pay',
        layer: null,
        absence: { why: 'outside-hours' },
        from: '2026-03-02T17:00:00Z',
        until: '2026-03-02T18:30:00Z',
      },
    ]);
  });
});

describe('rest', () => {
  const week = { amount: 7, unit: 'days' } as const;
  const two = { amount: 14, unit: 'days' } as const;
  const since = '2026-03-01T00:00:00Z';
  const broken = (rota: Rota, longest: typeof week | typeof two | null, rest: typeof week | typeof two | null) =>
    restFaults(rota, { longest, rest }, since).map(({ rule, person, layer, override, from, until }) =>
      [rule, layer, person, String(override), from.slice(0, 13), until.slice(0, 13)].join(' '),
    );

  test('three people have two weeks of it, two have not', () => {
    expect(broken(rotaOf([primary, secondary]), two, two)).toEqual([]);
    expect(broken(rotaOf([primary]), null, null)).toEqual([]);
    expect(broken(rotaOf([{ ...primary, people: ['ada', 'bob'] }]), week, two)).toEqual([
      'rest primary ada null 2026-03-09T08 2026-03-16T08',
    ]);
  });

  test('a turn that is too long, and one who is never relieved', () => {
    expect(
      broken(rotaOf([{ ...primary, turns: { days: 14, time: '09:00', starts: '2026-03-02' } }]), week, null),
    ).toEqual(['longest primary ada null 2026-03-02T08 2026-03-16T08']);
    expect(broken(rotaOf([{ ...primary, people: ['ada'] }]), week, week)).toHaveLength(1);
    expect(broken(rotaOf([{ ...primary, people: ['ada'], turns: null }]), week, week)).toEqual([]);
  });

  test('a week stays a week over the change of the clocks, in a layer with hours too', () => {
    const spring = {
      ...primary,
      hours: [readHours('Mon-Fri 08:00-18:00')!],
      turns: { days: 7, time: '02:30', starts: '2026-03-22' },
    };
    expect(broken(rotaOf([spring]), week, two)).toEqual([]);
  });

  test('an override that makes two turns one, or takes the rest away; not one that is over', () => {
    const override = (from: string, until: string, who: string) => ({
      layer: 'primary',
      insteadOf: null,
      who: [who],
      from,
      until,
    });
    const longer = override('2026-03-09T08:00:00Z', '2026-03-10T08:00:00Z', 'ada');
    const sooner = override('2026-03-17T08:00:00Z', '2026-03-18T08:00:00Z', 'bob');
    const over = override('2026-02-09T08:00:00Z', '2026-02-28T08:00:00Z', 'ada');
    const fine = override('2026-03-10T08:00:00Z', '2026-03-11T08:00:00Z', 'dee');
    expect(broken(rotaOf([primary], { overrides: [over, fine, longer] }), week, null)).toEqual([
      'longest primary ada 2 2026-03-02T08 2026-03-10T08',
    ]);
    expect(broken(rotaOf([primary], { overrides: [sooner] }), two, week)).toEqual([
      'rest primary bob 0 2026-03-16T08 2026-03-17T08',
    ]);
    expect(broken(rotaOf([primary], { overrides: [{ ...sooner, layer: 'secondary' }] }), two, week)).toEqual([]);
    // What the order of turns breaks anyway is not said of each override again.
    const few = rotaOf([{ ...primary, people: ['ada', 'bob'] }], { overrides: [sooner] });
    expect(broken(few, null, two)).toEqual(['rest primary ada null 2026-03-09T08 2026-03-16T08']);
  });
});
