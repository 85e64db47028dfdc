// What the record keeps of a sub-team, and how one stands.
import type { Person } from './person.ts';

/** The fact of a sub-team that begins. */
export interface SubTeamFact {
  readonly kind: 'sub-team';
  /** Id of the handbook's name for it. */
  readonly team: string;
  /** How often its name was given, from 1, what was taken back included. */
  readonly round: number;
  readonly leader: Person;
  readonly members?: readonly Person[];
  readonly minutes?: number;
  readonly text: string;
}

/** A sub-team as it stands; `source`: of the words that began it. */
export interface SubTeamState extends Omit<SubTeamFact, 'kind'> {
  readonly source: string;
  readonly at: string;
  readonly ended: string | null;
}
