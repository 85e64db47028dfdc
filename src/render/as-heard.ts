// Commands as this repository hears them: with `commands: prefixed` every line that we print to be typed begins with `/sitrep`.
import type { Handbook } from '../core/handbook.ts';
import type { HelpTopic } from './help-topic.ts';

/**
 * A page of ours with the commands in its code spans as they are heard here. Other words in code are left alone, and code
 * blocks: they hold texts of people.
 */
export function asHeard(page: string, { commands, roles }: Handbook, topics: readonly HelpTopic[]): string {
  if (commands === 'all') return page;
  const named = [...topics, ...roles.map(({ id, aliases }) => ({ name: id, aliases }))];
  const words = new Set(named.flatMap(({ name, aliases }) => [name, ...aliases]));
  return page.replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1$|`\/([a-z][a-z-]*)(?=[ `])/gm, (begun, _fence, word?: string) =>
    word !== undefined && words.has(word) && word !== 'sitrep' ? `\`/sitrep ${word}` : begun,
  );
}
