// What an incident can be about, from files beside the config: services and customers, told by us or as Backstage's catalog.
import { z } from 'zod';
import { serviceFiles } from '../core/service.ts';
import type { Problem } from '../core/snapshot.ts';
import { entityFindings, isEntity, tablesOf } from './backstage.ts';
import { own } from './chain.ts';
import { complete } from './complete.ts';
import { readSources, type SourceFile } from './document.ts';
import { checked, type Finding } from './explain.ts';
import { located } from './located.ts';

/** The tables of our own file: the same as in a handbook. */
const schema = z.strictObject({ services: complete.services, customers: complete.customers }).partial();

/** Texts of the two files; null or missing: there is none. */
export interface ReferenceTexts {
  readonly files: Readonly<Record<string, string>>;
  readonly catalog?: string | null;
}

/**
 * Both files as tables of services and customers, the one that gives way first: Backstage's. Either may hold Backstage's
 * entities, several documents of them. A file with problems is left out whole, each problem with file, line and column.
 */
export function readReference({ files, catalog = null }: ReferenceTexts): {
  readonly layers: readonly SourceFile[];
  readonly problems: readonly Problem[];
} {
  const read = [
    [serviceFiles.backstage, catalog] as const,
    [serviceFiles.own, own(files, serviceFiles.own) ?? null] as const,
  ].flatMap(([file, text]) => (text === null ? [] : [readFile(file, text)]));
  return { layers: read.flatMap(({ layers }) => layers), problems: read.flatMap(({ problems }) => problems) };
}

function readFile(file: string, text: string): ReturnType<typeof readReference> {
  const { sources, problems } = readSources(file, text);
  if (problems.length > 0) return { layers: [], problems };
  const catalog = file === serviceFiles.backstage || sources.some(({ value }) => isEntity(value));
  const wrong = sources.flatMap((source) => findings(source, catalog).map((finding) => located([source], finding)));
  if (wrong.length > 0) return { layers: [], problems: wrong };
  return { layers: catalog ? tablesOf(sources) : sources, problems: [] };
}

function findings(source: SourceFile, catalog: boolean): readonly Finding[] {
  return catalog ? entityFindings(source.value) : checked(schema, source.value).findings;
}
