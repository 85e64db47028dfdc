// What follows from an incident and a handbook alone, so that it is reckoned once for the two, however often it is asked for.
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';

/**
 * The same function, which does not reckon twice in a row for the same incident and handbook: a pass asks several rules, and most
 * of them ask for the same. What it told is forgotten with the incident. @param reckon pure
 */
export function reckoning<Told>(
  reckon: (incident: Incident, handbook: Handbook) => Told,
): (incident: Incident, handbook: Handbook) => Told {
  const kept = new WeakMap<Incident, { readonly handbook: Handbook; readonly told: Told }>();
  return (incident, handbook) => {
    const known = kept.get(incident);
    if (known?.handbook === handbook) return known.told;
    const told = reckon(incident, handbook);
    kept.set(incident, { handbook, told });
    return told;
  };
}
