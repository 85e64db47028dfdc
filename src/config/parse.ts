// From the texts of a repository's config and handbooks to the one handbook that holds there, with everything that is wrong with them.
import type { Handbook } from '../core/handbook.ts';
import type { Problem } from '../core/snapshot.ts';
import { build, type Surroundings } from './build.ts';
import { chainOf, folder, own, type Shelf } from './chain.ts';
import { readSource, type SourceFile } from './document.ts';
import { checked, type Finding } from './explain.ts';
import { located } from './located.ts';
import { readReference } from './reference.ts';
import { readRoster } from './roster.ts';
import { configSchema } from './schema.ts';
import { customerDoubts, serviceDoubts } from './service-doubts.ts';
import { timeDoubts } from './time-doubts.ts';

/** Id of the handbook that holds where nothing else is said. */
export const defaultHandbook = 'workflow-guide';
const mostProblems = 20;

export interface ConfigTexts extends Shelf {
  /** `.github/sitrep.yml`; `text` null: there is none. */
  readonly config: { readonly path: string; readonly text: string | null };
  /** Backstage's `catalog-info.yaml` at the root; null or missing: there is none. */
  readonly catalog?: string | null;
  /** Names of all commands; without them the commands that a file speaks of are not checked. */
  readonly commands?: readonly string[];
  /** Names of our own post-mortem templates; without them, the ids of our handbooks. */
  readonly templates?: readonly string[];
}

export interface Resolved {
  readonly handbook: Handbook;
  /** Login of the app whose incidents are read; null: our own. */
  readonly app: string | null;
  /**
   * By file and line. Not empty: the handbook is the default one, without any override; or only files beside it are wrong (services,
   * who is on call), and it is the right one without what is wrong in those.
   */
  readonly problems: readonly Problem[];
  /** What holds in spite of it and should be mended: who is on call, and for what. */
  readonly doubts: readonly Problem[];
  /** The handbook is the one that the files name: at most files beside it are wrong. */
  readonly sound: boolean;
}

/**
 * The handbook of a repository: what its config names, with its overrides. Whatever is wrong in the files becomes a problem with
 * line and column, and the default handbook is given. Bounded by the size of what is read; never throws because of people's files.
 * @throws when our own default handbook is broken
 */
export function resolveHandbook(texts: ConfigTexts): Resolved {
  const { source, problems } = readSource(texts.config.path, texts.config.text ?? '');
  if (!source) return fallBack(texts, problems);
  const { data, findings: wrong } = checked(configSchema, source.value);
  if (!data)
    return fallBack(
      texts,
      wrong.map((finding) => located([source], finding)),
    );
  const { name, path, twice } = nameIn(data, texts);
  if (twice) return fallBack(texts, [located([source], twice)]);
  const chain = chainOf(name, texts, { source, path });
  if (chain.problems.length > 0) return fallBack(texts, chain.problems);
  const { handbook, findings, wrong: unfit, layers } = withReference(chain.sources, source, texts);
  if (!handbook)
    return fallBack(
      texts,
      findings.map((finding) => located([...chain.sources, source], finding)),
    );
  const app = data.app?.replace(/^@|\[bot\]$/g, '') ?? null;
  const footed = { ...handbook, footing: data['runs-on'] ?? 'server' };
  return withRoster({ handbook: footed, app, problems: unfit, sound: true }, texts, [
    ...layers,
    ...chain.sources,
    source,
  ]);
}

/** With who is on call. @param sources of the handbook, in which its services name their rotas */
function withRoster(
  { handbook, problems, ...rest }: Omit<Resolved, 'doubts'>,
  { files }: ConfigTexts,
  sources: readonly SourceFile[],
): Resolved {
  const { roster, named, problems: unfit, doubts } = readRoster(files, handbook);
  // Where the file cannot be read at all, nobody knows what it names.
  const isKnown = roster.file !== 'partly' || named.length > 0;
  const told = sources.length > 0 ? handbook : { services: [], customers: [] };
  const isToldEmpty = sources.some(({ ours, value: { hours } }) => !ours && Array.isArray(hours) && hours.length === 0);
  const times = sources.length > 0 ? timeDoubts(handbook, isToldEmpty) : [];
  const strange = [...times, ...customerDoubts(told), ...(isKnown ? serviceDoubts(told.services, named) : [])];
  return {
    ...rest,
    handbook: { ...handbook, roster },
    problems: sorted([...problems, ...unfit]),
    doubts: sorted([...doubts, ...strange.map((finding) => located(sources, finding))]),
  };
}

/** The handbook over the services and customers of the files beside it; without those where they do not fit it. */
function withReference(chain: readonly SourceFile[], config: SourceFile, texts: ConfigTexts) {
  const { layers, problems } = readReference(texts);
  const whole = build(chain, config, layers, surroundings(texts));
  if (whole.handbook || layers.length === 0) return { ...whole, layers, wrong: problems };
  const without = build(chain, config, [], surroundings(texts));
  const wrong = without.handbook ? whole.findings.map((finding) => located(layers, finding)) : [];
  return { ...without, layers: [], wrong: [...problems, ...wrong] };
}

/** A handbook of this name holds where the config names none. */
export const ownHandbook = 'handbook.yml';

interface Named {
  readonly name: string;
  /** The key that names it. */
  readonly path: readonly ['handbook' | 'extends'];
  /** Both keys name one, and not the same. */
  readonly twice: Finding | null;
}

/** Which handbook a config names: by `handbook` or `extends`, else the repository's own `handbook.yml`, else the default one. */
export function nameIn(
  { handbook, extends: base }: { handbook?: string | undefined; extends?: string | undefined },
  { files }: Pick<Shelf, 'files'>,
): Named {
  const path = [handbook === undefined && base !== undefined ? 'extends' : 'handbook'] as const;
  const name = handbook ?? base ?? (own(files, folder + ownHandbook) === undefined ? defaultHandbook : ownHandbook);
  if (handbook === undefined || base === undefined || handbook === base) return { name, path, twice: null };
  const what = '`handbook` and `extends` name two handbooks.';
  return { name, path, twice: { path: ['extends'], of: 'key', what, suggestion: 'Take one of the two lines away.' } };
}

function surroundings({ files, shipped, commands, templates }: ConfigTexts): Surroundings {
  return { files, commands: commands ?? null, templates: templates ?? Object.keys(shipped) };
}

function fallBack(texts: ConfigTexts, problems: readonly Problem[]): Resolved {
  return withRoster({ handbook: shippedDefault(texts), app: null, problems, sound: false }, texts, []);
}

function sorted(problems: readonly Problem[]): readonly Problem[] {
  const order = (one: Problem, other: Problem): number =>
    one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;
  return problems.toSorted(order).slice(0, mostProblems);
}

/** Our default handbook by its text: it is asked for whenever somebody's file is wrong, and reading it is most of the work. */
const kept = new Map<string, Handbook>();

function shippedDefault(texts: ConfigTexts): Handbook {
  const text = texts.shipped[defaultHandbook] ?? '';
  const known = kept.get(text);
  if (known) return known;
  const chain = chainOf(defaultHandbook, texts, null);
  const { handbook, findings } = build(chain.sources, null, [], surroundings({ ...texts, files: {} }));
  if (!handbook) throw new Error(`Our handbook ${defaultHandbook} is broken: ${JSON.stringify(findings)}`);
  kept.clear();
  kept.set(text, handbook);
  return handbook;
}
