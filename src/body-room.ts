// Where bodies are kept while they come in: nobody has proved anything yet, so all of them together have so much room and no more.

/** A body's place in the room. */
export interface BodyPlace {
  /** Takes further bytes in; where that is too much in all, the largest body has to go: perhaps this one. */
  take(bytes: Buffer): void;
  /** The bytes so far; none when it has left. */
  parts(): readonly Buffer[];
  /** Its bytes are kept no more. */
  leave(): void;
}

export interface RoomBounds {
  /** Bytes in all. */
  readonly most: number;
  /** So many bytes of a body are never in the way; nor is a body listed before it is larger: most never are. */
  readonly small: number;
  /** Of bodies over this one is kept at a time. */
  readonly large: number;
}

interface Body {
  bytes: number;
  readonly parts: Buffer[];
  /** Leaves, and tells so. */
  readonly drop: () => void;
}

/**
 * The largest goes first: a webhook is some kB, who fills the room is not GitHub. It goes early, because what was kept of it lies
 * about as garbage for as long as the machine is busy.
 */
export class BodyRoom {
  readonly #bounds: RoomBounds;
  readonly #listed = new Set<Body>();
  #held = 0;
  #large = 0;

  constructor(bounds: RoomBounds) {
    this.#bounds = bounds;
  }

  /** Bytes that are kept now. */
  get held(): number {
    return this.#held;
  }

  /** @param dropped told when it had to go; it has left then */
  enter(dropped: () => void): BodyPlace {
    let isIn = true;
    const leave = (): void => {
      if (isIn) this.#leave(body);
      isIn = false;
    };
    const drop = (): void => {
      leave();
      dropped();
    };
    const body: Body = { bytes: 0, parts: [], drop };
    return { leave, parts: () => body.parts, take: (bytes) => (isIn ? this.#take(body, bytes) : undefined) };
  }

  #take(body: Body, bytes: Buffer): void {
    const { small, large, most } = this.#bounds;
    if (body.bytes <= large && body.bytes + bytes.length > large) this.#large += 1;
    body.bytes += bytes.length;
    body.parts.push(bytes);
    this.#held += bytes.length;
    if (body.bytes > small) this.#listed.add(body);
    while ((this.#held > most || this.#large > 1) && this.#listed.size > 0) this.#dropLargest();
  }

  #dropLargest(): void {
    const [first, ...others] = this.#listed;
    others.reduce((largest, one) => (one.bytes > (largest?.bytes ?? 0) ? one : largest), first)?.drop();
  }

  #leave(body: Body): void {
    this.#held -= body.bytes;
    if (body.bytes > this.#bounds.large) this.#large -= 1;
    body.parts.length = 0;
    this.#listed.delete(body);
  }
}
