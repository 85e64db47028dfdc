// Who says what an edit brought, and what stays the same command after it.
import { revision } from '../core/builder.ts';
import { ada, at, bob, brief, commands, heard, spoken } from './builder.ts';

describe('edited comments', () => {
  const edited = (versions: readonly (readonly [typeof ada, string, string])[]) => {
    const revisions = versions.map(([by, time, body], index) => revision(`R${index}`, by, time, body));
    const last = versions.at(-1)!;
    return spoken(1, ada, '10:00', last[2], { editedAt: at(last[1]), editor: last[0], revisions });
  };
  const source = (body: string) => commands(heard([spoken(1, ada, '10:00', body)]))[0]!.source;

  test('what stood there from the start is the author’s, what came later the editor’s', () => {
    const thread = [
      edited([
        [ada, '10:00', '/ack'],
        [bob, '10:10', '/ack\n/role scribe'],
        [ada, '10:20', 'hi\n/ack\n/role scribe'],
      ]),
    ];
    expect(brief(heard(thread))).toEqual(['10:00 ada: ack', '10:10 bob: role scribe']);
  });

  test('what was taken out and brought back is said by who brought it back', () => {
    const thread = [
      edited([
        [ada, '10:00', '/ack'],
        [ada, '10:10', 'no'],
        [bob, '10:20', '/ack'],
      ]),
    ];
    expect(brief(heard(thread))).toEqual(['10:20 bob: ack']);
  });

  test('without the history all is said by the last editor', () => {
    const thread = [spoken(1, ada, '10:00', '/ack', { editedAt: at('10:10'), editor: bob })];
    expect(brief(heard(thread))).toEqual(['10:10 bob: ack']);
  });

  test('a mended argument is another command; white space and case are not', () => {
    expect(source('/role scrib')).not.toBe(source('/role scribe'));
    expect(source('/Role  Scribe')).toBe(source('words\n/role scribe\nmore'));
    expect(source('```\n/ack')).not.toBe(source('/ack'));
  });

  test('a mended note is the same note, and says when its words were mended', () => {
    expect(source('/note teh cause')).toBe(source('/note the cause'));
    expect(source('/note')).not.toBe(source('/note the cause'));
    const [note] = commands(
      heard([
        edited([
          [ada, '10:00', '/note teh cause'],
          [ada, '10:10', '/note the cause'],
        ]),
      ]),
    );
    expect(note).toMatchObject({ by: ada, at: at('10:00'), mended: { by: ada, at: at('10:10') } });
    expect(note!.mended!.source).not.toBe(note!.source);
    const [same] = commands(
      heard([
        edited([
          [ada, '10:00', '/note a'],
          [ada, '10:10', 'hi\n/note a'],
        ]),
      ]),
    );
    expect(same).not.toHaveProperty('mended');
  });

  test('nobody puts words into another’s mouth, in a note neither', () => {
    const [note] = commands(
      heard([
        edited([
          [ada, '10:00', '/note all fine'],
          [bob, '10:10', '/note ada did it'],
        ]),
      ]),
    );
    expect(note).toMatchObject({ by: bob, at: at('10:10') });
  });
});
