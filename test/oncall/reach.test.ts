// Whom a page reaches: callees in words, who is meant, and what GitHub must be asked.
import fc from 'fast-check';
import { type Callee, calleeText, readCallee } from '../../src/core/callee.ts';
import { mostMentioned, type Reachable, reachOf } from '../../src/oncall/reach.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const callees: fc.Arbitrary<Callee> = fc.oneof(
  name.map((login) => ({ to: 'person' as const, login })),
  name.map((role) => ({ to: 'role' as const, role })),
  name.map((service) => ({ to: 'service' as const, service })),
  fc.option(name).map((layer) => ({ to: 'on-call' as const, layer })),
  name.map((rota) => ({ to: 'rota' as const, rota })),
  fc.tuple(name, name).map(([org, team]) => ({ to: 'team' as const, team: `${org}/${team}` })),
  name.map((contact) => ({ to: 'contact' as const, contact })),
  fc.constant({ to: 'owners' as const }),
  fc.constant({ to: 'everyone' as const }),
);

test('a callee is read again from its words', () => {
  fc.assert(fc.property(callees, (callee) => expect(readCallee(calleeText(callee))).toEqual(callee)));
});

test('other words are no callee', () => {
  for (const text of ['', '@', '@a b', 'role', 'the team of the service', 'acme/', 'https://a.b/c']) {
    expect(readCallee(text)).toBeNull();
  }
});

const meant = fc.record({
  logins: fc.array(fc.stringMatching(/^[a-dA-D]\d?$/), { maxLength: 30 }),
  teams: fc.array(fc.constantFrom('acme/db', 'ACME/db', 'acme/all', 'acme/x'), { maxLength: 4 }),
});

test('asked about all that it wants to know, a page is final; it calls nobody twice, nobody unknown, and no more than it may', () => {
  const answers = fc.record({
    there: fc.func(fc.boolean()),
    members: fc.func(fc.option(fc.array(name, { maxLength: 30 }))),
  });
  fc.assert(
    fc.property(fc.array(meant, { maxLength: 3 }), answers, fc.integer({ min: 1, max: 10 }), (all, told, most) => {
      let known: Reachable = { people: {}, teams: {} };
      let reach = reachOf(all, known, most);
      for (let round = 0; reach.unasked.length > 0; round += 1) {
        expect(round).toBeLessThan(200);
        expect(reach.unasked.length).toBeLessThanOrEqual(mostMentioned + 5);
        for (const one of reach.unasked) {
          const key = one.replace('@', '').toLowerCase();
          known = one.startsWith('@')
            ? { ...known, people: { ...known.people, [key]: told.there(key) } }
            : { ...known, teams: { ...known.teams, [key]: told.members(key) } };
        }
        reach = reachOf(all, known, most);
      }
      const small = reach.people.map((login) => login.toLowerCase());
      expect(new Set(small).size).toBe(small.length);
      expect(small.length).toBeLessThanOrEqual(most);
      const inTeams = Object.values(known.teams).flatMap((members) => members ?? []);
      for (const login of small) expect(known.people[login] === true || inTeams.includes(login)).toBe(true);
    }),
  );
});
