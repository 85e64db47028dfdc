// What the format of scenarios knows, and what it refuses with file and line.
import { parseStory } from './parse.ts';
import type { NotAScenario } from './story.ts';

const head = 'story: A story\ngiven:\n';

function refusal(text: string): string {
  try {
    parseStory('x.yml', text);
  } catch (error) {
    const { file, line, what } = error as NotAScenario;
    return `${file}:${line}: ${what}`;
  }
  return 'a scenario';
}

describe('a scenario', () => {
  test('puts lines of the same minute one second apart, and days after day one', () => {
    const { given, looks } = parseStory(
      'x.yml',
      `${head}  - 10:00 rae opens: Down\n  - 10:00 bob: hello\n  - 10:00 bob reopens\n  - +1d 09:00 bob: late\n`,
    );
    expect(given.map(({ at }) => at)).toEqual([
      '2026-03-02T10:00:00Z',
      '2026-03-02T10:00:01Z',
      '2026-03-02T10:00:02Z',
      '2026-03-03T09:00:00Z',
    ]);
    expect(looks.map(({ at }) => at)).toEqual(['2026-03-03T09:01:00Z']);
  });

  test('reads a form as GitHub writes it', () => {
    const { given } = parseStory(
      'x.yml',
      `${head}  - 10:00 rae opens: Down\n    form: {severity: Sev-2, Resolved at: "10:00", Priority: P1}\n`,
    );
    const [line] = given;
    const body = line?.act.verb === 'open' ? line.act.body : '';
    expect(body).toMatch(/^### Summary\n\n_No response_\n\n### Severity\n\nSev-2\n\n### Impact/);
    expect(body).toMatch(/### Already over\? \(Resolved at\)\n\n10:00\n\n### Priority\n\nP1$/);
    expect(line?.act).toMatchObject({ labels: ['incident'], byForm: true });
  });

  test('takes one label or a list, a number as text, and a text of many lines', () => {
    const text = `${head}  - 10:00 bob labels: [a, 1]\n  - 10:01 bob labels: sev-1\n  - 10:02 bob: 42\n  - 10:03 bob: |\n      one\n      two\n`;
    expect(parseStory('x.yml', text).given.map(({ act }) => act)).toEqual([
      { verb: 'label', names: ['a', '1'] },
      { verb: 'label', names: ['sev-1'] },
      { verb: 'comment', text: '42' },
      { verb: 'comment', text: 'one\ntwo\n' },
    ]);
  });

  test('puts the config where Sitrep reads it', () => {
    const config = '.github/sitrep.yml';
    const given = 'given: [10:00 bob reopens]\n';
    expect(parseStory('x.yml', `story: S\nhandbook: workflow-guide\n${given}`).files[config]).toBe(
      'handbook: workflow-guide\n',
    );
    expect(parseStory('x.yml', `story: S\nconfig: |\n  zone: UTC\n${given}`).files[config]).toBe('zone: UTC\n');
    expect(parseStory('x.yml', `story: S\n${given}`).files[config]).toBeUndefined();
  });
});

test('milestones and privacy are as written, and neither where nothing is said', () => {
  const given = 'given: [10:00 bob reopens]';
  const told = parseStory(
    'x.yml',
    `story: S\nprivate: true\nmilestones: [{title: M, due: +1d 10:00}, {title: N}]\n${given}`,
  );
  expect(told).toMatchObject({
    private: true,
    milestones: [
      { title: 'M', due: '2026-03-03T10:00:00Z' },
      { title: 'N', due: null },
    ],
  });
  expect(parseStory('x.yml', `story: S\n${given}`)).toMatchObject({ private: false, milestones: [] });
});

describe('what is no scenario', () => {
  test.each([
    ['given: [10:00 bob reopens]', '1: "story" is missing'],
    ['story: S', '1: "given" is missing'],
    ['story: S\ngiven: []', '2: given is empty'],
    ['story: S\nstorey: T\ngiven: [10:00 bob reopens]', '2: unknown key "storey"'],
    ['story: [S', '1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    [`${head}  - 10:00 bob reopens\n  - 09:59 bob reopens`, '4: the time goes back'],
    [`${head}  - 10:00 bob dances`, '3: unknown verb "dances"'],
    [`${head}  - 25:00 bob reopens`, '3: "25:00" is no time'],
    [`${head}  - bob reopens`, '3: a line is one "TIME WHO VERB: VALUE"'],
    [`${head}  - 10:00 bob: hi\n    loud: true`, '4: unknown key "loud" in this line'],
    [`${head}  - 10:00 bob edits: c1\n    text: x`, '3: nothing is called "c1" yet'],
    [`${head}  - 10:00 bob: hi\n    as: card`, '3: the name "card" is taken'],
    [`${head}  - 10:00 bob closes: because`, '3: "because" is no reason to close'],
    [`${head}  - 10:00 bob is now: king`, '3: "king" is none of'],
    [`${head}  - 10:00 bob pushes`, '3: "files" is missing'],
    [`${head}  - 10:00 GitHub fails: badly`, '3: "badly" is not a way to fail'],
    [`${head}  - 10:00 rae opens: X\n    form: {Severity: 1}\n    body: x`, '5: write either "form" or "body"'],
    [`${head}  - 10:00 bob reopens\nat: 09:00`, '4: the time goes back'],
    [`${head}  - 10:00 bob reopens\nthen: {label: []}`, '4: unknown key "label" in then'],
    [`${head}  - 10:00 bob reopens\nthen:\n  card: {colour: red}`, '5: unknown key "colour" in card'],
    [`${head}  - 10:00 bob reopens\nthen:\n  card: {milestones: {resolved: soon}}`, '5: "soon" is no time'],
    [`${head}  - 10:00 bob reopens\nthen:\n  reactions: {c1: maybe}`, '5: c1 must be ok or refused'],
    [`${head}  - 10:00 bob reopens\nthen:\n  reactions: {c2: ok}`, '5: no line is called "c2"'],
    [`${head}  - 10:00 bob reopens\nat: 11:00\nlooks: [{at: 11:00, then: {}}]`, '5: write either "looks"'],
    ['story: S\npeople: {ada: boss}\ngiven: [10:00 bob reopens]', '2: "boss" is none of'],
    ['story: S\nprivate: maybe\ngiven: [10:00 bob reopens]', '2: private must be true or false'],
    ['story: S\nmilestones: [{title: M, date: 10:00}]\ngiven: [10:00 bob reopens]', '2: unknown key "date"'],
    ['story: S\nmilestones: [{due: 10:00}]\ngiven: [10:00 bob reopens]', '2: a milestone needs "title"'],
    ['story: S\nmilestones: [{title: M, due: soon}]\ngiven: [10:00 bob reopens]', '2: "soon" is no time'],
    ['story: S\nhandbook: a\nconfig: b\ngiven: [10:00 bob reopens]', '3: write either "handbook" or "config"'],
  ])('%j', (text, what) => {
    expect(refusal(text)).toContain(`x.yml:${what}`);
  });

  test('a file that is not there', () => {
    expect(() => parseStory('/nowhere/at-all.yml')).toThrow(/nowhere/);
  });
});
