// Where a triage leads, answer by answer.
import { notSure, questionsOf, walk } from '../../src/core/triage.ts';
import { handbook } from '../commands/handbook.ts';

const asking = {
  ...handbook,
  triage: [
    { id: 'data', text: 'Data lost?', answers: { no: 'slow', yes: 'sev-1' } },
    { id: 'slow', text: 'Slow?', answers: { no: 'sev-4', yes: 'sev-1' } },
  ],
};

test('ends at a level, and stops at what does not fit', () => {
  expect(walk(['no', 'yes'], asking)).toMatchObject({ level: 'sev-1', open: null });
  expect(walk(['no', 'perhaps', 'yes'], asking)).toMatchObject({ level: null, open: { id: 'slow' } });
  expect(walk([], { ...asking, triage: [], matrix: {} })).toEqual({ steps: [], open: null, level: null });
});

test('not sure takes the branch that may end higher, and of two such the one that cannot end lower', () => {
  expect(walk([notSure], asking)).toMatchObject({ level: 'sev-1', steps: [{ answer: 'yes', unsure: true }] });
});

test('without a tree, impact and urgency are asked', () => {
  expect(questionsOf(handbook)).toHaveLength(4);
  expect(walk(['high', 'low'], handbook).level).toBe('sev-3');
  expect(walk(['medium', notSure], handbook).level).toBe('sev-2');
});
