// A rota with nothing in it but what every rota has.
import type { Layer, Rota } from '../../src/oncall/rota.ts';

export const plainLayer: Layer = {
  id: 'primary',
  name: 'Primary',
  zone: 'UTC',
  people: ['ada', 'bob', 'cy'],
  turns: null,
  hours: [],
};

export const plainRota: Rota = {
  ...{ id: 'pay', name: 'Payments', zone: 'UTC', contact: null },
  ...{ cover: [], layers: [plainLayer], holidays: [], overrides: [] },
};
