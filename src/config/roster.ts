// Who is on call, from the file beside the config: the rotas that can be used, what is left out, and what should be mended.
import type { OnCall } from '../core/duty.ts';
import type { Problem } from '../core/snapshot.ts';
import { noRoster, type Roster, rosterFile } from '../oncall/rota.ts';
import { own } from './chain.ts';
import { readSource, type SourceFile } from './document.ts';
import { checked, type Finding } from './explain.ts';
import { located } from './located.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { rotaDoubts } from './rota-doubts.ts';
import { type RotaEntry, rosterSchema } from './rota-entry.ts';
import { rotaOf } from './rota-of.ts';
import { turnFindings } from './turn-findings.ts';

export interface ReadRoster {
  readonly roster: Roster;
  /** Why something is left out: a rota with all of its layers, or everything. */
  readonly problems: readonly Problem[];
  /** What holds in spite of it, and should be mended. */
  readonly doubts: readonly Problem[];
  /** Ids of all rotas that the file tells, those that are left out too. */
  readonly named: readonly string[];
  /** The file itself, to find places in it; null: there is none, or it cannot be read. */
  readonly source: SourceFile | null;
}

const nothing: ReadRoster = { roster: noRoster, problems: [], doubts: [], named: [], source: null };

/**
 * The rotas of `.github/sitrep/oncall.yml`. One with a fault is left out whole, and the others hold: an outage must not lose
 * everybody for one wrong word. Never throws because of people's files.
 * @param zone the handbook's, and its levels: what holds where a rota says nothing else
 */
export function readRoster(
  files: Readonly<Record<string, string>>,
  { zone, onCall }: { readonly zone: string; readonly onCall: Pick<OnCall, 'levels'> },
): ReadRoster {
  const text = own(files, rosterFile);
  if (text === undefined) return nothing;
  const { source, problems } = readSource(rosterFile, text);
  if (!source) return { ...nothing, roster: { rotas: [], file: 'partly' }, problems };
  const { entries, findings } = soundEntries(source.value);
  const read = entries.map(([id, entry]) => ({ entry, rota: rotaOf(id, entry, { zone, levels: onCall.levels }) }));
  const doubts = read.flatMap(({ rota, entry }) => rotaDoubts(rota, entry));
  const place = (finding: Finding): Problem => located([source], finding);
  const told = doubts.map(place);
  // A number in a contact is told once.
  const lines = new Set(told.map(({ line }) => line));
  const numbers = phoneNumbers(rosterFile, text).filter(({ line }) => !lines.has(line));
  return {
    roster: { rotas: read.map(({ rota }) => rota), file: findings.length > 0 ? 'partly' : 'read' },
    problems: findings.map(place),
    doubts: [...told, ...numbers],
    named: Object.keys(tableOf(source.value)),
    source,
  };
}

type Entries = readonly (readonly [string, RotaEntry])[];

/** The rotas without those that something is wrong with, and what is. */
function soundEntries(value: Readonly<Record<string, unknown>>): {
  readonly entries: Entries;
  readonly findings: readonly Finding[];
} {
  const { data, findings } = checked(rosterSchema, value);
  const left = data ?? checked(rosterSchema, { rotas: without(tableOf(value), findings) }).data;
  const all: Entries = Object.entries(left?.rotas ?? {});
  const turns = all.flatMap(([id, entry]) => turnFindings(id, entry));
  const wrong = rotasOf(turns);
  return { entries: all.filter(([id]) => !wrong.has(id)), findings: [...findings, ...turns] };
}

function tableOf({ rotas }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof rotas === 'object' && rotas !== null && !Array.isArray(rotas) ? { ...rotas } : {};
}

function without(table: Readonly<Record<string, unknown>>, findings: readonly Finding[]) {
  const wrong = rotasOf(findings);
  return Object.fromEntries(Object.entries(table).filter(([id]) => !wrong.has(id)));
}

function rotasOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ path: [table, id] }) => (table === 'rotas' && id !== undefined ? [String(id)] : [])),
  );
}
