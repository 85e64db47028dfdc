// What a config changes, and what it leaves alone.
import { resolve, shown } from './ground.ts';

const base = resolve(null).handbook;

function changed(text: string, files: Readonly<Record<string, string>> = {}) {
  const resolved = resolve(text, files);
  expect(resolved.problems).toEqual([]);
  return resolved.handbook;
}

test('an empty config, or one of comments only, changes nothing', () => {
  expect(changed('')).toEqual(base);
  expect(changed('# nothing yet\n')).toEqual(base);
  expect(changed('handbook: workflow-guide\n')).toEqual(base);
});

test('single values and lists replace', () => {
  const handbook = changed(
    'zone: Europe/Berlin\nannounce: [raised]\ncommands: prefixed\ntakeover-after: 1h30m\nstatus-prefix: "now: "\n' +
      'responders: ["@Acme/SRE"]\nreporters: ["pager[bot]"]\n',
  );
  expect(handbook).toEqual({
    ...base,
    zone: 'Europe/Berlin',
    announce: ['raised'],
    commands: 'prefixed',
    takeoverAfterMinutes: 90,
    statusPrefix: 'now: ',
    responders: ['acme/sre'],
    reporters: ['pager'],
  });
});

test('an entry of a table is changed by key, added at the end, or taken out', () => {
  const handbook = changed(
    'roles:\n  expert: null\n  scribe: {required-at: [sev-1, sev-2]}\n  liaison: {name: Customer liaison, holders: many}\n',
  );
  expect(handbook.roles.map(({ id }) => id)).toEqual([
    'commander',
    'technical-lead',
    'communications',
    'scribe',
    'liaison',
  ]);
  expect(handbook.roles[3]).toEqual({ ...base.roles[3], requiredAt: ['sev-1', 'sev-2'] });
  expect(handbook.roles[4]).toMatchObject({ name: 'Customer liaison', holders: 'many', aliases: [], leads: false });
});

test('`replace` takes a table whole', () => {
  const handbook = changed('replace: [checklist]\nchecklist: {told: {text: Everybody was told}}\n');
  expect(handbook.checklist).toMatchObject([
    { id: 'told', text: 'Everybody was told', role: null, provedBy: null, disprovedByRelapse: false },
  ]);
});

test('headings are added in front, so that old reports are still read', () => {
  const { headings } = changed('headings: {severity: [Dringlichkeit, Severity]}\n');
  expect(headings.severity.slice(0, 2)).toEqual(['Dringlichkeit', 'Severity']);
  expect(headings.severity).toEqual(expect.arrayContaining([...base.headings.severity]));
  expect(headings.summary).toEqual(base.headings.summary);
});

test('a colour is text, with or without `#` and quotes', () => {
  const { severities } = changed(
    'severities: {sev-1: {color: 000000}, sev-2: {color: "#ABCDEF"}, sev-3: {color: 1e1000}}\n',
  );
  expect(severities.map(({ color }) => color)).toEqual(['000000', 'abcdef', '1e1000', base.severities[3]?.color]);
});

test('a handbook of the repository extends ours, and the config goes over both', () => {
  const handbook = changed('handbook: process/ours.yml\nzone: Asia/Tokyo\n', {
    'process/ours.yml': 'extends: middle.yml\nid: ours\nname: Ours\nannounce: [resolved]\n',
    'middle.yml': 'extends: workflow-guide\nname: Middle\nzone: UTC\ntakeover-after: 15m\n',
  });
  expect(handbook).toEqual({
    ...base,
    id: 'ours',
    name: 'Ours',
    zone: 'Asia/Tokyo',
    announce: ['resolved'],
    takeoverAfterMinutes: 15,
  });
});

test('a handbook without an id is known by its file', () => {
  expect(changed('handbook: our-process.yaml\n', { 'our-process.yaml': 'extends: workflow-guide\n' }).id).toBe(
    'our-process',
  );
});

test('a template of the repository is named below its folder', () => {
  const handbook = changed('post-mortem: {template: pages/review.md.hbs}\n', { 'pages/review.md.hbs': '# {{title}}' });
  expect(handbook.postMortem).toEqual({ ...base.postMortem, template: 'pages/review.md.hbs' });
});

test('`app` names another app, without what a bot has around its login', () => {
  expect(resolve('app: "sitrep[bot]"\n')).toMatchObject({ app: 'sitrep', problems: [] });
});

test('a file called handbook.yml holds without being named, unless the config names another', () => {
  const files = { 'handbook.yml': 'extends: officeluv\nid: ours\nname: Ours\n' };
  expect(resolve(null, files).handbook).toMatchObject({ id: 'ours', major: 'sev-1' });
  expect(resolve('zone: Europe/Berlin\n', files).handbook).toMatchObject({ id: 'ours', zone: 'Europe/Berlin' });
  expect(resolve('handbook: elimu\n', files).handbook.id).toBe('elimu');
});

test('a config may say `extends` for `handbook`; two different names are a problem', () => {
  expect(resolve('extends: elimu\nzone: Europe/Berlin\n').handbook).toMatchObject({
    id: 'elimu',
    zone: 'Europe/Berlin',
  });
  expect(resolve('extends: elimu\nhandbook: elimu\n').problems).toEqual([]);
  expect(resolve('handbook: ims\nextends: elimu\n').problems.map(shown)).toEqual([
    'sitrep.yml:2:1 `handbook` and `extends` name two handbooks. Take one of the two lines away.',
  ]);
});
