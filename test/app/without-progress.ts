// On a slow machine it is told how far the reading has come: when that is said hangs on nothing but its speed.

/** What stands on standard error but for that. */
export function withoutProgress(err: string): string {
  return err.replaceAll(/^.*: [\d,]+ (of [\d,]+ )?incidents read\.(\n|$)/gm, '');
}
