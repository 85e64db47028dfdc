// A fault of each kind in a copy of each shipped handbook: named at its line and column in the copy, with why, and what to write.
import { parseDocument } from 'yaml';
import type { Handbook } from '../../src/core/handbook.ts';
import { resolve, shipped, shown } from './ground.ts';

type Path = readonly string[];
interface Fault {
  /** What the copy is changed to, by path; undefined: taken away. */
  readonly set: (handbook: Handbook) => readonly (readonly [Path, unknown])[];
  /** What the line that the problem points at holds. */
  readonly at: (handbook: Handbook) => string;
  readonly says: RegExp;
}

const last = ({ statuses }: Handbook) => statuses.at(-1)!.id;
const worst = ({ severities }: Handbook) => severities[0]!.id;
const leader = ({ roles }: Handbook) => roles.find(({ leads }) => leads)!.id;
const clock = (handbook: Handbook) => ({
  ...{ name: 'Seeded', from: 'declared', to: 'acknowledged', owner: leader(handbook) },
  within: { [worst(handbook)]: '15m' },
});
const one = (path: Path, value: unknown) => () => [[path, value] as const];

const faults: Readonly<Record<string, Fault>> = {
  'an unknown key': { set: one(['zonne'], 'UTC'), at: () => 'zonne:', says: /no key `zonne`.*`zone`/ },
  'a value of the wrong type': { set: one(['announce'], 'raised'), at: () => 'announce:', says: /must be a list/ },
  'a table that is missing': { set: one(['statuses'], undefined), at: () => '', says: /lacks `statuses`/ },
  'a status that nothing leads to': {
    set: one(['statuses', 'lost'], { name: 'Lost', color: 'aaaaaa', description: 'Lost', next: [] }),
    at: () => 'lost:',
    says: /No way leads/,
  },
  'a dead end': {
    set: ({ statuses }) => [[['statuses', statuses[1]!.id, 'next'], [statuses[1]!.id]]],
    at: ({ statuses }) => `${statuses[1]!.id}:`,
    says: /dead end|No way leads/,
  },
  'a way to a status that is not there': {
    set: ({ statuses }) => [[['statuses', statuses[0]!.id, 'next'], ['nowhere']]],
    at: () => 'nowhere',
    says: /which is no status/,
  },
  'a gate that waits for what cannot come': {
    set: () => [
      [['post-mortem', 'required-at'], []],
      [['checklist', 'seeded'], { text: 'Reviewed', 'proved-by': 'post-mortem-merged' }],
    ],
    at: () => 'post-mortem-merged',
    says: /never become true/,
  },
  'an item owed by a role that is not there': {
    set: one(['checklist', 'seeded'], { text: 'Reviewed', role: 'nobody' }),
    at: () => 'role: nobody',
    says: /the role `nobody`, which is not there/,
  },
  'a role that nobody can hold': {
    set: (handbook) => [[['roles', leader(handbook), 'not-with'], [leader(handbook)]]],
    at: leader,
    says: /Nobody can hold/,
  },
  'nobody leads': {
    set: ({ roles }) => roles.map(({ id }) => [['roles', id, 'leads'], 'false'] as const),
    at: () => 'roles:',
    says: /No role leads/,
  },
  'a severity that nobody may declare': {
    set: (handbook) => [[['severities', worst(handbook), 'set-by'], ['nobody']]],
    at: () => 'nobody',
    says: /Nobody may declare/,
  },
  'an approval by nobody': {
    set: (handbook) => [[['audiences', 'seeded'], { name: 'Seeded', approval: { [worst(handbook)]: [] } }]],
    at: worst,
    says: /Nobody may approve/,
  },
  'a template that is not there': {
    set: one(['post-mortem', 'template'], 'nothing.md.hbs'),
    at: () => 'template: nothing.md.hbs',
    says: /no file `\.github\/sitrep\/nothing/,
  },
  'a field that is not there': {
    set: () => [
      [['audiences', 'seeded'], { name: 'Seeded' }],
      [['messages', 'seeded'], { name: 'Seeded', audience: 'seeded', text: 'It is {{impcat}}' }],
    ],
    at: () => '{{impcat}}',
    says: /no field of the record.*`impact`/,
  },
  'a message to nobody': {
    set: one(['messages', 'seeded'], { name: 'Seeded', audience: 'nobodies', text: 'It is' }),
    at: () => 'audience: nobodies',
    says: /names the audience `nobodies`/,
  },
  'a clock that never ends': {
    set: (handbook) => [[['clocks', 'seeded'], { ...clock(handbook), from: 'resolved' }]],
    at: () => 'to: acknowledged',
    says: /never ends/,
  },
  'a clock without an owner': {
    set: (handbook) => [[['clocks', 'seeded'], { ...clock(handbook), owner: undefined }]],
    at: () => 'seeded:',
    says: /`clocks\.seeded\.owner` is missing/,
  },
  'a clock that a role owns which is not there': {
    set: (handbook) => [[['clocks', 'seeded'], { ...clock(handbook), owner: 'nobody' }]],
    at: () => 'owner: nobody',
    says: /names the role `nobody`/,
  },
  'a clock without a time': {
    set: (handbook) => [[['clocks', 'seeded'], { ...clock(handbook), within: {} }]],
    at: () => 'seeded:',
    says: /has no time/,
  },
  'a triage that goes round': {
    set: () => [[['triage'], { again: { text: 'Again?', answers: { yes: 'again', no: 'again' } } }]],
    at: () => 'yes: again',
    says: /without end/,
  },
  'one word for two roles': {
    set: (handbook) => [[['roles', 'seeded'], { name: 'Seeded', aliases: [leader(handbook)] }]],
    at: leader,
    says: /would mean/,
  },
  'a last status that closes nothing': {
    set: (handbook) => [[['statuses', last(handbook), 'milestone'], 'null']],
    at: (handbook) => `${last(handbook)}:`,
    says: /must set the milestone `closed`/,
  },
  'handbooks that build on themselves': {
    set: one(['extends'], 'copy.yml'),
    at: () => 'extends: copy.yml',
    says: /builds on itself/,
  },
};

const told = Object.fromEntries(Object.keys(shipped).map((id) => [id, resolve(`handbook: ${id}\n`).handbook]));
const sown = Object.keys(shipped).flatMap((id) => Object.keys(faults).map((fault) => [id, fault] as const));

test.each(sown)('%s: %s', (id, name) => {
  const { set, at, says } = faults[name]!;
  const document = parseDocument(shipped[id]!, { schema: 'failsafe' });
  for (const [path, value] of set(told[id]!)) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, value);
  }
  const text = document.toString();
  const { problems, sound, handbook } = resolve('handbook: copy.yml\n', { 'copy.yml': text });
  expect([sound, handbook.id]).toEqual([false, 'workflow-guide']);
  const found = problems.find((problem) => says.test(`${problem.what} ${problem.suggestion}`));
  expect(problems.map(shown)).toContainEqual(expect.stringMatching(says));
  expect(found!.file).toBe('.github/sitrep/copy.yml');
  const line = text.split('\n')[found!.line - 1]!;
  expect(found!.column).toBeLessThanOrEqual(line.length);
  expect(line).toContain(at(told[id]!));
  expect(found!.suggestion).not.toBe('');
});
