// The verbs a line may have: for each the keys it takes beside its value, and the act it becomes.
import { parseFault } from '../../sandbox/faults.ts';
import { formBody } from '../../sandbox/form-body.ts';
import { type Access, type Act, accesses, type Files, forgeries } from './story.ts';
import { storyTime } from './times.ts';
import type { Placed, YamlReader } from './yaml-node.ts';

export type Extras = ReadonlyMap<string, Placed>;

/** A line's value and further keys, ready to be read. */
export interface Spoken {
  readonly reader: YamlReader;
  readonly value: Placed;
  readonly extras: Extras;
}

export interface Verb {
  readonly keys: readonly string[];
  act(spoken: Spoken): Act;
}

const reasons = { completed: 'completed', 'not planned': 'not_planned', duplicate: 'duplicate' } as const;
const methods = ['merge', 'squash', 'rebase'] as const;

/** By the words of the sentence; the empty one is a comment. */
export const verbs: Readonly<Record<string, Verb>> = {
  '': { keys: [], act: (line) => ({ verb: 'comment', text: needed(line, 'what is said') }) },
  opens: { keys: ['form', 'body', 'labels'], act: opens },
  edits: { keys: ['text', 'replace', 'into'], act: edits },
  deletes: { keys: [], act: (line) => ({ verb: 'delete', target: target(line) }) },
  minimises: { keys: [], act: (line) => ({ verb: 'minimise', target: target(line) }) },
  reacts: {
    keys: ['with'],
    act: (line) => ({ verb: 'react', target: target(line), emoji: extra(line, 'with', '🚀') }),
  },
  labels: { keys: [], act: (line) => ({ verb: 'label', names: many(line, 'a label') }) },
  unlabels: { keys: [], act: (line) => ({ verb: 'unlabel', names: many(line, 'a label') }) },
  assigns: { keys: [], act: (line) => ({ verb: 'assign', logins: many(line, 'a login') }) },
  unassigns: { keys: [], act: (line) => ({ verb: 'unassign', logins: many(line, 'a login') }) },
  retitles: { keys: [], act: (line) => ({ verb: 'retitle', title: needed(line, 'the title') }) },
  closes: { keys: [], act: closes },
  reopens: { keys: [], act: (line) => nothing(line, { verb: 'reopen' }) },
  unlocks: { keys: [], act: (line) => nothing(line, { verb: 'unlock' }) },
  'deletes issue': { keys: [], act: (line) => nothing(line, { verb: 'remove', discussion: false }) },
  'makes discussion': { keys: [], act: (line) => nothing(line, { verb: 'remove', discussion: true }) },
  'renames label': { keys: ['to'], act: (line) => setsLabel(line, extra(line, 'to')) },
  'deletes label': { keys: [], act: (line) => setsLabel(line, null) },
  'renames branch': {
    keys: ['to'],
    act: (line) => ({ verb: 'rename-branch', from: needed(line, 'a branch'), to: extra(line, 'to') }),
  },
  archives: { keys: [], act: (line) => nothing(line, { verb: 'archive', archived: true }) },
  unarchives: { keys: [], act: (line) => nothing(line, { verb: 'archive', archived: false }) },
  locks: { keys: [], act: (line) => nothing(line, { verb: 'lock' }) },
  transfers: { keys: [], act: transfers },
  ticks: { keys: [], act: (line) => ({ verb: 'tick', item: needed(line, 'an item') }) },
  unticks: { keys: [], act: (line) => ({ verb: 'untick', item: needed(line, 'an item') }) },
  merges: { keys: ['method'], act: merges },
  'closes pull': { keys: [], act: (line) => ({ verb: 'close-pull', branch: needed(line, 'a branch') }) },
  'reopens pull': { keys: [], act: (line) => ({ verb: 'reopen-pull', branch: needed(line, 'a branch') }) },
  'deletes branch': { keys: [], act: (line) => ({ verb: 'delete-branch', branch: needed(line, 'a branch') }) },
  'edits pull': { keys: ['files'], act: editsPull },
  'opens pull': { keys: ['body', 'files', 'from'], act: opensPull },
  pushes: { keys: ['files'], act: (line) => nothing(line, { verb: 'push', files: filesOf(line, true) }) },
  'is now': { keys: [], act: isNow },
  'is called': { keys: [], act: (line) => ({ verb: 'call', login: needed(line, 'a login') }) },
  'GitHub fails': { keys: [], act: fails },
  'app down until': { keys: [], act: downUntil },
  'app becomes': { keys: [], act: (line) => ({ verb: 'become', login: needed(line, 'a login') }) },
};

function opens(line: Spoken): Act {
  const [form, body, labels] = ['form', 'body', 'labels'].map((key) => line.extras.get(key));
  if (form && body) line.reader.fail(body, 'write either "form" or "body"');
  const answers = (form ? line.reader.entries(form, 'form') : []).map(({ key, value }) => {
    return [key, line.reader.text(value, key) ?? ''] as const;
  });
  const own = labels ? line.reader.texts(labels, 'a label') : [];
  return {
    verb: 'open',
    title: needed(line, 'the title'),
    body: form ? formBody(Object.fromEntries(answers)) : body ? line.reader.needed(body, 'body') : '',
    labels: form ? [...new Set(['incident', ...own])] : own,
    byForm: form !== undefined,
  };
}

