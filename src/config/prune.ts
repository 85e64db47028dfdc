// What goes with an entry that was taken out: the handbook below named it in places that need not name anything.
import type { Handbook } from '../core/handbook.ts';
import type { Step } from './place.ts';
import { kinds, type Reference, references } from './references.ts';

type Table = Readonly<Record<string, unknown>>;

/** Entries that some file had or took out and that are not there any more, by table: taken out with `null`, or with their whole table. */
export function takenOut(layers: readonly Table[], merged: Table): ReadonlyMap<string, ReadonlySet<string>> {
  const tables = [...new Set(Object.values(kinds))];
  return new Map(
    tables.map((table) => {
      const once = layers.flatMap((layer) => entriesOf(layer[table]).map(([id]) => id));
      const there = new Set(entriesOf(merged[table]).map(([id]) => id));
      return [table, new Set(once.filter((id) => !there.has(id)))] as const;
    }),
  );
}

/**
 * The tables without what only spoke of entries that were taken out: keys and list items that name them, who owed something, and
 * tasks, clocks, messages and checklist items that were for them alone; a clock whose owner is gone is owed by who leads.
 * What must name something keeps naming it, and is a problem then.
 * @param handbook the same tables as the engine reads them
 */
export function pruned(merged: Table, handbook: Handbook, out: ReadonlyMap<string, ReadonlySet<string>>): Table {
  const result = structuredClone(merged) as Record<string, unknown>;
  const gone = [...references(handbook), ...following(handbook)].filter(({ id, kind }) =>
    out.get(kinds[kind])?.has(id),
  );
  // From the end of each list, so that the places of what is still to be taken out stay true.
  for (const reference of gone.toReversed()) takeOut(result, reference);
  mendClocks(result, gone, handbook);
  mendTriggers(result, handbook, out);
  return result;
}

/** A trigger whose clocks are all gone is left to people. */
function mendTriggers(
  tables: Record<string, unknown>,
  { clocks, escalation }: Handbook,
  out: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const there = new Set(entriesOf(tables.clocks).map(([id]) => id));
  const lost = new Set([...(out.get('clocks') ?? []), ...clocks.map(({ id }) => id).filter((id) => !there.has(id))]);
  for (const { id, clocks: named } of escalation.triggers) {
    const trigger = at(tables, ['escalation', 'triggers', id]);
    if (!isTable(trigger) || !named.some((name) => lost.has(name))) continue;
    const left = named.filter((name) => !lost.has(name));
    if (left.length > 0) trigger.clocks = left;
    else for (const key of ['when', 'clocks']) delete trigger[key];
  }
}

function mendClocks(tables: Record<string, unknown>, gone: readonly Reference[], { roles, clocks }: Handbook): void {
  const table = tables.clocks;
  if (!isTable(table)) return;
  const leader = roles.find(({ leads }) => leads)?.id;
  for (const { id, contract } of clocks) {
    const clock = table[id];
    const lost = gone.filter(({ path }) => path[0] === 'clocks' && path[1] === id);
    if (!isTable(clock) || lost.length === 0) continue;
    if (leader && lost.some(({ path }) => path[2] === 'owner')) clock.owner = leader;
    if (contract === null && entriesOf(clock.within).length === 0) delete table[id];
  }
}

function following({ statuses }: Handbook): readonly Reference[] {
  return statuses.flatMap((status) =>
    status.next.map((id, at) => ({
      ...({ path: ['statuses', status.id, 'next', at], id, kind: 'status', of: 'value' } as const),
    })),
  );
}

/** Lists in which nothing left means everything, or leave to everybody: then what they stand in goes, or stays for people to mend. */
const narrowing = new Set(['severities', 'types']);
const guarding = new Set(['set-by', 'approval', 'roles']);

function takeOut(tables: Record<string, unknown>, { path, of }: Reference): void {
  const parent = at(tables, path.slice(0, -1));
  const last = path.at(-1) as Step;
  const [table, entry, key] = path.map(String);
  if (Array.isArray(parent)) {
    if (parent.length === 1 && guarding.has(String(path.at(-2)))) return;
    if (parent.length === 1 && path.length > 3 && guarding.has(String(path.at(-3)))) return;
    parent.splice(Number(last), 1);
    const owner = at(tables, [table ?? '']);
    if (parent.length === 0 && key !== undefined && narrowing.has(key) && isTable(owner)) delete owner[entry ?? ''];
  } else if (isTable(parent) && (of === 'key' || last === 'role' || last === 'stands-in-for' || optional(path))) {
    delete parent[last];
  } else if ((table === 'tasks' && key === 'status') || (table === 'messages' && key === 'audience')) {
    const owner = at(tables, [table]);
    if (isTable(owner)) delete owner[entry ?? ''];
  }
}

/** Owners that may be missing: of an audience, a regulation, a post-mortem; not a clock's. */
function optional(path: readonly Step[]): boolean {
  return path.at(-1) === 'owner' && path[0] !== 'clocks';
}

function at(tables: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((here, step) => (here as Record<Step, unknown> | undefined)?.[step], tables);
}

function entriesOf(table: unknown): readonly (readonly [string, unknown])[] {
  return isTable(table) ? Object.entries(table) : [];
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
