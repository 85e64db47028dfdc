// The keys of `then`, checked when the file is read: what may be looked at, and of which kind each value must be.
import type { Expected, ExpectedValue } from './story.ts';
import { storyTime } from './times.ts';
import type { Placed, YamlReader } from './yaml-node.ts';

/** Kinds of values a key may have. `map:X` is a map with the keys of table X, `each:X` a list of such maps. */
type Kind =
  | 'text'
  | 'texts'
  | 'flag'
  | 'any'
  | 'flags'
  | 'holders'
  | 'times'
  | 'reactions'
  | 'files'
  | 'issues'
  | 'card'
  | 'pulls';
type Table = Readonly<Record<string, Kind>>;

const cardKeys: Table = {
  severity: 'text',
  assumed: 'flag',
  first: 'text',
  peak: 'text',
  type: 'text',
  status: 'text',
  handbook: 'text',
  roles: 'holders',
  services: 'texts',
  milestones: 'times',
  checklist: 'flags',
  problems: 'any',
  contains: 'texts',
};
const pullKeys: Table = {
  branch: 'text',
  number: 'any',
  state: 'text',
  path: 'text',
  contains: 'texts',
  body: 'texts',
  reviewers: 'texts',
};
const issueKeys: Table = {
  labels: 'texts',
  state: 'text',
  reason: 'text',
  assignees: 'texts',
  title: 'text',
  milestone: 'text',
  contains: 'texts',
  card: 'card',
  says: 'texts',
  never: 'texts',
  gone: 'texts',
  reactions: 'reactions',
  pulls: 'pulls',
  files: 'files',
  issues: 'issues',
};

/** Reads a `then`. */
export function readExpectations(reader: YamlReader, then: Placed): readonly Expected[] {
  return readTable(reader, then, issueKeys, 'then');
}

function readTable(reader: YamlReader, place: Placed, table: Table, what: string): readonly Expected[] {
  return reader.entries(place, what).map(({ key, line, value }) => {
    const kind = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!kind) reader.fail({ ...value, line }, `unknown key "${key}" in ${what}`);
    return { key, line, value: readers[kind](reader, value, key) };
  });
}

type Read = (reader: YamlReader, place: Placed, what: string) => ExpectedValue;

const readers: Readonly<Record<Kind, Read>> = {
  text: (reader, place, what) => reader.text(place, what),
  texts: (reader, place, what) => (isNothing(reader, place) ? null : reader.texts(place, what)),
  any: (reader, place, what) => (reader.isList(place) ? reader.texts(place, what) : reader.scalar(place)),
  flag: (reader, place, what) => readFlag(reader, place, what),
  flags: (reader, place, what) => readMap(reader, place, what, readFlag),
  holders: (reader, place, what) => readMap(reader, place, what, readers.texts),
  times: (reader, place, what) => readMap(reader, place, what, readTime),
  reactions: (reader, place, what) => readMap(reader, place, what, readReaction),
  files: (reader, place, what) => readMap(reader, place, what, readers.texts),
  issues: (reader, place, what) => readMap(reader, place, what, readIssue),
  card: (reader, place) => (isNothing(reader, place) ? null : readTable(reader, place, cardKeys, 'card')),
  pulls: (reader, place) => reader.items(place, 'pulls').map((item) => readTable(reader, item, pullKeys, 'pulls')),
};

function readMap(reader: YamlReader, place: Placed, what: string, read: Read): ExpectedValue {
  return reader.entries(place, what).map(({ key, line, value }) => ({ key, line, value: read(reader, value, key) }));
}

function readIssue(reader: YamlReader, place: Placed, number: string): ExpectedValue {
  if (!/^[1-9]\d*$/.test(number)) reader.fail(place, `"${number}" is no issue number`);
  return isNothing(reader, place) ? null : readExpectations(reader, place);
}

function readFlag(reader: YamlReader, place: Placed, what: string): ExpectedValue {
  const value = reader.scalar(place);
  if (value !== null && typeof value !== 'boolean') reader.fail(place, `${what} must be true or false`);
  return value;
}

function readTime(reader: YamlReader, place: Placed, what: string): ExpectedValue {
  const text = reader.text(place, what);
  if (text !== null && storyTime(text) === null) reader.fail(place, `"${text}" is no time`);
  return text;
}

function readReaction(reader: YamlReader, place: Placed, what: string): ExpectedValue {
  const text = reader.text(place, what);
  if (text !== null && text !== 'ok' && text !== 'refused') reader.fail(place, `${what} must be ok or refused`);
  return text;
}

function isNothing(reader: YamlReader, place: Placed): boolean {
  return !reader.isList(place) && !reader.isMap(place) && reader.text(place, 'a value') === null;
}
