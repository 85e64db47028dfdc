// From the texts of a repository's config and handbooks to the one handbook that holds there, with everything that is wrong with them.
import type { Handbook } from '../core/handbook.ts';
import type { Problem } from '../core/snapshot.ts';
import { chainOf, type Shelf } from './chain.ts';
import { toHandbook } from './convert.ts';
import { readSource, type SourceFile } from './document.ts';
import { type Finding, findingsOf } from './explain.ts';
import { invariants } from './invariants.ts';
import { located } from './located.ts';
import { merge } from './merge.ts';
import { configSchema, handbookSchema } from './schema.ts';
import { templateFindings } from './template.ts';

/** Id of the handbook that holds where nothing else is said. */
export const defaultHandbook = 'workflow-guide';
const mostProblems = 20;

export interface ConfigTexts extends Shelf {
  /** `.github/sitrep.yml`; `text` null: there is none. */
  readonly config: { readonly path: string; readonly text: string | null };
  /** Names of all commands; without them the commands that a file speaks of are not checked. */
  readonly commands?: readonly string[];
  /** Names of our own post-mortem templates; without them, the ids of our handbooks. */
  readonly templates?: readonly string[];
}

export interface Resolved {
  readonly handbook: Handbook;
  /** Login of the app whose incidents are read; null: our own. */
  readonly app: string | null;
  /** By file and line. Not empty: the handbook is the default one, without any override. */
  readonly problems: readonly Problem[];
}

/**
 * The handbook of a repository: what its config names, with its overrides. Whatever is wrong in the files becomes a problem with
 * line and column, and the default handbook is given. Bounded by the size of what is read; never throws because of people's files.
 * @throws when our own default handbook is broken
 */
export function resolveHandbook(texts: ConfigTexts): Resolved {
  const { source, problems } = readSource(texts.config.path, texts.config.text ?? '');
  if (!source) return fallBack(texts, problems);
  const wrong = findingsOf(configSchema, source.value).map((finding) => located([source], finding));
  if (wrong.length > 0) return fallBack(texts, wrong);
  const name = source.value.handbook ?? defaultHandbook;
  const chain = chainOf(String(name), texts, { source, path: ['handbook'] });
  if (chain.problems.length > 0) return fallBack(texts, chain.problems);
  const result = build([...chain.sources, source], texts);
  if ('problems' in result) return fallBack(texts, result.problems);
  const app = source.value.app;
  return {
    handbook: result.handbook,
    app: typeof app === 'string' ? app.replace(/^@|\[bot\]$/g, '') : null,
    problems: [],
  };
}

/** Merges and checks the files of a handbook, the lowest first. */
function build(
  sources: readonly SourceFile[],
  texts: ConfigTexts,
): { handbook: Handbook } | { problems: readonly Problem[] } {
  const told = (findings: readonly Finding[]) => ({ problems: findings.map((finding) => located(sources, finding)) });
  const merged = sources.reduce<Readonly<Record<string, unknown>>>((below, source) => {
    const { extends: _extends, handbook: _handbook, app: _app, replace, ...tables } = source.value;
    const fileName = /([^/]+)\.ya?ml$/.exec(source.file)?.[1];
    const identity = source.value.handbook === undefined && sources.at(-1) !== source ? { id: fileName } : {};
    return merge(below, { ...identity, ...tables }, Array.isArray(replace) ? replace.map(String) : []);
  }, {});
  const unfit = findingsOf(handbookSchema, merged);
  const absent = unfit.filter(({ path: [key, ...rest] }) => rest.length === 0 && key !== undefined && !(key in merged));
  if (absent.length > 0) return told([incomplete(absent)]);
  if (unfit.length > 0) return told(unfit);
  const handbook = toHandbook(handbookSchema.parse(merged));
  const unsound = [
    ...invariants(handbook, { commands: texts.commands ?? null }),
    ...templateFindings(handbook, texts.files, texts.templates ?? Object.keys(texts.shipped)),
  ];
  return unsound.length > 0 ? told(unsound) : { handbook };
}

/** A handbook of its own that lacks whole tables: one problem, not a dozen. */
function incomplete(absent: readonly Finding[]): Finding {
  const keys = absent.map(({ path }) => `\`${path[0]}\``).join(', ');
  const suggestion = `Write \`extends: ${defaultHandbook}\` and only what differs.`;
  return { path: [], of: 'key', what: `The handbook lacks ${keys}.`, suggestion };
}

function fallBack(texts: ConfigTexts, problems: readonly Problem[]): Resolved {
  const sorted = problems.toSorted(
    (one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  );
  return { handbook: shippedDefault(texts), app: null, problems: sorted.slice(0, mostProblems) };
}

const kept = new Map<string, Handbook>();

/** Our default handbook, made once for each text of it: it is asked for whenever somebody's file is wrong. */
function shippedDefault(texts: ConfigTexts): Handbook {
  const text = texts.shipped[defaultHandbook];
  const known = kept.get(text ?? '');
  if (known) return known;
  const chain = chainOf(defaultHandbook, texts, null);
  const result = chain.sources.length > 0 ? build(chain.sources, { ...texts, files: {} }) : chain;
  if (!('handbook' in result))
    throw new Error(`Our handbook ${defaultHandbook} is broken: ${JSON.stringify(result.problems)}`);
  kept.clear();
  kept.set(text ?? '', result.handbook);
  return result.handbook;
}
