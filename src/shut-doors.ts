// Installations that GitHub does not let us into (suspended, uninstalled, a token revoked): tried once a minute at most, and gone on with when they open.
import { Unanswered } from './github/unanswered.ts';

interface Door<Task> {
  /** Milliseconds; the next try is not before. */
  nextTry: number;
  /** By key, so that a task is kept once. */
  readonly kept: Map<string, Task>;
}

const minute = 60_000;
/** Tasks kept of an installation; the sweep finds the others again. */
const mostKept = 5000;

/** By installation. Times are milliseconds of any clock that only goes forward. */
export class ShutDoors<Task> {
  readonly #doors = new Map<number, Door<Task>>();

  /** Whether a task may be tried; of a shut installation one a minute, and the others are kept. */
  mayTry(installation: number, key: string, task: Task, now: number): boolean {
    const door = this.#doors.get(installation);
    if (!door) return true;
    if (now < door.nextTry) {
      keep(door, key, task);
      return false;
    }
    door.nextTry = now + minute;
    return true;
  }

  /** GitHub did not let a task in: it is kept. @returns whether that is news */
  shut(installation: number, key: string, task: Task, now: number): boolean {
    const known = this.#doors.get(installation);
    const door = known ?? { nextTry: 0, kept: new Map<string, Task>() };
    door.nextTry = now + minute;
    keep(door, key, task);
    this.#doors.set(installation, door);
    return known === undefined;
  }

  /** GitHub let a task in. @returns what was kept meanwhile; null: it was not shut */
  opened(installation: number): readonly Task[] | null {
    const door = this.#doors.get(installation);
    this.#doors.delete(installation);
    return door ? [...door.kept.values()] : null;
  }
}

function keep<Task>({ kept }: Door<Task>, key: string, task: Task): void {
  if (kept.size < mostKept || kept.has(key)) kept.set(key, task);
}

/** A token of ours is worth nothing (401), or there is none for us: suspended (403), uninstalled (404). */
const shutOut: ReadonlySet<number | null> = new Set([401, 403, 404]);

/**
 * GitHub knows us no more (uninstalled, suspended, key changed): asking again would only be noise. What one issue alone may be
 * refused for (400, 413, 422) shuts nobody else's door. Source: "REST API endpoints for GitHub Apps", on installation tokens.
 */
export function isShutOut(error: unknown): boolean {
  return error instanceof Unanswered && !error.limited && shutOut.has(error.status);
}
