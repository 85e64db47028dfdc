// What follows from an incident, or its record, and a handbook alone: it is reckoned once for the two, however often it is asked for.
import type { Handbook } from './handbook.ts';

/**
 * The same function, which does not reckon twice in a row for the same incident and handbook: a pass asks several rules, and most
 * of them ask for the same. What it told is forgotten with the incident, or with whatever else it is told of. @param reckon pure
 */
export function reckoning<Of extends object, Told>(
  reckon: (of: Of, handbook: Handbook) => Told,
): (of: Of, handbook: Handbook) => Told {
  const kept = new WeakMap<Of, { readonly handbook: Handbook; readonly told: Told }>();
  return (of, handbook) => {
    const known = kept.get(of);
    if (known?.handbook === handbook) return known.told;
    const told = reckon(of, handbook);
    kept.set(of, { handbook, told });
    return told;
  };
}
