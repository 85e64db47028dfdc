// What the answer to a question is made from.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';
import type { HelpTopic } from './help-topic.ts';

/** What an answer is made from. */
export interface AnswerScene {
  readonly person: Person;
  readonly incident: Incident | null;
  readonly handbook: Handbook;
  readonly catalogue: readonly HelpTopic[];
  /** When it was asked; ISO UTC. */
  readonly at: string;
}
