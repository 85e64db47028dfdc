// Each kind of rule is noticed: changed in a handbook that uses it, a scenario of that handbook is no longer as told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { parse } from 'yaml';
import { ours, resolve, shipped, shown } from './config/ground.ts';
import { beginWith } from './scenario/engine.ts';
import { parseStory } from './scenario/parse.ts';
import { playStory } from './scenario/player.ts';
import type { Story } from './scenario/story.ts';

jest.setTimeout(600_000);

type Value = string | null | readonly Value[] | { readonly [key: string]: Value };

interface Kind {
  /** Where such data stand in a handbook: a dotted path, `*` for any key. */
  readonly at: string;
  /** Handbooks that say it to no effect; the file says why. */
  readonly idle?: readonly string[];
  /** By handbook: the scenario that notices, and what every such datum is changed to. */
  readonly noticed: Readonly<Record<string, { readonly by: string; readonly to: Value }>>;
}

const path = '.github/sitrep.yml';
const here = (name: string) => join(import.meta.dirname, name);
const kinds = parse(readFileSync(here('kinds-of-rule.yml'), 'utf8')) as Readonly<Record<string, Kind>>;
const books = Object.fromEntries(
  Object.keys(shipped).map((id) => [id, parse(ours(`handbooks/${id}.yml`), { schema: 'failsafe' }) as Value]),
);

function isMap(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same places as in the handbook, with another value; nothing where the handbook says nothing there. */
function changed(value: Value | undefined, [step, ...rest]: readonly string[], to: Value): Value | undefined {
  if (step === undefined) return value === undefined || value === 'null' || value?.length === 0 ? undefined : to;
  if (!isMap(value)) return undefined;
  const inner = (step === '*' ? Object.keys(value) : [step]).flatMap((key) => {
    const other = changed(value[key], rest, to);
    return other === undefined ? [] : [[key, other] as const];
  });
  return inner.length === 0 ? undefined : Object.fromEntries(inner);
}

function merged(one: Value | undefined, other: Value): Value {
  if (!isMap(one) || !isMap(other)) return other;
  return { ...one, ...Object.fromEntries(Object.entries(other).map(([key, value]) => [key, merged(one[key], value)])) };
}

function under(story: Story, id: string, change: Value): Story {
  const config = parse(story.files[path] ?? `handbook: ${id}`) as Value;
  return { ...story, files: { ...story.files, [path]: JSON.stringify(merged(config, change)) } };
}

describe.each(Object.entries(kinds))('%s', (_, { at, idle = [], noticed }) => {
  const steps = at.split('.');

  test('has a scenario for each handbook that uses it', () => {
    const users = Object.keys(books).filter((id) => changed(books[id], steps, 'otherwise') !== undefined);
    expect([...Object.keys(noticed), ...idle].sort()).toEqual(users.sort());
  });

  test.each(Object.entries(noticed))('%s', async (id, { by, to }) => {
    const change = changed(books[id], steps, to) ?? {};
    expect(resolve(JSON.stringify(merged({ handbook: id }, change))).problems.map(shown)).toEqual([]);
    const story = parseStory(here(`scenarios/${by}`));
    expect(story.files[path] ?? 'handbook: workflow-guide').toContain(`handbook: ${id}`);
    const { differences } = await playStory(under(story, id, change), { way: 'once', seed: 1, begin: beginWith(null) });
    expect(differences).not.toEqual([]);
  });
});
