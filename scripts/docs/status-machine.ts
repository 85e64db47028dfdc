// The statuses as a table and as a picture.
import type { Handbook } from '../../src/core/handbook.ts';
import { termText } from '../../src/time/term.ts';
import { codes, table } from './table.ts';

export function statusesTable({ statuses }: Handbook): string {
  const limits = [
    { head: 'at least', key: 'minimum' },
    { head: 'reached within', key: 'within' },
  ] as const;
  const some = limits.filter(({ key }) => statuses.some((one) => one[key] !== null));
  return table(
    ['status', 'also heard', 'sets the milestone', 'means', 'may be followed by', ...some.map(({ head }) => head)],
    statuses.map((one) => [
      ...[codes([one.id]), codes(one.aliases), one.milestone ?? '–', one.description, codes(one.next)],
      ...some.map(({ key }) => (one[key] ? termText(one[key]) : '–')),
    ]),
  );
}

/** The way from noticing to learning, in order; nothing where the handbook tells none. */
export function stages({ stages: list }: Handbook): readonly string[] {
  if (list.length === 0) return [];
  const told = list.map(({ name, text, statuses, when }) => {
    const where = [...(when ? [when] : []), ...(statuses.length > 0 ? [`status ${codes(statuses)}`] : [])].join('; ');
    return `1. **${name}**${where ? ` (${where})` : ''}: ${text}`;
  });
  return ['### From noticing to learning', told.join('\n')];
}

/** A Mermaid state diagram; ids with hyphens would be read as arrows, so that each state has a name of its own. */
export function statusMachine({ statuses }: Handbook): string {
  const name = (id: string): string => id.replace(/-/g, '_');
  const [first] = statuses;
  const last = statuses.at(-1);
  const lines = [
    'stateDiagram-v2',
    ...statuses.map((one) => `  state "${one.name}" as ${name(one.id)}`),
    `  [*] --> ${name(first?.id ?? '')}`,
    ...statuses.flatMap(({ id, next }) => next.map((to) => `  ${name(id)} --> ${name(to)}`)),
    `  ${name(last?.id ?? '')} --> [*]`,
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}
