// How a message's text comes from the record: what goes in, and what comes out.
import type { Message } from './communication.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';

/** What of a value an outsider must not read. */
export type LeftOut = 'person' | 'host' | 'address' | 'link' | 'estimate' | 'internal';

/** A message's text made from the record: plain lines, what is missing marked `[fill in: …]`, what may not leave `[left out]`. */
export interface Composed {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/** What a message's text is made from: the incident as it was when the words were said. */
export interface Composing {
  readonly message: Message;
  readonly incident: Incident;
  readonly handbook: Handbook;
  readonly issue: { readonly number: number; readonly url: string };
  /** ISO UTC. */
  readonly at: string;
  /** What its author typed behind the name; may be empty. */
  readonly own: string;
}

/** Makes a message's text. Pure. */
export type Compose = (composing: Composing) => Composed;
