// What the log says of a pass that ended. Kinds and GitHub's words only: never what people wrote.
import type { Review } from './config-review.ts';
import { fitForLog, type Log } from './log.ts';

/** @param newlyHeld something of the issue is held back since this pass */
export function tellPass(
  log: Log,
  issue: string,
  { outcome, effects, applied, repeated }: Review,
  newlyHeld: boolean,
): void {
  const faults = applied.flatMap((one) =>
    one.faults.map(({ effect, message }) => ({ effect: effect.kind, message: fitForLog(message) })),
  );
  log.info({ issue, outcome, effects: effects.map(({ kind }) => kind) }, 'Looked');
  if (faults.length > 0) log.warn({ issue, faults }, 'GitHub said no; the next pass looks again');
  if (newlyHeld)
    log.warn({ issue, repeated: repeated.map(({ kind }) => kind) }, 'Held back for now: written over and over');
}

/** GitHub does not let an installation in, and did before. */
export function tellShut(log: Log, installation: number, reason: string): void {
  log.warn({ installation, reason }, 'GitHub does not let us in here; passes wait until it does');
}

/** There are more alarms than are kept. */
export function tellFull(log: Log): void {
  log.warn({}, 'More is to come by itself than is kept in memory; the sweep finds the latest of it');
}
