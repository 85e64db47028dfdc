// From the words of the on-call file to the rotas that the engine reads.

import type { Layer, Rota, Turns } from '../oncall/rota.ts';
import { readMomentIn } from '../time/local-moment.ts';
import { hoursOf } from '../time/weekly-hours.ts';
import { type LayerEntry, type RotaEntry, readDays, readHandOver } from './rota-entry.ts';

/** What holds where the file says nothing else: the handbook's zone and its names of the levels. */
export interface RotaDefaults {
  readonly zone: string;
  readonly levels: readonly string[];
}

/** A rota whose entry is sound. Logins and teams lose their `@`; a contact that is no reference is left out. */
export function rotaOf(id: string, entry: RotaEntry, { zone: usual, levels }: RotaDefaults): Rota {
  const zone = entry.zone ?? usual;
  const layers = Object.entries(entry.layers).map(([key, layer]) => layerOf(key, layer, zone, levels));
  const zoneOf = (layer: string | null) => layers.find((one) => one.id === layer)?.zone ?? zone;
  return {
    ...{ id, zone, layers, name: entry.name ?? id },
    contact: entry.contact !== null && isReference(entry.contact) ? entry.contact.replace(/^@/, '') : null,
    cover: hoursOf(entry.cover),
    holidays: entry.holidays.map((one) => ({ date: one.date, ...insteadOf(one) })),
    overrides: entry.overrides.map((one) => {
      const instead = insteadOf(one);
      const [from, until] = [one.from, one.until].map((text) => readMomentIn(text, zoneOf(instead.layer)) ?? '');
      return { from: from ?? '', until: until ?? '', ...instead };
    }),
  };
}

/** An address of the web or a team: what leads to a number without being one. */
export function isReference(contact: string): boolean {
  return /^@?[\w.-]+\/[\w.-]+$/.test(contact) || (/^https:\/\/[^\s<>"`\\]+$/.test(contact) && URL.canParse(contact));
}

function layerOf(id: string, entry: LayerEntry, zone: string, levels: readonly string[]): Layer {
  const plain = (level: string): string => level.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const level = levels.find((one) => plain(one) === id) ?? levels.find((one) => plain(one).startsWith(`${id}-`));
  return {
    id,
    name: entry.name ?? level ?? worded(id),
    zone: entry.zone ?? zone,
    people: entry.people.map(login),
    turns: turnsOf(entry),
    hours: hoursOf(entry.hours),
  };
}

/** `Second line` of `second-line`. */
function worded(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
}

/** How it is handed on; null: it is not. */
export function turnsOf({ 'hand-over': handOver, every, starts }: LayerEntry): Turns | null {
  const read = handOver === undefined ? null : readHandOver(handOver);
  if (!read || starts === undefined) return null;
  const usual = read.weekday === null ? 1 : 7;
  return { days: (every === undefined ? null : readDays(every)) ?? usual, time: read.time, starts };
}

type Replacing = RotaEntry['holidays'][number] | RotaEntry['overrides'][number];

function insteadOf({ layer, 'instead-of': person, who }: Replacing) {
  return { layer: layer ?? null, insteadOf: person === undefined ? null : login(person), who: who.map(login) };
}

function login(typed: string): string {
  return typed.replace(/^@/, '');
}
