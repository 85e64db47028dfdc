// Who was on call when somebody asked, small enough for the record: what is asked again later is another answer.
import type { Roster, Rota } from './rota.ts';
import { type Absence, layersAt } from './rota-at.ts';

/** A layer as it was. */
export interface ToldLayer {
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  /** Logins; empty: nobody. */
  readonly people: readonly string[];
  /** So many more of them. */
  readonly more: number;
  /** ISO UTC; null: no change was planned within a year. */
  readonly until: string | null;
  /** Why there is nobody. */
  readonly why: Absence['why'] | null;
}

export interface ToldRota {
  readonly id: string;
  readonly name: string;
  readonly contact: string | null;
  readonly layers: readonly ToldLayer[];
}

/** The whole answer. */
export interface ToldOnCall {
  /** What there was of a file that tells who is on call. */
  readonly file: Roster['file'];
  readonly rotas: readonly ToldRota[];
  /** Ids of rotas that are not told. */
  readonly others: readonly string[];
  /** The rota that the service names although there is none of it; null: it names none, or was not asked about. */
  readonly missing: string | null;
  /** What the service says of who is on call where another program knows; null: nothing. */
  readonly elsewhere: string | null;
}

const mostLayers = 6;
const mostPeople = 10;

/** A rota at a moment. @param at ISO UTC, whole seconds */
export function tellRota(rota: Rota, at: string): ToldRota {
  const { id, name, contact } = rota;
  const layers = layersAt({ ...rota, layers: rota.layers.slice(0, mostLayers) }, at);
  return {
    ...{ id, name, contact },
    layers: layers.map(({ layer, people, until, absence }) => ({
      ...{ name: layer.name, zone: layer.zone, people: people.slice(0, mostPeople) },
      ...{ more: Math.max(0, people.length - mostPeople), until, why: absence?.why ?? null },
    })),
  };
}
