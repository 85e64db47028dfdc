// Every fact of a process stands in its handbook, at the place and with the value that handbooks/coverage.yml names.
import { parse } from 'yaml';
import { type Entry, entriesOf } from '../../scripts/docs/provenance.ts';
import { ours, shipped } from './ground.ts';

interface Fact {
  readonly fact: string;
  readonly at: Readonly<Record<string, unknown>>;
}

// Scalars stay the text that was typed, as handbooks are read.
const read = (text: string): unknown => parse(text, { schema: 'failsafe' });
const coverage = read(ours('handbooks/coverage.yml')) as Readonly<Record<string, Readonly<Record<string, Fact>>>>;

/** What stands at a dotted path; numbers are places in lists. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], value);
}

/** The entry at a path or the nearest one above it whose comment tells where it comes from. */
function origin(path: string, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const entry = entries.get(at);
    if (entry && entry.tags.length > 0) return entry;
  }
  return undefined;
}

const within = (path: string, above: string) => path === above || path.startsWith(`${above}.`);

test('each handbook that is shipped has a section, and no other one', () => {
  expect(Object.keys(coverage).sort()).toEqual(Object.keys(shipped).sort());
});

describe.each(Object.entries(shipped))('%s', (id, text) => {
  const section = Object.entries(coverage[id] ?? {});
  const list = entriesOf(text);
  const entries = new Map(list.map((entry) => [entry.path, entry]));
  const named = section.flatMap(([, { at }]) => Object.keys(at));

  test.each(section)('%s', (_, { fact, at }) => {
    expect(fact).toMatch(/^\S.{15,}\.$/s);
    expect(Object.keys(at)).not.toEqual([]);
    const book = read(text);
    const there = Object.fromEntries(Object.keys(at).map((path) => [path, valueAt(book, path)]));
    expect(there).toEqual(at);
    const elsewhere = Object.keys(at).filter((path) => !origin(path, entries)?.tags.includes('S'));
    expect(elsewhere).toEqual([]);
  });

  test('each entry that comes from the source is named by a fact', () => {
    const fromSource = list.filter(({ tags }) => tags.includes('S')).map(({ path }) => path);
    expect(fromSource.length).toBeGreaterThan(0);
    expect(fromSource.filter((path) => !named.some((at) => within(at, path) || within(path, at)))).toEqual([]);
  });

  test('each table, or each of its entries, tells where it comes from', () => {
    const identity = ['id', 'name', 'source'];
    const silent = list.filter(({ path }) => !origin(path, entries) && !identity.includes(path));
    const tables = new Set(silent.filter(({ path }) => !path.includes('.')).map(({ path }) => path));
    const inner = silent.filter(({ path }) => path.split('.').length === 2).map(({ path }) => path);
    const bare = [...tables].filter((table) => !list.some(({ path }) => path.startsWith(`${table}.`)));
    expect([...inner, ...bare]).toEqual([]);
  });

  test('each decision tells why', () => {
    const mute = list.filter(({ decisions }) => decisions.some((words) => words.split(/\s+/).length < 5));
    expect(mute.map(({ path }) => path)).toEqual([]);
  });
});
