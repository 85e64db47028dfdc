// What the record keeps of who was on call: little, whatever the file tells.
import type { Rota } from '../../src/oncall/rota.ts';
import { tellRota } from '../../src/oncall/told-rota.ts';

test('a rota of many layers and people is told in part, and how much is left out', () => {
  const people = Array.from({ length: 50 }, (_, at) => `person-${at}`);
  const layer = { name: 'All', zone: 'UTC', people, turns: null, hours: [] };
  const layers = Array.from({ length: 12 }, (_, at) => ({ ...layer, id: `layer-${at}` }));
  const rota: Rota = {
    ...{ id: 'all', name: 'All', zone: 'UTC', contact: null, cover: [], layers },
    ...{ holidays: [{ date: '2026-03-03', layer: null, insteadOf: null, who: [] }], overrides: [] },
  };
  const told = tellRota(rota, '2026-03-02T10:00:00Z');
  expect(told.layers).toHaveLength(6);
  expect(told.layers[0]).toEqual({
    ...{ name: 'All', zone: 'UTC', people: people.slice(0, 10), more: 40 },
    ...{ until: '2026-03-03T00:00:00Z', why: null },
  });
  expect(tellRota(rota, '2026-03-03T10:00:00Z').layers[0]).toMatchObject({
    ...{ people: [], more: 0, until: '2026-03-04T00:00:00Z', why: 'holiday' },
  });
});
