import type { Left } from '../allowance.ts';
import type { Requests } from '../client.ts';
import type { Clock } from './clock.ts';

/** How much of the hour is used, as every answer says. */
export function limitHeaders({
  clock,
  requests,
}: {
  readonly clock: Clock;
  readonly requests: Requests;
}): Record<string, string> {
  const used = requests.rest + requests.points;
  return {
    ...{ 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': String(Math.max(0, 5000 - used)) },
    ...{ 'x-ratelimit-used': String(used), 'x-ratelimit-resource': 'core' },
    'x-ratelimit-reset': String(Math.ceil(clock.time / 3_600_000) * 3600),
    // Octokit corrects its own clock by this one.
    date: new Date(clock.time).toUTCString(),
    'x-github-request-id': `SAND:${used}`,
  };
}

/** The same of GraphQL's own allowance. */
export function leftHeaders({ remaining, resetAt }: Left): Record<string, string> {
  return {
    ...{ 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-resource': 'graphql' },
    'x-ratelimit-reset': String(Date.parse(resetAt) / 1000),
  };
}
