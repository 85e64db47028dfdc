// The order of words and instants.

/** Compares by code unit, the same everywhere: for instants (ISO UTC, whole seconds) that is by time. */
export function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
