// Where bodies are kept while they come in: nobody has proved anything yet, so all of them together have so much room and no more.

/** A body's place in the room. */
export interface BodyPlace {
  /** Takes further bytes in; where that is too much in all, the largest body has to go: perhaps this one. */
  take(bytes: Buffer): void;
  /** The bytes so far; theirs only until it leaves. */
  parts(): readonly Buffer[];
  /** Its bytes are kept no more. */
  leave(): void;
}

interface Body {
  bytes: number;
  /** As they came, while it is small. */
  readonly first: Buffer[];
  /** The rest of it. */
  readonly segments: Buffer[];
  /** Of the last segment. */
  filled: number;
  /** Leaves, and tells so. */
  readonly drop: () => void;
}

const segmentBytes = 32 * 1024;

/**
 * The largest goes first: a webhook is some kB, who fills the room is not GitHub. What is large is copied into segments that are used
 * again: as garbage it would lie beside what comes next for as long as the machine is busy.
 */
export class BodyRoom {
  readonly #most: number;
  readonly #small: number;
  readonly #large = new Set<Body>();
  readonly #free: Buffer[] = [];
  #held = 0;

  /**
   * @param most bytes in all
   * @param small so many bytes of a body are never in the way; nor is a body listed before it is larger: most never are
   */
  constructor(most: number, small: number) {
    this.#most = most;
    this.#small = small;
  }

  /** Bytes that are taken up now, whole segments counted. */
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
    const body: Body = { bytes: 0, first: [], segments: [], filled: segmentBytes, drop };
    return { leave, parts: () => partsOf(body), take: (bytes) => (isIn ? this.#take(body, bytes) : undefined) };
  }

  #take(body: Body, bytes: Buffer): void {
    body.bytes += bytes.length;
    if (body.bytes <= this.#small) {
      body.first.push(bytes);
      this.#held += bytes.length;
      return;
    }
    this.#large.add(body);
    this.#copy(body, bytes);
    while (this.#held > this.#most && this.#large.size > 0) this.#dropLargest();
  }

  #copy(body: Body, bytes: Buffer): void {
    for (let from = 0; from < bytes.length; ) {
      if (body.filled === segmentBytes) this.#extend(body);
      const copied = bytes.copy(body.segments.at(-1)!, body.filled, from);
      body.filled += copied;
      from += copied;
    }
  }

  #extend(body: Body): void {
    body.segments.push(this.#free.pop() ?? Buffer.allocUnsafeSlow(segmentBytes));
    body.filled = 0;
    this.#held += segmentBytes;
  }

  #dropLargest(): void {
    const [first, ...others] = this.#large;
    others.reduce((largest, one) => (one.bytes > (largest?.bytes ?? 0) ? one : largest), first)?.drop();
  }

  #leave(body: Body): void {
    this.#held -= body.first.reduce((sum, { length }) => sum + length, body.segments.length * segmentBytes);
    this.#free.push(...body.segments.splice(0));
    body.first.length = 0;
    this.#large.delete(body);
  }
}

function partsOf({ first, segments, filled }: Body): readonly Buffer[] {
  const last = segments.at(-1);
  return last ? [...first, ...segments.slice(0, -1), last.subarray(0, filled)] : first;
}
