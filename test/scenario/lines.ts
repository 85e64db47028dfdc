// The sentences of `given`: `TIME WHO VERB: VALUE` with further keys of the same list item.
import { isScalar } from 'yaml';
import type { Line } from './story.ts';
import { type Extras, verbs } from './verbs.ts';
import type { Placed, PlacedEntry, YamlReader } from './yaml-node.ts';

const beginsWithTime = /^((?:\+\d+d\s+)?\d{1,2}:\d{2}(?::\d{2})?)\s+(\S.*)$/;
const always = ['issue', 'as', 'refused'];

/** A line whose place in time is still to be found. */
export interface ReadLine {
  readonly line: Omit<Line, 'at'>;
  /** As written. */
  readonly time: string;
}

/** Reads one list item of `given`. */
export function readLine(reader: YamlReader, item: Placed): ReadLine {
  const entries = reader.isMap(item) ? reader.entries(item, 'a line') : [bare(reader, item)];
  const spoken = entries.filter(({ key }) => beginsWithTime.test(key));
  const [sentence] = spoken;
  if (!sentence || spoken.length > 1) reader.fail(item, 'a line is one "TIME WHO VERB: VALUE"');
  const [, time = '', rest = ''] = beginsWithTime.exec(sentence.key) ?? [];
  const { who, verb } = speaker(rest.trim());
  const read = verbs[verb] ?? reader.fail(item, `unknown verb "${verb}"`);
  const extras = new Map(entries.filter((entry) => entry !== sentence).map(({ key, value }) => [key, value] as const));
  for (const [key, value] of extras) {
    if (!always.includes(key) && !read.keys.includes(key)) reader.fail(value, `unknown key "${key}" in this line`);
  }
  const act = read.act({ reader, value: sentence.value, extras });
  return { time, line: { line: sentence.line, sentence: sentence.key, who, act, ...readCommon(reader, extras) } };
}

/** A sentence without a value and without further keys is plain text in YAML. */
function bare(reader: YamlReader, item: Placed): PlacedEntry {
  const key = isScalar(item.node) ? reader.needed(item, 'a line') : reader.fail(item, 'a line is a sentence');
  return { key, line: item.line, value: { ...item, node: null } };
}

/** What happens without anybody of the thread. */
const nobodys: ReadonlySet<string> = new Set(['GitHub fails', 'app down until', 'app becomes']);

function speaker(rest: string): { who: string; verb: string } {
  if (nobodys.has(rest)) return { who: '', verb: rest };
  const [who = '', ...words] = rest.split(/\s+/);
  return { who, verb: words.join(' ') };
}

function readCommon(reader: YamlReader, extras: Extras): Pick<Line, 'issue' | 'as' | 'refused'> {
  const [issue, as, refused] = [extras.get('issue'), extras.get('as'), extras.get('refused')];
  const number = issue && Number(reader.needed(issue, 'issue'));
  if (issue && !(Number.isInteger(number) && Number(number) > 0)) reader.fail(issue, 'issue must be a number from 1');
  const flag = refused ? reader.scalar(refused) : false;
  if (refused && typeof flag !== 'boolean') reader.fail(refused, 'refused must be true or false');
  return { issue: number ?? null, as: as ? reader.needed(as, 'as') : null, refused: flag === true };
}
