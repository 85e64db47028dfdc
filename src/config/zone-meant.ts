// The time zone that somebody probably meant who wrote one that there is not.
import { nearest } from './nearest.ts';

/** A zone of the IANA list by its whole name or by its city alone, two letters away at most; null where none is near. */
export function zoneMeant(written: string): string | null {
  const zones = Intl.supportedValuesOf('timeZone');
  const near = nearest(written, zones);
  if (near !== null || written.length < 4 || written.length > 60) return near;
  const cities = new Map(zones.map((zone) => [zone.slice(zone.lastIndexOf('/') + 1), zone]));
  const city = nearest(written.slice(written.lastIndexOf('/') + 1).replaceAll(' ', '_'), [...cities.keys()]);
  return city === null ? null : (cities.get(city) ?? null);
}
