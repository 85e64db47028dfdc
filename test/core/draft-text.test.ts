// A draft's text is read back whole, whatever people write into it, and as it stood when somebody spoke.
import fc from 'fast-check';
import { draftTextAt, gapsIn, textHash, textIn } from '../../src/core/draft-text.ts';
import type { Comment, Revision } from '../../src/core/snapshot.ts';
import { quoteFence, quoteLines } from '../../src/render/quote.ts';
import { person, snapshotOf } from '../commands/thread.ts';

const bot = person('sitrep-bot');

/** Our comment of draft 1, as the bot wrote it at 10:00 and people edited it. */
function drafted(first: string, edits: readonly (readonly [string, string, string])[]) {
  const body = (text: string) => `${text}\n\n<!-- sitrep:draft:1 -->`;
  const revisions: Revision[] = [
    { id: 'R0', by: bot, at: '2026-03-02T10:00:00Z', body: body(first) },
    ...edits.map(([time, who, text], at) => ({
      ...{ id: `R${at + 1}`, by: person(who), at: `2026-03-02T${time}Z`, body: text },
    })),
  ];
  const last = revisions.at(-1);
  const comment: Comment = {
    ...{ kind: 'comment', id: 'IC_9', number: '9', url: '', by: bot, at: '2026-03-02T10:00:00Z' },
    ...{ body: last?.body ?? '', editedAt: edits.length > 0 ? (last?.at ?? null) : null, editor: last?.by ?? null },
    ...{ minimised: false, insider: true, mine: true, revisions: edits.length > 0 ? revisions : [], reactions: [] },
  };
  const snapshot = snapshotOf([]);
  return { ...snapshot, viewer: bot, thread: [comment] };
}

const fence = (text: string) => `\`\`\`text\n${text}\n\`\`\``;
const at = (time: string, until: 'before' | 'with' = 'with') => ({ at: `2026-03-02T${time}Z`, until });

describe('read back', () => {
  const written = fc.oneof(
    fc.string({ maxLength: 300, unit: 'binary' }),
    fc.stringMatching(/^[`\n a-z~<!>[\]-]{0,60}$/),
    fc.constantFrom('a ```` b\n```\nc', '```text\nx\n```', '<!-- sitrep:card -->', '- [ ] `x`\r\n~~~', '@acme/all #7'),
  );
  test('what was fenced is read whole, and fencing it again changes nothing', () => {
    fc.assert(
      fc.property(written, (text) => {
        const lines = quoteLines(text, 30_000);
        const read = textIn(`Head\n\n${quoteFence(text, 30_000)}\n\nTail \`/publish draft 1\``);
        expect(read).toBe(lines);
        expect(quoteLines(lines, 30_000)).toBe(lines);
        expect(textHash(read ?? '')).toBe(textHash(lines));
      }),
    );
  });
  test.each([
    ['line ends of a browser', 'Head\r\n```text\r\nOne\r\nTwo  \r\n```\r\n', 'One\nTwo'],
    ['a fence written into the text', fence('One\n```\nTwo'), 'One\n```\nTwo'],
    ['another language of the fence', '```\nOne\n```', 'One'],
    ['no fence', 'One', null],
    ['a fence that is never closed', '```text\nOne', null],
    ['nothing in the fence', '```text\n```', ''],
  ])('%s', (_, body, text) => expect(textIn(body)).toBe(text));
});

describe('as it stood', () => {
  const edited = drafted(fence('first'), [
    ['10:05:00', 'bob', fence('second')],
    ['10:10:00', 'cat', `Hello\n${fence('second')}`],
    ['10:15:00', 'cat', fence('third')],
  ]);
  test.each([
    [at('09:59:00'), 'first', null, []],
    [at('10:04:59'), 'first', null, []],
    [at('10:05:00'), 'second', 'bob', ['bob']],
    [at('10:05:00', 'before'), 'first', null, []],
    [at('10:12:00'), 'second', 'bob', ['bob']],
    [at('10:15:00'), 'third', 'cat', ['bob', 'cat']],
  ])('%j', (moment, text, by, editors) => {
    const stood = draftTextAt(edited, 1, moment, undefined);
    expect([stood?.text, stood?.by?.login ?? null]).toEqual([text, by]);
    expect(stood?.editors.map(({ login }) => login)).toEqual(editors);
  });
  test('what we fold away ourselves is nobody’s edit', () => {
    const folded = drafted(fence('first'), [
      ['10:05:00', 'sitrep-bot', `<details>\n\n${fence('first')}\n\n</details>\n\n<!-- sitrep:draft:1 -->`],
    ]);
    expect(draftTextAt(folded, 1, at('10:06:00'), undefined)).toEqual({ text: 'first', by: null, editors: [] });
  });
  test('the comment is gone, or not there yet', () => {
    const empty = { ...edited, thread: [] };
    expect(draftTextAt(empty, 1, at('10:06:00'), undefined)).toBeNull();
    expect(draftTextAt(empty, 1, at('10:06:00'), 'composed')?.text).toBe('composed');
    expect(draftTextAt(edited, 2, at('10:06:00'), undefined)).toBeNull();
  });
});

test('gaps are named once each, and what was left out is one', () => {
  expect(gapsIn('[fill in: impact] and [fill in: impact], [Fill in] [left out] (fill in: not this) [x]')).toEqual([
    'impact',
    '…',
    'left out',
  ]);
  expect(gapsIn('[fill in: '.repeat(3_000))).toHaveLength(1);
  expect(gapsIn('We fill in the form, nothing is left out.')).toEqual([]);
});
