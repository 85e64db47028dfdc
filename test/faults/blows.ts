// Every way in which GitHub fails one write of ours, by the name it is told under.
import type { Blow } from '../../sandbox/strikes.ts';

type Broken = Extract<Blow, { kind: 'broken' }>;

const broken = (done: Broken['done'], answer: Broken['answer']): Blow => ({ kind: 'broken', done, answer });
/** And looks show the world as it was five seconds ago. */
const lagging = (done: Broken['done'], answer: Broken['answer']): Blow => ({
  ...{ kind: 'broken', done, answer, seconds: 5 },
});

/** The document meets it as a whole, but for those of `cutBlows`. */
export const blows: Readonly<Record<string, Blow>> = {
  'nothing done, connection broken': broken('none', 'reset'),
  'nothing done, 502': broken('none', '502'),
  'done, then 502': broken('all', '502'),
  'done, then a broken connection': broken('all', 'reset'),
  'done, then a timeout': broken('all', '504'),
  'secondary limit, a minute': { kind: 'limited', status: 403, retryAfter: 60, writes: 2 },
  'secondary limit, not told how long': { kind: 'limited', status: 403, retryAfter: null, writes: 3 },
  'too many requests': { kind: 'limited', status: 429, retryAfter: 30, writes: 1 },
  'errors and no data, nothing done': broken('none', 'errors'),
  'errors and no data, all done': broken('all', 'errors'),
  'one field failed, the others done': broken('others', 'partial'),
  'one field answered with an error, though done': broken('all', 'partial'),
  'nothing done, 502, and looks lag': lagging('none', '502'),
  'done, then 502, and looks lag': lagging('all', '502'),
  'done, then a broken connection, and looks lag': lagging('all', 'reset'),
  'done, then a timeout, and looks lag': lagging('all', '504'),
  'errors and no data, all done, and looks lag': lagging('all', 'errors'),
  'one field failed, the others done, and looks lag': lagging('others', 'partial'),
  'one field answered with an error, though done, and looks lag': lagging('all', 'partial'),
  'looks lag by five seconds': { kind: 'lags', seconds: 5 },
  'the next look is older than the write': { kind: 'old looks', seconds: 5, looks: 1 },
  'the next looks are older than the write': { kind: 'old looks', seconds: 60, looks: 3 },
};

/** The document is cut in the middle: what stands before the struck field is done, the rest is not. */
export const cutBlows: Readonly<Record<string, Blow>> = {
  'cut, then 502': broken('before', '502'),
  'cut, then a broken connection': broken('before', 'reset'),
  'cut, then a timeout': broken('before', '504'),
  'cut, then errors and no data': broken('before', 'errors'),
  'cut, then 502, and looks lag': lagging('before', '502'),
};
