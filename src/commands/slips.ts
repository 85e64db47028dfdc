// How many slips of the fingers lie between two words.

/**
 * Letters put in, left out or mistaken for another, and neighbours that changed places, each counted as one (the restricted
 * Damerau–Levenshtein distance: no letter slips twice). `pgae` is one slip away from `page`; the package that counts the distances
 * of config keys counts two, which in a word of four letters is no likeness any more.
 */
export function slips(one: string, other: string): number {
  let [beforeLast, last] = [[] as readonly number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [now[column - 1]! + 1, last[column]! + 1, last[column - 1]! + (isSame ? 0 : 1)];
      now.push(Math.min(...ways, ...(swapped ? [beforeLast[column - 2]! + 1] : [])));
    }
    [beforeLast, last] = [last, now];
  }
  return last.at(-1)!;
}
