// Asking GitHub who is there ends, whatever a plan says that it wants to know.
import type { Plan } from '../../src/plan.ts';
import { planReaching } from '../../src/plan-reaching.ts';
import { resolve } from '../config/ground.ts';

const question = {
  ...{ repository: { owner: 'acme', name: 'ops', private: false }, now: '2026-03-02T10:00:00Z' },
  ...{ standings: new Map(), members: new Map() },
};

function wanting(...unasked: readonly string[]): Plan {
  return { record: { entries: [{ fact: { kind: 'paged', unasked } }] } } as unknown as Plan;
}

test('who is still wanted although GitHub told is not asked about for ever', async () => {
  const asked: string[] = [];
  const github = {
    graphql: async () => ({ data: null, errors: [] }),
    rest: async (route: string) => {
      asked.push(route);
      return { status: 404, data: null };
    },
  };
  const { plan } = await planReaching(github, resolve('').handbook, question, () => wanting('acme/db', '[taken out]'));
  expect(plan.record.entries).toHaveLength(1);
  expect(asked).toEqual(['GET /orgs/{org}/teams/{team_slug}/members', 'GET /orgs/{org}/teams/{team_slug}/members']);
});
