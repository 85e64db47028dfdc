// Nobody is refused anything by what was remembered of their rights for long: those are asked about anew before it is said.
import { forgetOld, type StandingCache } from './github/standing.ts';
import type { Look } from './look-at.ts';

/** Forgets what is older than usual of the rights of those whom a plan refuses something. @returns whether there was any: then the look is made anew */
export function forgetDoubted(
  { snapshot, plan }: Pick<Look, 'snapshot' | 'plan'>,
  cache: StandingCache,
  now: string,
): boolean {
  const { entries, fresh } = plan.record;
  const refused = entries.flatMap(({ refusal, source, by }) => (refusal && by && fresh.has(source) ? [by.login] : []));
  return forgetOld(cache, snapshot.repository, [...new Set(refused)], now);
}
