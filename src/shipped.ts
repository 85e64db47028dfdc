// What comes with the package: handbooks and pages, read from disk once.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Shipped {
  /** Texts of `handbooks/*.yml` by id. */
  readonly handbooks: Readonly<Record<string, string>>;
  /** Texts of `templates/**` by path below `templates/`. */
  readonly templates: Readonly<Record<string, string>>;
}

/** Beside the handbooks: where each fact of the processes stands in them. */
const coverage = 'coverage.yml';

const root = join(import.meta.dirname, '..');

/** Reads the package's own handbooks and templates. @throws when the package is not whole */
export function readShipped(): Shipped {
  const handbooks = globSync('*.yml', { cwd: join(root, 'handbooks'), exclude: [coverage] }).map(
    (file) => [file.replace(/\.yml$/, ''), readFileSync(join(root, 'handbooks', file), 'utf8')] as const,
  );
  const templates = globSync('**/*.hbs', { cwd: join(root, 'templates') }).map(
    (file) => [file.replaceAll('\\', '/'), readFileSync(join(root, 'templates', file), 'utf8')] as const,
  );
  return { handbooks: Object.fromEntries(handbooks), templates: Object.fromEntries(templates) };
}

/** Names of the post-mortem templates among the package's pages. */
export function postMortemNames({ templates }: Pick<Shipped, 'templates'>): readonly string[] {
  return Object.keys(templates).flatMap((path) => /^post-mortems\/([^/]+)\.md\.hbs$/.exec(path)?.[1] ?? []);
}
