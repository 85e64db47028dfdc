// Where the App is killed.

/**
 * `before send`: a write is about to go out. `after send`: GitHub has done it and answered, and the App has not read that.
 * `before record`: all is answered, and the card with the ledger is about to be written. `any`: some moment after somebody acted.
 */
export const points = ['before send', 'after send', 'before record', 'any'] as const;
export type Point = (typeof points)[number];
