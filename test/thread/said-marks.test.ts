// What people say with a click: boxes of the checklist and rockets.
import { printChecklist } from '../../src/thread/checklist.ts';
import type { Utterance } from '../../src/thread/utterance.ts';
import { revision, sitrep } from '../core/builder.ts';
import { ada, at, bob, handbook, heard, spoken, stranger } from './builder.ts';

const kinds = (utterances: readonly Utterance[]) => utterances.map(({ kind }) => kind);

describe('clicks', () => {
  const list = (first: boolean, second: boolean) => {
    const lines = handbook.checklist.map((item, index) => ({
      ...item,
      done: index === 0 ? first : second,
      note: null,
    }));
    return `## Checklist\n${printChecklist(lines)}\n\n<!-- sitrep:checklist -->`;
  };
  const revisions = [
    revision('A', sitrep, '10:00', list(false, false)),
    revision('B', ada, '10:01', list(true, false)),
    revision('C', sitrep, '10:02', list(false, false)),
    revision('D', bob, '10:03', list(true, true)),
    revision('E', bob, '10:04', list(true, true).replace('<!-- sitrep:checklist -->', '')),
  ];

  test('each box that each person changed, against the version before', () => {
    const body = revisions.at(-1)!.body;
    const ticks = heard([spoken(1, sitrep, '10:00', body, { mine: true, revisions })]).filter(
      ({ kind }) => kind === 'tick',
    );
    expect(ticks).toMatchObject([
      { by: ada, at: at('10:01'), item: 'service-restored', done: true },
      { by: bob, at: at('10:03'), item: 'service-restored', done: true },
      { by: bob, at: at('10:03'), item: 'root-cause', done: true },
    ]);
    expect(new Set(ticks.map(({ source }) => source)).size).toBe(3);
    expect(ticks[0]!.source).toMatch(/^edit:[0-9a-f]{8}:service-restored$/);
  });

  test('a checklist that is not ours says nothing', () => {
    expect(kinds(heard([spoken(1, ada, '10:00', revisions[1]!.body, { revisions })]))).toEqual(['report']);
  });

  test('a 🚀 on somebody’s comment', () => {
    const rocket = (id: string, by: typeof ada, content = 'ROCKET') => ({ id, content, by, at: at('10:09') });
    const reactions = [rocket('1', bob), rocket('2', sitrep), rocket('3', stranger), rocket('4', bob, 'HEART')];
    const one = spoken(1, ada, '10:01', 'the disk is full', { reactions });
    const said = heard([one, spoken(2, sitrep, '10:02', 'ours', { mine: true, reactions })]);
    expect(said.slice(1)).toMatchObject([{ kind: 'rocket', by: bob, at: at('10:09'), comment: one }]);
    expect(said[1]!.source).toMatch(/^reaction:[0-9a-f]{8}$/);
  });
});
