// The issues of sub-teams.
import type { Expectation } from '../core/expectation.ts';
import { subTeamKey, subTeamOf } from '../core/sub-team.ts';
import type { Rule } from './rule.ts';

/** Each sub-team gets an issue below the incident's, opened once by the words that began it; its people close it. */
export const subTeams: Rule = {
  name: 'sub-teams',
  does: 'Each sub-team gets an issue below this one, with its leader, task and time box.',
  expect(incident, _handbook, _now, { record }) {
    return record.entries.flatMap((cause): Expectation[] => {
      if (cause.fact?.kind !== 'sub-team' || !record.fresh.has(cause.source)) return [];
      const begun = subTeamOf(incident, cause.source);
      if (!begun) return [];
      const about = { page: 'sub-team', source: cause.source } as const;
      return [{ expect: 'issue', key: subTeamKey(begun), cause, about, labels: [], milestone: null, parent: true }];
    });
  },
};
