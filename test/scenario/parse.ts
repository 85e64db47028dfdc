// A scenario file becomes a story, or a refusal that names file, line and what is wrong.

import { later } from '../../src/time/time.ts';
import { readExpectations } from './expectations.ts';
import { readLine } from './lines.ts';
import { readMilestones } from './read-milestones.ts';
import { readTeams } from './read-teams.ts';
import { type Access, accesses, type Expected, type Line, type Look, NotAScenario, type Story } from './story.ts';
import { hasSeconds, plusSeconds, storyTime } from './times.ts';
import { type Placed, type PlacedEntry, readYaml, YamlReader } from './yaml-node.ts';

const keys = [
  'story',
  'handbook',
  'config',
  'files',
  'people',
  'teams',
  'private',
  'milestones',
  'given',
  'at',
  'then',
  'looks',
];
const configPath = '.github/sitrep.yml';

/**
 * Reads a scenario file.
 * @param text its text; read from the file when not given.
 * @throws NotAScenario for whatever the format does not know: unknown keys and verbs, times that go back, names never given.
 */
export function parseStory(file: string, text?: string): Story {
  const { root, placeOf } = readYaml(file, text);
  const reader = new YamlReader(placeOf);
  const found = new Map<string, PlacedEntry>();
  for (const entry of reader.entries(root, 'A scenario')) {
    if (!keys.includes(entry.key)) throw new NotAScenario(file, entry.line, `unknown key "${entry.key}"`);
    found.set(entry.key, entry);
  }
  const value = (key: string): Placed | undefined => found.get(key)?.value;
  const story = value('story') ?? reader.fail(root, '"story" is missing');
  const given = value('given') ?? reader.fail(root, '"given" is missing');
  const lines = readGiven(reader, given);
  checkNames(file, lines);
  const looks = readLooks(reader, root, value, lines);
  checkReactions(file, lines, looks);
  return {
    file,
    story: reader.needed(story, 'story'),
    files: readFiles(reader, value),
    people: readPeople(reader, value('people')),
    teams: readTeams(reader, value('teams')),
    private: readPrivate(reader, value('private')),
    milestones: readMilestones(reader, value('milestones')),
    given: lines,
    looks,
  };
}

/** Times of one list: never back, and lines of the same minute one second apart. */
function readGiven(reader: YamlReader, given: Placed): readonly Line[] {
  const items = reader.items(given, 'given');
  if (items.length === 0) reader.fail(given, 'given is empty');
  const lines: Line[] = [];
  for (const item of items) {
    const { line, time } = readLine(reader, item);
    const at = storyTime(time) ?? reader.fail(item, `"${time}" is no time`);
    lines.push({ ...line, at: inOrder(reader, item, { time, at }, lines.at(-1)?.at) });
  }
  return lines;
}

function inOrder(
  reader: YamlReader,
  item: Placed,
  read: { time: string; at: string },
  last: string | undefined,
): string {
  if (last === undefined || read.at > last) return read.at;
  const sameMinute = read.at.slice(0, 16) === last.slice(0, 16);
  if (sameMinute && !hasSeconds(read.time)) return plusSeconds(last, 1);
  if (read.at === last) return read.at;
  return reader.fail(item, `the time goes back: ${read.time} comes after ${last}`);
}

function readFiles(reader: YamlReader, value: (key: string) => Placed | undefined): Record<string, string> {
  const files: Record<string, string> = { 'README.md': '# ops\n' };
  const [handbook, config, rest] = [value('handbook'), value('config'), value('files')];
  if (handbook && config) reader.fail(config, 'write either "handbook" or "config"');
  if (rest) {
    for (const { key, value: text } of reader.entries(rest, 'files')) files[key] = reader.needed(text, key);
  }
  if (handbook) files[configPath] = `handbook: ${reader.needed(handbook, 'handbook')}\n`;
  if (config) files[configPath] = reader.needed(config, 'config');
  return files;
}

