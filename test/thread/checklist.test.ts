// The checklist's boxes, printed, read back and compared.
import fc from 'fast-check';
import { changedItems, itemNamed, parseChecklist, printChecklist } from '../../src/thread/checklist.ts';

const items = [
  { id: 'service-restored', text: 'Service fully restored' },
  { id: 'root-cause', text: 'Root cause identified' },
  { id: 'root-access', text: 'Access given back' },
];
const print = (done: readonly boolean[], note: string | null = null) =>
  printChecklist(items.map((item, index) => ({ ...item, done: done[index] ?? false, note })));

test('one line an item, with its hidden id', () => {
  expect(print([false, true]).split('\n').slice(0, 2)).toEqual([
    '- [ ] Service fully restored <!-- item:service-restored -->',
    '- [x] Root cause identified <!-- item:root-cause -->',
  ]);
  expect(print([true], 'ada, 12:10 UTC').split('\n')[0]).toBe(
    '- [x] Service fully restored — _ada, 12:10 UTC_ <!-- item:service-restored -->',
  );
});

test('what is printed is read back, whatever the texts', () => {
  const item = fc.record({ text: fc.string(), done: fc.boolean(), note: fc.option(fc.string()) });
  fc.assert(
    fc.property(fc.array(item), (some) => {
      const lines = some.map((line, index) => ({ ...line, id: `item-${index}` }));
      const clean = lines.filter(({ text, note }) => !`${text}${note}`.includes('<!--'));
      expect(parseChecklist(printChecklist(clean))).toEqual(
        Object.fromEntries(clean.map(({ id, done }) => [id, done])),
      );
    }),
  );
});

test('edits are forgiven', () => {
  const body = [
    'Hello',
    '* [X] changed words <!-- item:service-restored -->',
    '- [x] ROOT cause  identified',
    '- [x] Service fully restored — _x_',
    '- [x] something of mine',
    '- [x]',
    'Access given back',
    '- [] Access given back',
  ].join('\r\n');
  expect(parseChecklist(body, items)).toEqual({ 'service-restored': true, 'root-cause': true });
  expect(parseChecklist('- [ ] Root cause identified — _ada, 12:10 UTC_', items)).toEqual({ 'root-cause': false });
  expect(parseChecklist('- [x] Root cause identified <!-- item:no-such -->', items)).toEqual({});
  expect(Object.entries(parseChecklist('- [x] x <!-- item:__proto__ -->'))).toEqual([['__proto__', true]]);
});

test('what an edit changed', () => {
  expect(changedItems(print([false, true, true]), print([true, false, true]))).toEqual([
    { item: 'service-restored', done: true },
    { item: 'root-cause', done: false },
  ]);
  expect(changedItems(print([true, true]), print([true, true], 'another note'))).toEqual([]);
  expect(changedItems(print([true]), '')).toEqual([]);
  expect(changedItems('', print([true]))).toEqual([{ item: 'service-restored', done: true }]);
});

test.each([
  ['service-restored', 'service-restored'],
  ['Service Restored', 'service-restored'],
  ['ROOT CAUSE IDENTIFIED', 'root-cause'],
  ['serv', 'service-restored'],
  ['root-c', 'root-cause'],
  ['root', null],
  ['access', 'root-access'],
  ['', null],
  ['nothing', null],
])('%j names %j', (word, id) => {
  expect(itemNamed(word, items)?.id ?? null).toBe(id);
});
