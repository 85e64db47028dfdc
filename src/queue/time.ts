// Time as this room goes by it: the machine's, or one that a test moves.

export interface Time {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Rings once after so many milliseconds. @returns what takes it back */
  after(milliseconds: number, ring: () => void): () => void;
}

export const machineTime: Time = {
  now: () => performance.now(),
  after(milliseconds, ring) {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
};
