// Words: what people type or write in a report means one thing.
import type { Handbook } from '../core/handbook.ts';
import type { Finding } from './explain.ts';
import type { KnownNames } from './known-names.ts';
import type { Step } from './place.ts';

interface Word {
  readonly word: string;
  /** What it stands for. */
  readonly means: string;
  readonly path: readonly Step[];
}

type NamedEntry = Pick<Handbook['roles'][number], 'id' | 'name' | 'aliases'>;

/** Words that would mean two things. */
export function wordFindings(handbook: Handbook, { commands }: KnownNames): readonly Finding[] {
  const named = (table: string, entries: readonly NamedEntry[]) =>
    entries.flatMap((entry): readonly Word[] => [
      { word: entry.id, means: entry.id, path: [table, entry.id] },
      { word: entry.name, means: entry.id, path: [table, entry.id, 'name'] },
      ...entry.aliases.map((word, at) => ({ word, means: entry.id, path: [table, entry.id, 'aliases', at] })),
    ]);
  const roles = named('roles', handbook.roles);
  const spoken = roles.filter(({ path }) => path[2] !== 'name');
  const own = (commands ?? []).map((word): Word => ({ word, means: `/${word}`, path: [] }));
  const added = Object.entries(handbook.aliases).map(
    ([word, name]): Word => ({ word, means: `/${name}`, path: ['aliases', word] }),
  );
  const owed = (['tasks', 'checklist'] as const).flatMap((table) =>
    handbook[table].map(({ id }): Word => ({ word: id, means: `${table}: ${id}`, path: [table, id] })),
  );
  const headings = Object.entries(handbook.headings).flatMap(([field, words]) =>
    words.map((word, at): Word => ({ word, means: field, path: ['headings', field, at] })),
  );
  return [
    ...twice(named('severities', handbook.severities)),
    ...twice(named('statuses', handbook.statuses)),
    ...twice(roles),
    ...twice(named('types', handbook.types)),
    ...twice(named('messages', handbook.messages)),
    ...twice(named('services', handbook.services)),
    ...twice(owed),
    ...twice([...own, ...spoken, ...added]),
    ...twice(headings),
  ];
}

function twice(words: readonly Word[]): readonly Finding[] {
  const first = new Map<string, Word>();
  return words.flatMap((word): readonly Finding[] => {
    const other = first.get(word.word.toLowerCase()) ?? word;
    first.set(word.word.toLowerCase(), other);
    if (other.means === word.means) return [];
    const what = `\`${word.word}\` would mean \`${other.means}\` and \`${word.means}\`.`;
    const key = word.path.length === 2;
    return [
      {
        path: word.path,
        or: other.path,
        of: key ? 'key' : 'value',
        what,
        suggestion: 'Take it away from one of them.',
      },
    ];
  });
}
