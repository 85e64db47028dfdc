// Each post-mortem of ours begins with the sections that its handbook asks of the finished file.
import { readShipped } from '../../src/shipped.ts';
import { resolve, shipped } from '../config/ground.ts';

const { templates } = readShipped();

const forms = Object.keys(shipped).flatMap((id) => {
  const { postMortem, types } = resolve(`handbook: ${id}`).handbook;
  const names = [postMortem.template, ...Object.values(postMortem.templates), ...types.map(({ template }) => template)];
  return [...new Set(names)].flatMap((name) => (name ? [[id, name, postMortem.sections] as const] : []));
});

test.each(forms)('%s: %s', (_, name, sections) => {
  const lines = templates[`post-mortems/${name}.md.hbs`]?.split('\n') ?? [];
  const headings = lines.flatMap((line) => /^#+ (.+)$/.exec(line)?.[1] ?? []);
  expect(headings).toEqual(expect.arrayContaining([...sections]));
});

test('every form of ours belongs to a handbook', () => {
  const ours = Object.keys(templates).filter((path) => path.startsWith('post-mortems/'));
  expect(forms.map(([, name]) => `post-mortems/${name}.md.hbs`).sort()).toEqual(ours.sort());
});
