// Lists shorten so that a page fits; numbers never do.

/** A list as it is shown: its rows from the front, and how many are left out. */
export interface Fitted {
  readonly rows: readonly string[];
  readonly more: number;
}

/** What the line costs that says how many more there are, with its empty lines. */
const lineForMore = 160;

/**
 * Shares a room among lists: one that needs less than its equal share keeps all its rows, what it leaves goes to the longer ones.
 * @param room in characters (UTF-16 units), line ends counted
 */
export function fitLists<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
  room: number,
): Readonly<Record<Name, Fitted>> {
  const names = (Object.keys(lists) as Name[]).sort((one, other) => lengthOf(lists[one]) - lengthOf(lists[other]));
  const fitted: Partial<Record<Name, Fitted>> = {};
  let left = room;
  for (const [index, name] of names.entries()) {
    const shown = fitList(lists[name], Math.floor(left / (names.length - index)));
    left -= lengthOf(shown.rows) + (shown.more > 0 ? lineForMore : 0);
    fitted[name] = shown;
  }
  return fitted as Record<Name, Fitted>;
}

function fitList(rows: readonly string[], room: number): Fitted {
  if (lengthOf(rows) <= room) return { rows, more: 0 };
  let used = lineForMore;
  const first = rows.findIndex((row) => {
    used += row.length + 1;
    return used > room;
  });
  return { rows: rows.slice(0, first), more: rows.length - first };
}

function lengthOf(rows: readonly string[]): number {
  return rows.reduce((sum, row) => sum + row.length + 1, 0);
}
