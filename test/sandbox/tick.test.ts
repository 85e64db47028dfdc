import { tick } from '../../sandbox/tick.ts';

const list = [
  '### Checklist',
  '- [ ] **Service restored** <!-- service-restored -->',
  '- [x] Root cause known (`root-cause`)',
  '- [ ] Users notified',
  'not a box: [ ] users',
].join('\n');

describe('ticking a box', () => {
  test('by text, by id and by beginning, whatever the case', () => {
    for (const item of ['service restored', 'SERVICE-RESTORED', 'service']) {
      expect(tick(list, item, true)).toBe(list.replace('- [ ] **Service', '- [x] **Service'));
    }
    expect(tick(list, 'root-cause', false)).toBe(list.replace('- [x] Root', '- [ ] Root'));
  });

  test('what is as wanted stays, what is not there is null', () => {
    expect(tick(list, 'root-cause', true)).toBe(list);
    expect(tick(list, 'coffee made', true)).toBeNull();
  });
});
