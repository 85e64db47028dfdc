// Whatever is wrong is said with its place and what to write instead, and the default handbook holds.
import { resolve, shown } from './ground.ts';

const base = resolve(null).handbook;

/** Wrong config → beginning of each problem, or what it holds. */
const wrong: readonly (readonly [string, readonly (string | RegExp)[]])[] = [
  ['zoen: UTC', ['sitrep.yml:1:1 There is no key `zoen` here. Did you mean `zone`?']],
  ['\nlabel: {colour: ff0000}', ['sitrep.yml:2:9 There is no key `colour` in `label`. Did you mean `color`?']],
  ['zone: Europe/Berln', ['sitrep.yml:1:7 `zone` is not a time zone of the IANA list (perhaps `Europe/Berlin`).']],
  ['zone: "+02:00"', ['sitrep.yml:1:7 `zone` is not a time zone of the IANA list.']],
  ['zone: [UTC]', ['sitrep.yml:1:7 `zone` must be text, not a list. Write `zone: UTC`.']],
  ['roles:\n  - scribe', ['sitrep.yml:2:3 `roles` must be a map, not a list. Write for example `roles: {scribe: {']],
  ['announce: [raisd]', ['sitrep.yml:1:12 `announce` cannot be `raisd`. Did you mean `raised`?']],
  ['takeover-after: 30', ['sitrep.yml:1:17 `takeover-after` must be a span of minutes and hours. Did you mean `30m`?']],
  ['takeover-after: 0m', ['sitrep.yml:1:17 `takeover-after` must be longer than nothing. Write for example']],
  [
    'takeover-after: 1.5h',
    ['sitrep.yml:1:17 `takeover-after` must be a span of minutes and hours. Did you mean `90m`?'],
  ],
  [
    'roles: {commander: {check-in: {sev-1: "1,5h"}}}',
    [
      'sitrep.yml:1:39 `roles.commander.check-in.sev-1` must be a span such as `15m`, `4h`, `3d`, `2w` or `5bd`. Did you mean `90m`?',
    ],
  ],
  [
    'roles: {commander: {check-in: {sev-1: 5}}}',
    [/`roles\.commander\.check-in\.sev-1` must be a span .* Did you mean `5m`\?$/],
  ],
  ['roles: {commander: {check-in: {sev-1: 2 hours}}}', [/ Did you mean `2h`\?$/]],
  ['roles: {commander: {check-in: {sev-1: soon}}}', [/ Write for example `sev-1: 15m`\.$/]],
  ['zone: Berlin', ['sitrep.yml:1:7 `zone` is not a time zone of the IANA list (perhaps `Europe/Berlin`).']],
  ['zone: Berlinn', ['sitrep.yml:1:7 `zone` is not a time zone of the IANA list (perhaps `Europe/Berlin`).']],
  ['zone: new york', [/\(perhaps `America\/New_York`\)/]],
  ['lables: {name: x}', ['sitrep.yml:1:1 There is no key `lables` here. Did you mean `label`?']],
  [
    'clocks: {respons: {within: {sev-1: 5m}}}',
    [
      'sitrep.yml:1:10 `clocks.respons` is a new entry, and lacks `name`, `from`, `to`, `owner`. Did you mean `response`?',
    ],
  ],
  ['clocks: {own: {within: {sev-1: 5}}}', ['sitrep.yml:1:32 `clocks.own.within.sev-1` must be a span such as']],
  [
    'clocks: {own: {within: {sev-1: 5m}}}',
    [
      'sitrep.yml:1:10 `clocks.own` is a new entry, and lacks `name`, `from`, `to`, `owner`. Write them, or the id of one',
    ],
  ],
  [
    'clocks: {response: {warn-at: 750%}}',
    [
      'sitrep.yml:1:30 The clock `response` would warn at 750 % of its time, which has run out at 100 %. Did you mean `75%`?',
    ],
  ],
  [
    'clocks: {response: {warn-at: 100%}}',
    [
      'sitrep.yml:1:21 The clock `response` escalates at 100 % of its time, and warns only at 100 %. Write an `escalate-at` that is',
    ],
  ],
  ['clocks: {response: {warn-at: 0.75}}', [/must be a percentage from `1%` to `1000%`\. Did you mean `75%`\?$/]],
  ['commands: {}', ['sitrep.yml:1:11 `commands` cannot be a map. Write one of `all`, `prefixed`.']],
  ['who: {rol: lead}', ['sitrep.yml:1:7 `who` names the command `rol`, which is not there. Did you mean `role`?']],
  [
    'aliases: {boom: incidnt}',
    ['sitrep.yml:1:17 `aliases.boom` names the command `incidnt`, which is not there. Did you mean `incident`?'],
  ],
  ['aliases: {scribe: note}', ['sitrep.yml:1:11 `scribe` would mean `scribe` and `/note`.']],
  [
    'roles:\n  scribe: {required-at: [sev-9]}',
    [
      'sitrep.yml:2:26 `roles.scribe.required-at` names the severity `sev-9`, which is not there. Did you mean `sev-1`?',
    ],
  ],
  [
    'checklist:\n  root-cause: {role: scrib}',
    ['sitrep.yml:2:22 `checklist.root-cause.role` names the role `scrib`, which is not there. Did you mean `scribe`?'],
  ],
  [
    `escalation: {levels: {${Array.from({ length: 13 }, (_, at) => `l${at}: {name: L}`).join(', ')}}}`,
    ['sitrep.yml:1:22 `escalation.levels` has more than 12 levels: take some together.'],
  ],
  ['roles: {boss: {}}', ['sitrep.yml:1:9 `roles.boss.name` is missing.']],
  ['roles: {commander: {leads: false}}', ['sitrep.yml:1:1 No role leads']],
  ['roles: {scribe: {may: [takeover]}}', ['sitrep.yml:1:24 A role cannot let its holder say `/takeover`.']],
  [
    'roles: {Scribe 1: {name: S}}',
    [
      'sitrep.yml:1:9 `roles.Scribe 1`: the key must be small letters, digits and hyphens, and begin with a letter. Write for example `scribe-1`.',
    ],
  ],
  [
    'services: {pay: {customers: [acme]}}',
    [
      'sitrep.yml:1:30 `services.pay.customers` names the customer `acme`, which is not there. Tell it under `customers`, or take it away here.',
    ],
  ],
  ['severities: {sev-1: {color: red}}', ['sitrep.yml:1:29 `severities.sev-1.color` must be six hex digits.']],
  [
    'severities: {sev-4: null}',
    ['sitrep.yml:1:14 `matrix.medium.low` names the severity `sev-4`, which is not there.'],
  ],
  ['label: {name: sev-1}', ['sitrep.yml:1:9 The label `sev-1` would stand for `label.name` and `severities.sev-1`.']],
  ['post-mortem: {required-at: [], template: x.md}', ['sitrep.yml:1:42 There is no file `.github/sitrep/x.md`.']],
  ['post-mortem: {template: workflow-guid}', ['sitrep.yml:1:25 There is no template `workflow-guid`. Did you mean']],
  ['post-mortem: {template: ../../x}', ['sitrep.yml:1:25 `post-mortem.template` must be a relative path']],
  ['post-mortem: {folder: /etc}', ['sitrep.yml:1:23 `post-mortem.folder` must be a relative path']],
  ['post-mortem: {folder: .github/workflows}', ['sitrep.yml:1:23 `post-mortem.folder` must be a relative path']],
  ['handbook: workflow-guid', ['sitrep.yml:1:11 There is no handbook `workflow-guid`. Did you mean `workflow-guide`?']],
  ['handbook: constructor', ['sitrep.yml:1:11 There is no handbook `constructor`.']],
  ['handbook: our.yml', ['sitrep.yml:1:11 There is no file `.github/sitrep/our.yml`.']],
  ['handbook: ../../etc/passwd', ['sitrep.yml:1:11 `../../etc/passwd` is not a path below `.github/sitrep/`.']],
  ['handbook: /etc/passwd', ['sitrep.yml:1:11 `/etc/passwd` is not a path below']],
  ['handbook: .github/sitrep/a.yml', ['sitrep.yml:1:11 `.github/sitrep/a.yml` is not a path below']],
  ['zone: UTC\nzone: UTC', ['sitrep.yml:2:1 The key `zone` stands here twice.']],
  ['zone: "x" a\u2028b', ['sitrep.yml:1:11 This is not YAML: Unexpected scalar at node end. Mend this line.']],
  ['__proto__: {zone: UTC}', ['sitrep.yml:1:1 `__proto__` cannot be a key.']],
  ['who: {constructor: lead}', ['sitrep.yml:1:7 `constructor` cannot be a key.']],
  ['a: &a [1]\nb: *a', ['sitrep.yml:1:4 Anchors (`&name`) are not read.']],
  ['b: *a', ['sitrep.yml:1:4 Aliases (`*name`) are not read.']],
  ['zone: !!js/function "x"', ['sitrep.yml:1:7 Tags (`!name`) are not read.']],
  ['? [a]\n: b', ['sitrep.yml:1:1 Keys with `?` are not read.']],
  ['zone: [', ['sitrep.yml:1:7 This is not YAML: this `[` is never closed.']],
  ['a: [1]\nb: [', ['sitrep.yml:2:4 This is not YAML: this `[` is never closed. Write `]` where it ends.']],
  ['zone: UTC\nclocks', ['sitrep.yml:2:1 This is not YAML: a `:` is missing after `clocks`. Write `clocks:`.']],
  ['- zone', ['sitrep.yml:1:1 The file must be a map']],
  ['just words', ['sitrep.yml:1:1 The file must be a map']],
  ['zone: UTC\n---\nzone: UTC', ['sitrep.yml:2:1 This is not YAML']],
  ['\u0000', ['sitrep.yml:1:1 The file is not text.']],
];

