// What something takes of the processor: judged so, because a clock on the wall tells what else the machine does.

/** Milliseconds of the fastest of so many runs, which are counted from 1. */
export function leastOf(runs: number, act: (run: number) => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 1; run <= runs; run += 1) {
    const before = process.cpuUsage();
    act(run);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** What the work below takes on the machine for which bounds are written. */
const usual = 15;
let slowness: number | undefined;

/** So many milliseconds of that machine as milliseconds of this one: more where it is slower, never fewer. */
export function here(milliseconds: number): number {
  slowness ??= Math.max(1, leastOf(7, work) / usual);
  return milliseconds * slowness;
}

/** Of the kind that readers do: expressions over a text, many small objects, a map, a sort. */
function work(): number {
  const text = '- [x] a line of what people say, with `code` and @names\n'.repeat(4_000);
  const words = [...text.matchAll(/[@`]?\w+/g)].map(([word], place) => ({ word, place }));
  const counts = new Map<string, number>();
  for (const { word, place } of words) counts.set(`${word}${place % 50}`, (counts.get(word) ?? 0) + place);
  return (
    words.toSorted((one, other) => (one.word < other.word ? -1 : one.word > other.word ? 1 : 0)).length + counts.size
  );
}
