// Nobody is denied anything by what was remembered of their rights for long: those are asked about anew before it is said.
import type { Entry } from './core/entry.ts';
import { forgetOld, type StandingCache } from './github/standing.ts';
import type { Look } from './look-at.ts';

/**
 * Forgets what is older than usual of the rights of those whose words a plan takes for less than they might be.
 * @returns whether there was any: then the look is made anew
 */
export function forgetDoubted(
  { snapshot, plan }: Pick<Look, 'snapshot' | 'plan'>,
  cache: StandingCache,
  now: string,
): boolean {
  const { entries, fresh } = plan.record;
  const doubted = entries.flatMap((entry) =>
    entry.by && fresh.has(entry.source) && isLess(entry) ? [entry.by.login] : [],
  );
  return forgetOld(cache, snapshot.repository, [...new Set(doubted)], now);
}

/** Whether somebody with more rights might have been heard otherwise: refused, believed for now only, told what they may type. */
function isLess({ refusal, fact }: Entry): boolean {
  if (refusal || fact?.kind === 'asked') return true;
  if (fact?.kind === 'declared') return fact.assumed || fact.unconfirmed === true;
  return fact?.kind === 'severity' && fact.assumed === true;
}
