// What the tests ask a report for.
import type { Indicator } from '../../src/core/duty.ts';
import type { Period } from '../../src/metrics/period.ts';
import { readPeriod } from '../../src/metrics/read-period.ts';
import type { ReportAsked } from '../../src/metrics/report-of.ts';

/** A week by its id, as it was long after. @param zone IANA */
export function week(id: string, zone = 'UTC'): Period {
  const period = readPeriod(id, '2030-01-07T00:00:00Z', zone);
  if ('why' in period) throw new Error(period.why);
  return period;
}

/** A report about a week in UTC, made on the Monday after it at 06:00; `more` overrides. */
export function asked(
  id: string,
  more: Partial<ReportAsked> & { readonly indicators?: readonly Indicator[] } = {},
): ReportAsked {
  const { indicators = [], zone = 'UTC', ...rest } = more;
  const period = week(id, zone);
  const now = `${new Date(Date.parse(period.until) + 6 * 3_600_000).toISOString().slice(0, 19)}Z`;
  return {
    ...{ period, zone, now, since: null, repositories: [], handbook: { id: 'ims', name: 'IMS', indicators } },
    ...rest,
  };
}
