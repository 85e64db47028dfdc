// The files of a handbook, one laid over the other, checked as a whole.
import type { Handbook } from '../core/handbook.ts';
import { toHandbook } from './convert.ts';
import type { SourceFile } from './document.ts';
import { checked, type Finding } from './explain.ts';
import { invariants } from './invariants.ts';
import { merge } from './merge.ts';
import { nearest } from './nearest.ts';
import type { Step } from './place.ts';
import { pruned, takenOut } from './prune.ts';
import { handbookSchema } from './schema.ts';
import { templateFindings } from './template.ts';

/** What the files may speak of. */
export interface Surroundings {
  /** Files of the repository, for templates. */
  readonly files: Readonly<Record<string, string>>;
  /** Names of all commands; null: not checked. */
  readonly commands: readonly string[] | null;
  /** Names of our own templates. */
  readonly templates: readonly string[];
}

/**
 * The handbook that files make together, or everything that is wrong with it.
 * @param chain the handbook's files, the lowest first; each valid by itself
 * @param config what goes over them; null: nothing
 * @param reference services and customers that lie below them all
 */
export function build(
  chain: readonly SourceFile[],
  config: SourceFile | null,
  reference: readonly SourceFile[],
  { files, commands, templates }: Surroundings,
): { readonly handbook: Handbook | null; readonly findings: readonly Finding[] } {
  const layers = [
    ...reference.map(({ value }) => value),
    ...chain.map((source) => ({ id: fileName(source.file), ...source.value })),
    config?.value ?? {},
  ];
  const merged = layers.reduce<Readonly<Record<string, unknown>>>(over, {});
  const { data, findings } = checked(handbookSchema, merged);
  if (!data) {
    const absent = findings.filter(({ path }) => path.length === 1 && !(String(path[0]) in merged));
    return {
      handbook: null,
      findings: absent.length > 0 ? [incomplete(absent)] : newEntries(findings, merged, layers),
    };
  }
  const handbook = withoutTakenOut(layers, merged, toHandbook(data));
  const unsound = [...invariants(handbook, { commands }), ...templateFindings(handbook, files, templates)];
  return unsound.length > 0 ? { handbook: null, findings: unsound } : { handbook, findings: [] };
}

/** The handbook without what only spoke of entries that a file takes out. */
function withoutTakenOut(layers: readonly Table[], merged: Table, handbook: Handbook): Handbook {
  const out = takenOut(layers, merged);
  if ([...out.values()].every(({ size }) => size === 0)) return handbook;
  const { data } = checked(handbookSchema, pruned(merged, handbook, out));
  return data ? toHandbook(data) : handbook;
}

type Table = Readonly<Record<string, unknown>>;

/** The tables of a file over those below it, without what speaks of the file itself. */
function over(below: Readonly<Record<string, unknown>>, layer: Readonly<Record<string, unknown>>) {
  const { extends: _extends, handbook: _handbook, app: _app, 'runs-on': _runsOn, replace, ...tables } = layer;
  return merge(below, tables, Array.isArray(replace) ? replace.map(String) : [], handbookSchema);
}

/** A handbook of its own that lacks whole tables: one problem, not a dozen. */
function incomplete(absent: readonly Finding[]): Finding {
  const keys = absent.map(({ path }) => `\`${path[0]}\``).join(', ');
  const suggestion = 'Write `extends: workflow-guide` and only what differs.';
  return { path: [], of: 'key', what: `The handbook lacks ${keys}.`, suggestion };
}

/** An entry that lacks several keys is a new one, which its writer may not know: one problem with the id that was probably meant. */
function newEntries(findings: readonly Finding[], merged: Table, layers: readonly Table[]): readonly Finding[] {
  const entries = Map.groupBy(findings, ({ path }) => JSON.stringify(path.slice(0, 2)));
  return [...entries.values()].flatMap((all): readonly Finding[] => {
    const [first] = all;
    const [table, id] = first?.path ?? [];
    const lacking = all.filter(({ path }) => path.length === 3 && valueIn(merged, path) === undefined);
    if (typeof table !== 'string' || typeof id !== 'string' || lacking.length === 0) return all;
    const others = [...new Set(layers.flatMap((layer) => Object.keys(asTable(layer[table]))))].filter(
      (one) => one !== id,
    );
    const meant = nearest(id, others);
    if (meant === null && lacking.length === 1) return all;
    const keys = lacking.map(({ path }) => `\`${path[2]}\``);
    const what = `\`${table}.${id}\` is a new entry, and lacks ${keys.join(', ')}.`;
    const suggestion = meant === null ? 'Write them, or the id of one that is there.' : `Did you mean \`${meant}\`?`;
    return [{ path: [table, id], of: 'key', what, suggestion }, ...all.filter((one) => !lacking.includes(one))];
  });
}

function valueIn(table: Table, path: readonly Step[]): unknown {
  return path.reduce<unknown>((here, step) => asTable(here)[step], table);
}

function asTable(value: unknown): Table {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function fileName(file: string): string {
  return /([^/]+?)(\.ya?ml)?$/.exec(file)?.[1] ?? file;
}
