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

/** What holds, and should be known; nothing is to be mended because of it. */
export interface Warned {
  readonly warning: string;
}

export type Seen = Finding | Unseen | Warned;