/** The whole text, or what becomes what in it, or a forgery. */
function edits(line: Spoken): Act {
  const [replace, into] = ['replace', 'into'].map((key) => line.extras.get(key));
  if (into) {
    const word = line.reader.needed(into, 'into');
    const forgery = forgeries.find((name) => name === word);
    if (!forgery) return line.reader.fail(into, `"${word}" is none of ${forgeries.join(', ')}`);
    return { verb: 'forge', target: target(line), into: forgery };
  }
  if (!replace) return { verb: 'edit', target: target(line), text: extra(line, 'text') };
  const changes = line.reader.entries(replace, 'replace');
  const texts = changes.map(({ key, value }) => [key, line.reader.text(value, key) ?? ''] as const);
  return { verb: 'change', target: target(line), replace: Object.fromEntries(texts) };
}

function closes(line: Spoken): Act {
  const text = (line.reader.text(line.value, 'the reason') ?? 'completed').trim().replaceAll('_', ' ');
  const reason = Object.entries(reasons).find(([word]) => word === text)?.[1];
  return { verb: 'close', reason: reason ?? line.reader.fail(line.value, `"${text}" is no reason to close`) };
}

function setsLabel(line: Spoken, to: string | null): Act {
  return { verb: 'set-label', name: needed(line, 'a label'), to };
}

function transfers(line: Spoken): Act {
  const [owner, name, ...more] = needed(line, 'a repository').split('/');
  if (!owner || !name || more.length > 0) line.reader.fail(line.value, 'write the repository as owner/name');
  return { verb: 'transfer', owner, name };
}

function merges(line: Spoken): Act {
  const word = extra(line, 'method', 'merge');
  const method = methods.find((name) => name === word);
  const place = line.extras.get('method') ?? line.value;
  return {
    verb: 'merge',
    branch: needed(line, 'a branch'),
    method: method ?? line.reader.fail(place, `"${word}" is none of ${methods.join(', ')}`),
  };
}

function editsPull(line: Spoken): Act {
  return { verb: 'edit-pull', branch: needed(line, 'a branch'), files: filesOf(line, true) };
}

function opensPull(line: Spoken): Act {
  const from = line.extras.get('from');
  if (from && line.reader.needed(from, 'from') !== 'fork') line.reader.fail(from, '"from" can only be "fork"');
  const branch = needed(line, 'a branch');
  const files = filesOf(line, false);
  return {
    verb: 'open-pull',
    branch,
    body: extra(line, 'body', ''),
    // A pull request needs something new in it.
    files: Object.keys(files).length > 0 ? files : { [`changes/${branch}.txt`]: `${branch}\n` },
    fork: from !== undefined,
  };
}

function isNow(line: Spoken): Act {
  const word = needed(line, 'a permission');
  const access: Access | 'gone' | undefined = word === 'gone' ? 'gone' : accesses.find((name) => name === word);
  const known = [...accesses, 'gone'].join(', ');
  return { verb: 'permit', access: access ?? line.reader.fail(line.value, `"${word}" is none of ${known}`) };
}

function fails(line: Spoken): Act {
  const fault = needed(line, 'how GitHub fails');
  try {
    parseFault(fault, '2026-03-02T00:00:00Z');
  } catch (error) {
    line.reader.fail(line.value, error instanceof Error ? error.message : String(error));
  }
  return { verb: 'fail', fault };
}

function downUntil(line: Spoken): Act {
  const text = needed(line, 'a time');
  return { verb: 'down', until: storyTime(text) ?? line.reader.fail(line.value, `"${text}" is no time`) };
}

function filesOf(line: Spoken, required: boolean): Files {
  const files = line.extras.get('files');
  if (!files) return required ? line.reader.fail(line.value, '"files" is missing') : {};
  const read = line.reader.entries(files, 'files');
  if (required && read.length === 0) line.reader.fail(files, '"files" is empty');
  return Object.fromEntries(read.map(({ key, value }) => [key, line.reader.text(value, key)]));
}

function target(line: Spoken): string {
  return needed(line, 'what it is about');
}

function needed(line: Spoken, what: string): string {
  return line.reader.needed(line.value, what);
}

function many(line: Spoken, what: string): readonly string[] {
  return line.reader.texts(line.value, what);
}

function nothing(line: Spoken, act: Act): Act {
  const text = line.reader.text(line.value, 'a value');
  if (text !== null) line.reader.fail(line.value, `this verb takes no value ("${text}")`);
  return act;
}

function extra(line: Spoken, key: string, otherwise?: string): string {
  const place = line.extras.get(key);
  if (place) return line.reader.needed(place, key);
  return otherwise ?? line.reader.fail(line.value, `"${key}" is missing`);
}
