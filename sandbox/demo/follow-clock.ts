// The clock of a process on the stage: it shows what the stage last told it, and runs on from there unless the story's time stands still.

/** What the stage tells by the channel between the processes. */
export interface Told {
  /** ISO. */
  readonly now: string;
  readonly still: boolean;
}

/** A clock that follows the stage; the machine's until the stage has told the time. @returns ISO */
export function followClock(): () => string {
  let told: (Told & { readonly heardAt: number }) | null = null;
  process.on('message', (message: Told) => {
    told = { ...message, heardAt: Date.now() };
  });
  return () => {
    const { now, still, heardAt } = told ?? { now: new Date().toISOString(), still: true, heardAt: 0 };
    return still ? now : new Date(Date.parse(now) + Date.now() - heardAt).toISOString();
  };
}
