// Many pages: the same again is no second one, and nobody makes the record or a comment grow by calling.
import { pagesOf } from '../../src/core/page.ts';
import { mostMentioned } from '../../src/oncall/reach.ts';
import { handbook } from './handbook.ts';
import { heard, type Line } from './thread.ts';

const people = Array.from({ length: 30 }, (_, place) => `p${place}`);
const rota = (logins: readonly string[]) => {
  const layer = { id: 'all', name: 'All', zone: 'UTC', people: logins, turns: null, hours: [] };
  return {
    id: 'all',
    name: 'All',
    zone: 'UTC',
    contact: null,
    cover: [],
    layers: [layer],
    holidays: [],
    overrides: [],
  };
};
const reachable = { people: Object.fromEntries(people.map((login) => [login, true])), teams: {} };
const setting = { handbook: { ...handbook, roster: { file: 'read' as const, rotas: [rota(people)], reachable } } };

function time(second: number): string {
  return new Date(Date.parse('2026-03-02T10:01:00Z') + second * 1000).toISOString().slice(11, 19);
}

test('a thousand pages of the same, one a second, are one a minute', () => {
  const lines = Array.from({ length: 1000 }, (_, second): Line => [time(second), 'bob', '/page all because of it']);
  const { incident, refusals } = heard(lines, setting);
  const pages = pagesOf(incident!);
  expect(refusals).toEqual([]);
  expect(pages).toHaveLength(Math.ceil(1000 / 60));
  for (const { fact } of pages) expect([fact.people.length, fact.more]).toEqual([mostMentioned, 20]);
});

test('somebody else who calls the same, and the same person who calls others, are heard', () => {
  const { incident } = heard(
    [
      ['10:01:00', 'bob', '/page all'],
      ['10:01:01', 'cat', '/page all'],
      ['10:01:02', 'bob', '/page @ada'],
      ['10:01:03', 'bob', '/page ALL'],
    ],
    {
      handbook: {
        ...setting.handbook,
        roster: { ...setting.handbook.roster, reachable: { ...reachable, people: { ...reachable.people, ada: true } } },
      },
    },
  );
  expect(pagesOf(incident!).map(({ fact }) => fact.to)).toEqual([['rota all'], ['rota all'], ['@ada']]);
});

test('whom GitHub was not asked about yet is named, and nobody is called for good', () => {
  const { incident } = heard([['10:01', 'bob', '/page all']], {
    handbook: { ...handbook, roster: { file: 'read', rotas: [rota(['p1', 'p2'])] } },
  });
  expect(pagesOf(incident!).map(({ fact }) => [fact.people, fact.unasked])).toEqual([[[], ['@p1', '@p2']]]);
});
