// How much of bodies is held at a time, all connections together: nobody has proved anything yet while they come in.

/** A body's place in the room. */
export interface BodyPlace {
  /** Takes further bytes in; where that is too much in all, the largest body has to go: perhaps this one. */
  take(bytes: number): void;
  /** Its bytes are held no more. */
  leave(): void;
}

interface Held {
  bytes: number;
  /** Leaves, and tells so. */
  readonly drop: () => void;
}

/** The largest goes first: a webhook is some kB, who fills the room is not GitHub. */
export class BodyRoom {
  readonly #most: number;
  readonly #small: number;
  readonly #large = new Set<Held>();
  #held = 0;

  /**
   * @param most bytes in all
   * @param small so many bytes of a body are never in the way; nor is a body listed before it is larger: most never are
   */
  constructor(most: number, small: number) {
    this.#most = most;
    this.#small = small;
  }

  /** Bytes that are held now. */
  get held(): number {
    return this.#held;
  }

  /** @param dropped told when it had to go; it has left then */
  enter(dropped: () => void): BodyPlace {
    let isIn = true;
    const leave = (): void => {
      if (isIn) this.#held -= body.bytes;
      this.#large.delete(body);
      isIn = false;
    };
    const drop = (): void => {
      leave();
      dropped();
    };
    const body: Held = { bytes: 0, drop };
    return {
      take: (bytes) => {
        if (!isIn) return;
        body.bytes += bytes;
        this.#held += bytes;
        if (body.bytes > this.#small) this.#large.add(body);
        while (this.#held > this.#most && this.#large.size > 0) this.#drop();
      },
      leave,
    };
  }

  #drop(): void {
    const [first, ...others] = this.#large;
    others.reduce((largest, one) => (one.bytes > (largest?.bytes ?? 0) ? one : largest), first)?.drop();
  }
}
