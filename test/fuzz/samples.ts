// Texts as people write them: what is said in the scenarios, our own handbooks, pages and cards.
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { commands } from '../../src/commands/catalogue.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const filesOf = (pattern: string): readonly string[] => globSync(pattern, { cwd: root.pathname }).sort();

/** Every example of every command. */
export const examples: readonly string[] = commands.flatMap((command) => command.examples);

/** Words and aliases of commands, as they are typed. */
export const commandWords: readonly string[] = commands.flatMap(({ name, aliases }) =>
  [name, ...aliases].map((word) => `/${word}`),
);

interface Told {
  readonly config?: string;
  readonly form?: Readonly<Record<string, string>>;
}

const stories = filesOf('test/scenarios/**/*.yml').map(
  (file) => parse(read(file)) as Told & { given?: readonly Told[] },
);

/** What people say in the scenarios' comments. */
export const comments: readonly string[] = stories.flatMap(({ given = [] }) =>
  given.flatMap((step) =>
    Object.entries(step).flatMap(([key, words]) =>
      /^\S+ (?:\S+ )?\w+$/.test(key) && typeof words === 'string' ? words : [],
    ),
  ),
);

/** Reports as the form writes them. */
export const reports: readonly string[] = stories.flatMap(({ given = [] }) =>
  given.flatMap(({ form }) =>
    form
      ? [
          Object.entries(form)
            .map(([heading, answer]) => `### ${heading}\n\n${answer}\n`)
            .join('\n'),
        ]
      : [],
  ),
);

/** Configs of the scenarios. */
export const configs: readonly string[] = stories.flatMap(({ config }) => (typeof config === 'string' ? config : []));

/** Our handbooks, whole. */
export const handbooks: readonly string[] = filesOf('handbooks/*.yml').map(read);

/** One table of a handbook each, over our default one: what a team changes. */
export const changedHandbooks: readonly string[] = handbooks
  .flatMap((text) => text.split(/^(?=[a-z])/m))
  .filter((table) => table.length < 2_500 && !/^(?:extends|#)/.test(table))
  .map((table) => `extends: workflow-guide\n${table}`);

/** Our pages. */
export const pages: readonly string[] = filesOf('templates/**/*.hbs').map(read);
