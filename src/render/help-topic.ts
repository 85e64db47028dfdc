// What the pages know of a command.
import type { Right } from '../core/handbook.ts';

/** A command as the help tells it. */
export interface HelpTopic {
  readonly name: string;
  readonly aliases: readonly string[];
  /** How to type it. */
  readonly usage: string;
  readonly does: string;
  /** Who may say it unless the handbook's `who` says otherwise. */
  readonly who: Right;
  readonly examples: readonly string[];
  /** May be said where there is no incident yet. */
  readonly beforeIncident?: boolean;
}
