// One request each for many things, and only so many on the way at once.

/** GitHub slows down who asks for much at the same time. */
const mostAtOnce = 10;

/**
 * Asks for each of the things in their order, at most ten at a time. @returns the answers, in the order of the things
 * @throws what the first of them fails with; then nothing more is begun
 */
export async function fewAtATime<Thing, Answer>(
  things: readonly Thing[],
  ask: (thing: Thing) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const left = [...things.entries()];
  const answers: Answer[] = [];
  const askInTurn = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await ask(next[1]);
  };
  try {
    await Promise.all(Array.from({ length: mostAtOnce }, askInTurn));
  } finally {
    left.length = 0;
  }
  return answers;
}