test.each(wrong)('%j', (text, beginnings) => {
  const { handbook, problems } = resolve(text);
  expect(handbook).toEqual(base);
  expect(problems.length).toBeGreaterThan(0);
  for (const [at, beginning] of beginnings.entries()) expect(shown(problems[at]!)).toMatch(beginningWith(beginning));
});

test('all problems of a file are told at once, by line', () => {
  const { problems } = resolve('zoen: UTC\nannounce: [raisd, lowerd]\ncommands: some\n');
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [2, 12],
    [2, 19],
    [3, 11],
  ]);
});

test('a problem of a handbook names its file, and one of its override the config', () => {
  const files = { 'our.yml': 'extends: workflow-guide\nname: Ours\nroles:\n  scribe: {required-at: [sev-7]}\n' };
  expect(resolve('handbook: our.yml', files).problems.map(shown)).toEqual([
    'sitrep/our.yml:4:26 `roles.scribe.required-at` names the severity `sev-7`, which is not there. Did you mean `sev-1`?',
  ]);
  const over = resolve('handbook: our.yml\nroles:\n  scribe: {required-at: [sev-8]}', files);
  expect(over.problems.map(shown)).toEqual([
    'sitrep.yml:3:26 `roles.scribe.required-at` names the severity `sev-8`, which is not there. Did you mean `sev-1`?',
  ]);
});

