// The week of a measuring, and from when incidents count in it.
import { describe, expect, test } from '@jest/globals';
import { frameIn, reachOf } from '../../src/metrics-frame.ts';
import { resolve } from '../config/ground.ts';

const asked = { period: '2026-W10', since: null, zone: null, now: '2026-03-09T06:00:00Z' };

test('twelve weeks and ninety days before their first moment, by the clocks of the zone', () => {
  expect(frameIn(asked, 'UTC')).toMatchObject({ period: { id: '2026-W10' }, since: '2025-09-16T00:00:00Z' });
  expect(frameIn(asked, 'Pacific/Auckland')).toMatchObject({ since: '2025-09-15T11:00:00Z' });
});

test('a handbook whose recurrences are further apart reaches further back', () => {
  const { indicators } = resolve(`handbook: ims\nindicators: {recurrence: {window: 120d}}\n`).handbook;
  expect(frameIn(asked, 'UTC', indicators)).toMatchObject({ since: '2025-08-17T00:00:00Z' });
  const named = { ...asked, since: '2025-12-01' };
  expect(frameIn(named, 'UTC', indicators)).toMatchObject({ since: '2025-12-01T00:00:00Z' });
});

test('a day that somebody names is one of the zone; a time has its own', () => {
  const since = (words: string) => frameIn({ ...asked, since: words }, 'Pacific/Auckland');
  expect(since('2025-12-01')).toMatchObject({ since: '2025-11-30T11:00:00Z' });
  expect(since('2025-12-01T00:00:00Z')).toMatchObject({ since: '2025-12-01T00:00:00Z' });
  expect(since('2025-12-15')).toMatchObject({ since: '2025-12-14T11:00:00Z' });
});

test.each([
  ['2025-12-16', 'within the twelve weeks'],
  ['2026-02-30', 'no day'],
  ['\u001b[2J', 'no day'],
])('since %j is refused, with a day that would do', (since, why) => {
  const refused = frameIn({ ...asked, since }, 'UTC');
  expect(refused).toEqual({ why: expect.stringContaining(why) });
  expect(refused).toEqual({ why: expect.stringContaining('2025-12-15') });
  expect(JSON.stringify(refused)).not.toContain('u001b');
});

describe('before the zone is known', () => {
  test('as much is read as any zone asks for', () => {
    const reach = reachOf(asked);
    if ('why' in reach) throw new Error(reach.why);
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Pacific/Auckland']) {
      const frame = frameIn(asked, zone);
      expect('since' in frame && frame.since >= reach.since).toBe(true);
    }
  });

  test('it is the same from Monday to Sunday, so that an unchanged second run is seen as one', () => {
    const reaches = [
      '2026-03-09T00:00:00Z',
      '2026-03-09T05:17:00Z',
      '2026-03-12T12:00:00Z',
      '2026-03-15T23:59:59Z',
    ].map((now) => reachOf({ ...asked, period: 'last-week', now }));
    for (const reach of reaches) expect(reach).toEqual(reaches[0]);
    for (const now of ['2026-03-09T05:17:00Z', '2026-03-15T23:59:59Z']) {
      for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
        const frame = frameIn({ ...asked, period: 'last-week', now }, zone);
        const [reach] = reaches;
        expect(reach && 'since' in reach && 'since' in frame && frame.since >= reach.since).toBe(true);
      }
    }
  });

  test('a week that has begun somewhere is understood, one that has begun nowhere is not', () => {
    const now = '2026-03-08T10:30:00Z';
    expect(reachOf({ ...asked, period: '2026-W11', now })).toMatchObject({ since: expect.any(String) });
    expect(reachOf({ ...asked, period: '2026-W12', now })).toEqual({ why: expect.stringContaining('not begun') });
  });

  test('a zone that is none is refused; with one that is, it is the zone that counts', () => {
    expect(reachOf({ ...asked, zone: 'Mars/Olympus' })).toEqual({ why: expect.stringContaining('Europe/Berlin') });
    expect(reachOf({ ...asked, zone: 'Pacific/Auckland' })).toMatchObject({ since: '2025-09-15T11:00:00Z' });
  });
});
