// How an incident stands, in a few words, as the help begins.
import type { Phase } from '../help-phase.ts';

export const phaseWords: Readonly<Record<Phase, string>> = {
  none: 'This issue is not an incident yet.',
  new: 'Nobody has acknowledged this incident yet.',
  active: 'The incident is running.',
  mitigated: 'The harm has stopped; the incident is not resolved yet.',
  resolved: 'The incident is resolved; it is not closed yet.',
  closed: 'The incident is closed.',
};
