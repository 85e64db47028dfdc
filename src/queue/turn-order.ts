// Who is next among passes that could all begin: no clock, no chance.
import { keepNewest } from '../core/keep-newest.ts';

/** Where a pass belongs, and how urgent it is. */
export interface Place {
  readonly installation: number;
  /** `owner/name` in lower case. */
  readonly repository: string;
  /** 0: of the worst level; null: only a look tells. */
  readonly urgency: number | null;
}

export interface Standing extends Place {
  /** Who came first has the smaller one. */
  readonly since: number;
}

/** When installations and repositories had their last turn: a number that rises with each turn. */
export class TurnsTaken {
  readonly #taken = new Map<string, number>();
  #count = 0;

  /** 0: never. */
  ofInstallation({ installation }: Place): number {
    return this.#taken.get(`${installation}`) ?? 0;
  }

  ofRepository({ installation, repository }: Place): number {
    return this.#taken.get(`${installation} ${repository}`) ?? 0;
  }

  note(place: Place): void {
    this.#count += 1;
    for (const key of [`${place.installation}`, `${place.installation} ${place.repository}`]) {
      // What had its turn long ago is as good as never served.
      keepNewest(this.#taken, key, this.#count, mostRemembered);
    }
  }
}

const mostRemembered = 10_000;

/**
 * The installation whose last turn is longest ago; in it the worst level (one that is not known may be it); of that level the
 * repository whose last turn is longest ago; there who came first.
 * @returns null: nobody waits
 */
export function nextOf<Who extends Standing>(waiting: readonly Who[], taken: TurnsTaken): Who | null {
  return waiting.reduce<Who | null>((best, one) => (best === null || isBefore(one, best, taken) ? one : best), null);
}

function isBefore(one: Standing, other: Standing, taken: TurnsTaken): boolean {
  const by = [
    taken.ofInstallation(one) - taken.ofInstallation(other),
    one.installation - other.installation,
    (one.urgency ?? 0) - (other.urgency ?? 0),
    taken.ofRepository(one) - taken.ofRepository(other),
    one.since - other.since,
  ];
  return (by.find((difference) => difference !== 0) ?? 0) < 0;
}
