// Templates are strict, and know nothing but what they are given.
import { compileTemplates } from '../../src/render/templates.ts';

test('renders by name, with or without the endings', () => {
  const templates = compileTemplates({ 'a/b.md.hbs': 'Hello {{name}}' });
  expect(templates.render('a/b', { name: '<b>&"' })).toBe('Hello <b>&"\n');
  expect(templates.has('a/b.md.hbs')).toBe(true);
});

test('an unknown name is refused with the known ones', () => {
  const templates = compileTemplates({ card: '', reply: '' });
  expect(() => templates.render('crad', {})).toThrow('There is no template "crad"; known: card, reply');
  expect(templates.has('__proto__')).toBe(false);
});

test.each(['{{missing}}', '{{__proto__.x}}', '{{#each list}}{{constructor.name}}{{/each}}', '{{> card}}'])(
  '%s throws instead of printing nothing',
  (text) => {
    const print = () => compileTemplates({ page: text, card: 'card' }).render('page', { list: [{}] });
    expect(print).toThrow();
  },
);

test('a prototype prints nothing', () => {
  const templates = compileTemplates({ page: '[{{constructor}}{{#each list}}{{constructor.name}}{{/each}}]' });
  expect(() => templates.render('page', { list: [{}] })).toThrow();
  expect(compileTemplates({ page: '[{{constructor}}{{toString}}]' }).render('page', {})).toBe('[]\n');
});

test('what is not Handlebars does not compile', () => {
  expect(() => compileTemplates({ page: '{{#if}' })).toThrow();
});
