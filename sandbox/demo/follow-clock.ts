// The clock of a process on a stage: it shows what the stage last told it, and runs on from there unless the story's time stands still.

/** What the stage tells by the channel between the processes. */
export interface Told {
  /** ISO. */
  readonly now: string;
  readonly still: boolean;
}

/** A clock that follows the stage. @param beginning from where it runs on until the stage tells the time; ISO. @returns ISO */
export function followClock(beginning: string = new Date().toISOString()): () => string {
  let told: Told & { readonly heardAt: number } = { now: beginning, still: false, heardAt: Date.now() };
  process.on('message', (message: Told) => {
    told = { ...message, heardAt: Date.now() };
  });
  return () => {
    const { now, still, heardAt } = told;
    return still ? now : new Date(Date.parse(now) + Date.now() - heardAt).toISOString();
  };
}
