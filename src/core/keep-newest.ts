// A map that remembers only so much: what was set longest ago goes first.

/** Sets a key as the newest one; beyond so many the oldest is forgotten. */
export function keepNewest<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  forgetBeyond(map, most);
}

/** Forgets the oldest where there are more than so many. */
export function forgetBeyond<Key>(kept: Map<Key, unknown> | Set<Key>, most: number): void {
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