function readPeople(reader: YamlReader, people: Placed | undefined): Record<string, Access> {
  if (!people) return {};
  const read = reader.entries(people, 'people').map(({ key, value }) => {
    const access = reader.needed(value, key);
    const known = accesses.find((name) => name === access);
    return [key, known ?? reader.fail(value, `"${access}" is none of ${accesses.join(', ')}`)] as const;
  });
  return Object.fromEntries(read);
}

function readPrivate(reader: YamlReader, place: Placed | undefined): boolean {
  const value = place ? reader.scalar(place) : false;
  return typeof value === 'boolean' ? value : reader.fail(place!, 'private must be true or false');
}

function readLooks(
  reader: YamlReader,
  root: Placed,
  value: (key: string) => Placed | undefined,
  lines: readonly Line[],
): readonly Look[] {
  const last = lines.at(-1)?.at ?? '';
  const [at, then, looks] = [value('at'), value('then'), value('looks')];
  if (looks) {
    if (at || then) reader.fail(looks, 'write either "looks" or "at" and "then"');
    return inTime(
      reader,
      reader.items(looks, 'looks').map((look) => readLook(reader, look)),
      looks,
    );
  }
  const time = at ? readTime(reader, at) : plusSeconds(last, 60);
  if (time.slice(0, 16) < last.slice(0, 16))
    reader.fail(at ?? root, 'the time goes back: "at" is before the last line');
  return [
    {
      line: then?.line ?? root.line,
      at: later(time, last),
      expected: then ? readExpectations(reader, then) : [],
    },
  ];
}

function readLook(reader: YamlReader, look: Placed): Look {
  const entries = reader.entries(look, 'a look');
  for (const { key, value } of entries) {
    if (key !== 'at' && key !== 'then') reader.fail(value, `unknown key "${key}"`);
  }
  const at = entries.find(({ key }) => key === 'at')?.value ?? reader.fail(look, 'a look needs "at"');
  const then = entries.find(({ key }) => key === 'then')?.value ?? reader.fail(look, 'a look needs "then"');
  return { line: look.line, at: readTime(reader, at), expected: readExpectations(reader, then) };
}

function inTime(reader: YamlReader, looks: readonly Look[], place: Placed): readonly Look[] {
  if (looks.length === 0) reader.fail(place, 'looks is empty');
  looks.forEach((look, index) => {
    const before = looks[index - 1];
    if (before && before.at > look.at) throw new NotAScenario(place.file, look.line, 'the time goes back');
  });
  return looks;
}

function readTime(reader: YamlReader, at: Placed): string {
  const text = reader.needed(at, 'at');
  return storyTime(text) ?? reader.fail(at, `"${text}" is no time`);
}

/** A name must have been given to a comment by an earlier line before a line can speak of it. */
function checkNames(file: string, lines: readonly Line[]): void {
  const names = new Set(['card', 'checklist', 'report']);
  for (const { act, line, as } of lines) {
    if ('target' in act && !names.has(act.target) && !/^(?:reply|draft) [1-9]\d*$/.test(act.target)) {
      throw new NotAScenario(file, line, `nothing is called "${act.target}" yet (name a comment with "as:")`);
    }
    if (as !== null) {
      if (names.has(as)) throw new NotAScenario(file, line, `the name "${as}" is taken`);
      names.add(as);
    }
  }
}

/** A reaction can only be expected on what a line named. */
function checkReactions(file: string, lines: readonly Line[], looks: readonly Look[]): void {
  const names = lines.map(({ as }) => as);
  const check = (expected: readonly Expected[]): void => {
    for (const { key, value } of expected) {
      if (key === 'reactions') (value as readonly Expected[]).forEach(known);
      if (key === 'issues') for (const issue of value as readonly Expected[]) check((issue.value ?? []) as Expected[]);
    }
  };
  const known = ({ key, line }: Expected): void => {
    if (!names.includes(key)) throw new NotAScenario(file, line, `no line is called "${key}"`);
  };
  for (const { expected } of looks) check(expected);
}
