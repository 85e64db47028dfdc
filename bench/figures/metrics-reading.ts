// Requests, points and seconds of a whole report from GitHub, beside the usual way to measure the same issues.
import { few, many, week } from '../amounts.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';
import { counted, type Hall, latency, type Place } from '../hall.ts';
import { ran, reaching } from '../program.ts';
import { usualWay } from '../usual-way.ts';
import { type Amount, home } from '../world.ts';

interface Bounds {
  readonly requests: number;
  readonly points: number | null;
}

export const metrics30 = reading(few, { requests: 2, points: null });
export const metrics1000 = reading(many, { requests: 25, points: 60 });

/** `sitrep metrics` as a process, against the sandbox with 100 ms a request. */
function reading(amount: Amount, bounds: Bounds): Figure {
  const { incidents } = amount;
  return {
    name: `metrics-${incidents}`,
    needs: [amount],
    async measure(hall): Promise<readonly Measured[]> {
      const place = await hall.place(amount);
      await place.delay(latency);
      const ours = await counted(place, () => report(place));
      const usual = await usually(place, hall, incidents);
      await place.delay(0);
      const beside = (value: number): Measured['beside'] => ({ 'usual way': value });
      return [
        {
          ...{ figure: `metrics-requests-${incidents}`, value: ours.requests, unit: 'requests' },
          ...{ beside: beside(usual.requests), bound: bounds.requests },
        },
        {
          ...{ figure: `metrics-points-${incidents}`, value: ours.points, unit: 'points' },
          ...{ beside: {}, bound: bounds.points },
        },
        {
          ...{ figure: `metrics-seconds-${incidents}`, value: rounded(ours.result.seconds), unit: 's' },
          ...{ beside: beside(rounded(usual.seconds)), bound: null, ...(usual.note ? { note: usual.note } : {}) },
        },
      ];
    },
  };
}

function report(place: Place) {
  const given = ['metrics', `${home.owner}/${home.name}`, '--period', week, '--format', 'json'];
  return ran(['src/cli.ts', ...given], reaching(place));
}

interface Usual {
  readonly requests: number;
  readonly seconds: number;
  readonly note?: string;
}

/** A thousand times three requests of 100 ms are five minutes of waiting: unless somebody has the patience, they are added up. */
async function usually(place: Place, { patient }: Hall, incidents: number): Promise<Usual> {
  const waits = patient || incidents < 100;
  if (!waits) await place.delay(0);
  const start = performance.now();
  const { result, requests } = await counted(place, () => usualWay(place));
  const seconds = (performance.now() - start) / 1000;
  if (result.length !== incidents) throw new Error(`the usual way saw ${result.length} of ${incidents} incidents`);
  if (waits) return { requests, seconds };
  const note = 'usual way: its time without waiting, and 100 ms added for each of its requests (`--wait` waits)';
  return { requests, seconds: seconds + (requests * latency) / 1000, note };
}
