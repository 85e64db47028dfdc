// What the doctor says: something to mend, or something that could not be looked at.

/** One line each. `what`: what is wrong and why it matters. `mend`: the address or command that mends it. */
export interface Finding {
  readonly what: string;
  readonly mend: string;
}

/** What this token does not show, and what would. */
export interface Unseen {
  readonly unseen: string;
}

export type Seen = Finding | Unseen;