test('handbooks that build on themselves, alone or in a circle', () => {
  const alone = resolve('handbook: a.yml', { 'a.yml': 'extends: a.yml\n' });
  expect(alone.problems.map(shown)).toEqual(['sitrep/a.yml:1:10 `a.yml` builds on itself. Take this `extends` away.']);
  const circle = resolve('handbook: a.yml', { 'a.yml': 'extends: b.yml\n', 'b.yml': '\nextends: a.yml\n' });
  expect(circle.problems.map(shown)).toEqual(['sitrep/b.yml:2:10 `a.yml` builds on itself. Take this `extends` away.']);
  const long = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`h${at}.yml`, `extends: h${at + 1}.yml\n`]));
  expect(resolve('handbook: h0.yml', long).problems.map(({ what }) => what)).toEqual([
    'More than 8 handbooks build on each other.',
  ]);
});

test('a handbook that is not whole says so once', () => {
  const { problems } = resolve('handbook: a.yml', { 'a.yml': 'name: Alone\n' });
  expect(problems).toHaveLength(1);
  expect(shown(problems[0]!)).toMatch(
    /^sitrep\/a\.yml:1:1 The handbook lacks `label`, .* Write `extends: workflow-guide`/,
  );
});

test('a template that is not text, or too large', () => {
  const config = 'post-mortem: {template: t.hbs}';
  expect(resolve(config, { 't.hbs': '\0' }).problems[0]?.what).toBe('`.github/sitrep/t.hbs` is not text.');
  expect(resolve(config, { 't.hbs': 'x'.repeat(100_000) }).problems[0]?.what).toBe(
    '`.github/sitrep/t.hbs` is larger than 96 KiB.',
  );
});

test('what a problem repeats of the file is short and harmless', () => {
  const { problems } = resolve(`"a\`\\u202e${'x'.repeat(500)}": 1\nhandbook: "@acme/all\\nb"\n`);
  for (const { what } of problems) {
    expect(what).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(what.length).toBeLessThan(200);
  }
});

function beginningWith(text: string | RegExp): RegExp {
  if (typeof text !== 'string') return text;
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
