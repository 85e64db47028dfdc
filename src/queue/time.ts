// Time as this room goes by it: the machine's, or one that a test moves.

export interface Time {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Rings once after so many milliseconds. @param aside nobody waits for it: the process may end before. @returns what takes it back */
  after(milliseconds: number, ring: () => void, aside?: boolean): () => void;
}

export const machineTime: Time = {
  now: () => performance.now(),
  after(milliseconds, ring, aside = false) {
    const timer = setTimeout(ring, milliseconds);
    if (aside) timer.unref();
    return () => clearTimeout(timer);
  },
};
