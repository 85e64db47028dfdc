// What the status card is made of: plain values, so that the card needs neither rules nor GitHub.
import type { NextStep } from '../core/expectation.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { IssueKey } from '../core/opened-issue.ts';
import type { Problem } from '../core/snapshot.ts';
import type { StandingClock } from './card-clocks.ts';
import type { Notice } from './replies/notices.ts';

export interface CardView {
  readonly incident: Incident;
  readonly handbook: Handbook;
  readonly issue: { readonly number: number; readonly url: string };
  readonly repository: { readonly url: string };
  readonly next: readonly NextStep[];
  readonly clocks: readonly StandingClock[];
  /** Null until it is posted. `url` may be a stand-in (core/effect.ts). */
  readonly checklist: {
    readonly url: string | null;
    readonly items: readonly {
      readonly id: string;
      readonly text: string;
      readonly done: boolean;
      readonly why: string | null;
    }[];
  } | null;
  /** `number` may be a stand-in. `required`: the handbook asks for one at this severity. */
  readonly postMortem: {
    readonly state: 'none' | 'open' | 'closed' | 'merged';
    readonly number: string | null;
    readonly required: boolean;
  };
  /** Issues of ours beside it. `number` and `url` may be stand-ins. */
  readonly opened: readonly {
    readonly key: IssueKey;
    readonly number: string;
    readonly url: string;
    readonly title: string;
    readonly state: 'open' | 'closed';
  }[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}
