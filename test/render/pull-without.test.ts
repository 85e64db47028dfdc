// The post-mortem's page loses what was taken out, and nothing that people wrote beside it.
import { parse } from 'yaml';
import { pageWithout } from '../../src/render/pull-without.ts';

const issue = 'https://github.com/acme/ops/issues/1';
const nothing = { redactions: [], words: [], deleted: [], deletedWords: [] };
const without = (page: string, words: readonly string[], deleted: readonly string[] = []) =>
  pageWithout(page, { ...nothing, words, deleted });

test('a text goes wherever it stands, in whatever spelling, and the rest of its line stays where it can', () => {
  const page = [
    'title: "The word is swordfish"',
    '| Impact | the word is \\| swordfish | 10:05 |',
    `- 10:05 **bob** noted the word is swordfish [↗](${issue}#issuecomment-7)`,
    'We learnt that "the word is swordfish" is weak.',
    '> THE WORD, is *Sword*fish!',
    '## The word is **swordfish**',
    'Nothing else.',
  ].join('\n');
  expect(without(page, ['the word is swordfish']).split('\n')).toEqual([
    'title: "[taken out]"',
    '| Impact | [taken out] | 10:05 |',
    `- 10:05 **bob** noted [taken out] [↗](${issue}#issuecomment-7)`,
    'We learnt that "[taken out]" is weak.',
    '> [taken out]',
    '## [taken out]',
    'Nothing else.',
  ]);
});

test('a text that was cut off is found by its beginning, and goes to the end of its line; one that says hardly anything is not looked for', () => {
  expect(without('- then it is swordfish and more', ['it is swordf…'])).toBe('- [taken out]');
  expect(without('so it was, ok?', ['ok', 'it'])).toBe('so it was, ok?');
  expect(without('left', [])).toBe('left');
});

test('the block that links a comment loses its words, however they read by now; the next block does not', () => {
  const block = (number: number, words: string) =>
    `**10:0${number}** bob [↗](${issue}#issuecomment-${number})\n\n> ${words}\n> more of ${words}\n`;
  const page = `${block(7, 'spelled anew')}\n${block(8, 'left')}\n> somebody's own quote\n`;
  expect(without(page, [], ['7'])).toBe(
    `**10:07** bob [↗](${issue}#issuecomment-7)\n\n> [taken out]\n\n${block(8, 'left')}\n> somebody's own quote\n`,
  );
});

test('the front matter stays what machines can read: keys stay, and of a value as little goes as can', () => {
  const front = [
    '---',
    'title: "Checkout says swordfish"',
    'severity: {"first":"sev-1","peak":"Sword-Fish"}',
    'services: ["swordfish","shop"]',
    'milestones:',
    '  resolved: null',
    'owner: somebody, swordfish',
    'tags:',
    '  - swordfish',
    '---',
    'The milestones are resolved.',
  ];
  const left = without(front.join('\n'), ['swordfish', 'milestones', 'resolved', 'first":"sev-1']);
  expect(left.split('\n')).toEqual([
    '---',
    'title: "Checkout says [taken out]"',
    'severity: "[taken out]"',
    'services: ["[taken out]","shop"]',
    'milestones:',
    '  resolved: null',
    'owner: "[taken out]"',
    'tags:',
    '  - "[taken out]"',
    '---',
    'The [taken out] are [taken out].',
  ]);
  expect(parse(left.split('---')[1] ?? '')).toMatchObject({ services: ['[taken out]', 'shop'], tags: ['[taken out]'] });
});
