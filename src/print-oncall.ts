// `sitrep oncall`: who is on call at a moment, or when nobody is, from the files of a folder or a repository.
import Table from 'cli-table3';
import { serviceNamed } from './core/service.ts';
import { dated, gapsAhead, type PlacedGap } from './on-call-outlook.ts';
import { type Rota, rosterFile, rotaNamed } from './oncall/rota.ts';
import { layersAt } from './oncall/rota-at.ts';
import { plain } from './plain.ts';
import { type FoundRoster, rosterOf } from './roster-of.ts';
import type { Terminal } from './terminal.ts';
import { readMomentIn } from './time/local-moment.ts';
import { dueAfter, readTerm } from './time/term.ts';
import { clock, localDate, plusMinutes } from './time/time.ts';
import { readZone } from './time/zone.ts';

/** What was typed behind `sitrep oncall`. */
export interface OnCallOptions {
  readonly at?: string | undefined;
  readonly gaps?: boolean | undefined;
  readonly next?: string | undefined;
  readonly json?: boolean | undefined;
  readonly from?: string | undefined;
}

/**
 * Prints it.
 * @param about a service or rota; undefined: all rotas
 * @returns 0; 1 nobody is on call (then or, with `gaps`, some time), or the file is missing or in part wrong; a sentence: what was
 * not understood, and what to write
 */
export async function printOnCall(
  about: string | undefined,
  { at, gaps = false, next, json = false, from }: OnCallOptions,
  terminal: Terminal,
): Promise<number | string> {
  if (!gaps && next !== undefined) return 'Say --gaps with --next.';
  const found = await rosterOf(from, terminal);
  if (typeof found === 'string') return found;
  for (const { file, line, column, what, suggestion } of found.problems)
    terminal.err(plain(`${file}:${line}:${column}: ${what} ${suggestion}`, 1000));
  if (found.read.roster.file === 'missing') {
    terminal.err(`There is no ${rosterFile} there: nobody told who is on call (docs/on-call.md).`);
    return 1;
  }
  const { rotas: all, file } = found.read.roster;
  if (all.length === 0 && !json) {
    terminal.err(
      `Nobody is on call: ${rosterFile} holds no rota${file === 'read' ? '' : ' that can be used'} (docs/on-call.md).`,
    );
    return 1;
  }
  const rotas = all.length === 0 ? [] : rotasAbout(about, found);
  if (typeof rotas === 'string') return rotas;
  const { zone } = found.handbook;
  const moment = at === undefined ? { at: plusMinutes(terminal.now(), 0), zone: 'UTC' } : momentNamed(at, zone);
  if (moment === null)
    return `${at} is no moment: write 2026-03-29T01:30Z, 2026-03-29 02:30 Europe/Berlin, or by the clocks of ${zone} 2026-03-29 02:30, or the day alone for its midnight.`;
  const span = readTerm(next ?? '30d');
  if (span === null) return `${next} is no span of time: write 30d, 4w or 12h; 3660d (ten years) at most.`;
  const isWhole = found.read.roster.file === 'read';
  const isCovered = gaps
    ? printGaps({ ...found, rotas, from: moment.at, until: dueAfter(moment.at, span, zone) }, json, terminal)
    : printAt(rotas, moment, json, terminal);
  return isCovered && isWhole && rotas.length > 0 ? 0 : 1;
}

interface Moment {
  /** ISO UTC. */
  readonly at: string;
  /** By whose clocks it was typed. */
  readonly zone: string;
}

/** A moment, or a day alone for its midnight; by the clocks of the zone behind it, else of the usual one. Null: it is none. */
function momentNamed(text: string, usual: string): Moment | null {
  const [, words = '', named] = /^(.*?)(?: +\(?([A-Za-z_]+\/[\w+/-]+|UTC)\)?)?$/.exec(text.trim().slice(0, 100)) ?? [];
  const zone = named === undefined ? usual : readZone(named);
  if (zone === null) return null;
  const isLocal = !/(?:Z|[+-]\d\d:\d\d)$/.test(words);
  if (!isLocal && named !== undefined) return null;
  const at = readMomentIn(words, zone) ?? readMomentIn(`${words} 00:00`, zone);
  return at === null ? null : { at, zone: isLocal ? zone : 'UTC' };
}

function rotasAbout(about: string | undefined, { handbook, read }: FoundRoster): readonly Rota[] | string {
  const { rotas } = read.roster;
  if (about === undefined) return rotas;
  const service = serviceNamed(handbook.services, about);
  const rota = service ? rotas.find(({ id }) => id === service.onCall) : rotaNamed(rotas, about);
  if (rota) return [rota];
  const known = rotas.map(({ id }) => id).join(', ');
  if (service) return `The service ${service.id} names no rota that there is. There are ${known}.`;
  return `There is no service and no rota ${plain(about, 60)}. There are ${known}.`;
}

/** @returns whether each of the rotas has somebody */
function printAt(rotas: readonly Rota[], { at, zone }: Moment, json: boolean, { out }: Terminal): boolean {
  const told = rotas.map((rota) => ({ rota, layers: layersAt(rota, at) }));
  if (json) {
    const all = told.map(({ rota: { id, name, contact }, layers }) => ({
      ...{ id, name, contact },
      layers: layers.map(({ layer, people, until, absence }) => ({
        ...{ id: layer.id, name: layer.name, people, until, why: absence?.why ?? null },
      })),
    }));
    out(JSON.stringify({ at, rotas: all }, null, 2));
  } else {
    out(`At ${dated(at, zone)}:`);
    const rows = told.flatMap(({ rota, layers }) =>
      layers.map(({ layer, people, until }) => [
        ...[plain(rota.name, 40), plain(layer.name, 40), people.join(', ') || 'nobody'],
        until === null ? '' : dated(until, layer.zone),
      ]),
    );
    out(tableOf(['rota', 'layer', 'who', 'until'], rows));
  }
  return told.every(({ layers }) => layers.some(({ people }) => people.length > 0));
}

type Outlook = Pick<FoundRoster, 'read'> & {
  readonly rotas: readonly Rota[];
  readonly from: string;
  readonly until: string;
};

/** @returns whether there are none */
function printGaps({ read, rotas, from, until }: Outlook, json: boolean, { out }: Terminal): boolean {
  const gaps = gapsAhead({ ...read, roster: { ...read.roster, rotas } }, { from, until });
  const zoneOf = ({ rota }: PlacedGap): string => rotas.find(({ id }) => id === rota)?.zone ?? 'UTC';
  if (json) {
    const all = gaps.map(({ problem: { file, line, column }, absence: { why }, ...gap }) => ({
      ...gap,
      why,
      file,
      line,
      column,
    }));
    out(JSON.stringify({ from, until, gaps: all }, null, 2));
  } else if (gaps.length === 0) {
    out(`Somebody is on call from ${dated(from, 'UTC')} until ${dated(until, 'UTC')}: no gaps.`);
  } else {
    const rows = gaps.map((gap) => {
      const zone = zoneOf(gap);
      const [began, ended] = [gap.from, gap.until].map((at) => `${localDate(at, zone)} ${clock(at, zone)}`);
      const where = `${gap.problem.file}:${gap.problem.line}`;
      return [gap.rota, gap.layer ?? 'all of them', began ?? '', ended ?? '', zone, gap.absence.why, where];
    });
    out(tableOf(['rota', 'layer', 'nobody from', 'until', 'clocks of', 'why', 'where'], rows));
  }
  return gaps.length === 0;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}
