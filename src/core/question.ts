// What people ask, as the record keeps it: enough that the answer can be told again.

import type { ToldOnCall } from '../oncall/told-rota.ts';
import type { Right } from './handbook.ts';
import type { Queued } from './queue.ts';

export type Question =
  | 'help'
  | 'roles'
  | 'severity'
  | 'type'
  | 'triage'
  | 'queue'
  | 'oncall'
  | 'status'
  | 'catchup'
  | 'sitrep'
  | 'draft'
  | 'handbook';

/** A question: answered in the asker's comment of answers. */
export interface Asked {
  readonly kind: 'asked';
  readonly question: Question;
  /** What it was about, as typed or by its id. */
  readonly about: string;
  /** The highest right they had when asking. */
  readonly right: Right;
  /** Of a triage: the answers given so far (none yet: the first question is put; missing: none is). */
  readonly path?: readonly string[];
  /** Of a triage: the numbers told so far, by what they measure. */
  readonly measured?: Readonly<Record<string, number>>;
  /** Of the queue: what it was, in its order, and how many were left out. Missing: nobody looked. */
  readonly queue?: readonly Queued[];
  readonly more?: number;
  /** Of on-call: who it was when it was asked. */
  readonly onCall?: ToldOnCall;
}
