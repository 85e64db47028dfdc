// The sentences of an issue that an incident of a low level goes on as.
import { toType } from '../names.ts';

/** Above and below what was reported. @param severity as printed */
export function carriedOverWords(
  incident: number,
  severity: string,
): { readonly why: string; readonly wayBack: string } {
  return {
    why: `This began as incident #${incident}. At ${severity} it needs no incident, so it goes on here.`,
    wayBack: `Worse than it looked? There, in #${incident}: ${toType('/reopen')}`,
  };
}
