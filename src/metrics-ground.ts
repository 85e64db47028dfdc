// What a report is reckoned by: whose handbook tells where durations begin, and in which zone weeks are counted.
import { defaultHandbook } from './config/parse.ts';
import type { Handbook } from './core/handbook.ts';
import type { Services } from './footing.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { configPath } from './github/config-files.ts';
import type { IncidentsLook } from './incident-reading.ts';
import type { IncidentLine } from './lines/line.ts';
import type { MeasureAsked } from './measured.ts';
import { type NotUnderstood, zoneNamed } from './metrics-frame.ts';
import { plain } from './plain.ts';

export interface Ground {
  readonly handbook: Handbook;
  /** IANA, or an offset. */
  readonly zone: string;
  /** What people should know of how it was chosen, in sentences. */
  readonly problems: readonly string[];
}

type Asked = Pick<MeasureAsked, 'handbook' | 'zone'>;
type Resolves = Pick<Services, 'resolve'>;

/** Ground for what GitHub showed: the home's config, where nothing else was asked for. @param home its name */
export function groundOf(
  asked: Asked,
  look: IncidentsLook,
  home: string | null,
  services: Resolves,
): Ground | NotUnderstood {
  if (asked.handbook !== null) return withZone(asked, shippedHandbook(asked.handbook, services));
  if (!look.home) return withZone(asked, shippedHandbook(defaultHandbook, services), [stoodIn(home)]);
  const { handbook, sound } = look.home;
  return withZone(asked, handbook, sound ? [] : [unsound(home)]);
}

/**
 * Ground for lines of a file, where nothing else was asked for: the folder's own config, else what the newest incident follows.
 * @param config of the folder that somebody stands in; null: there is none
 * @throws when that config is not sound
 */
export function groundOfLines(
  asked: Asked,
  lines: readonly IncidentLine[],
  config: ConfigFiles | null,
  services: Resolves,
): Ground | NotUnderstood {
  if (asked.handbook !== null) return withZone(asked, shippedHandbook(asked.handbook, services));
  if (config) {
    const { handbook, sound } = services.resolve(config);
    if (!sound)
      throw new Error(`${configPath} here is not sound. \`sitrep check\` says why; --handbook goes without it.`);
    return withZone(asked, handbook, [`Handbook and zone are those of ${configPath} here.`]);
  }
  const followed = handbookFollowed(lines);
  const known = followed === null ? null : shippedHandbook(followed, services);
  if (known && !('why' in known)) return withZone(asked, known);
  return withZone(asked, shippedHandbook(defaultHandbook, services), [followed === null ? '' : unknown(followed)]);
}

function withZone(
  { zone }: Asked,
  handbook: Handbook | NotUnderstood,
  problems: readonly string[] = [],
): Ground | NotUnderstood {
  if ('why' in handbook) return handbook;
  const named = zone === null ? handbook.zone : zoneNamed(zone);
  return typeof named === 'string' ? { handbook, zone: named, problems: problems.filter(Boolean) } : named;
}

/** A shipped handbook by its id. */
function shippedHandbook(id: string, services: Resolves): Handbook | NotUnderstood {
  if (!/^[\w-]{1,60}$/.test(id)) return { why: `${plain(id, 60)} is no handbook's id: ${defaultHandbook} is one.` };
  const { handbook, problems } = services.resolve(filesNaming(id));
  const [problem] = problems;
  return problem ? { why: `${problem.what} ${problem.suggestion}`.trim() } : handbook;
}

/** A config that names one shipped handbook; its oid keeps it apart from all others. */
function filesNaming(id: string): ConfigFiles {
  const text = `handbook: ${id}\n`;
  return { oid: `handbook ${id}`, text, folderOid: null, files: {}, catalogOid: null, catalog: null };
}

/** Id of the handbook that the newest incident follows; null: no line tells. */
function handbookFollowed(lines: readonly IncidentLine[]): string | null {
  const declared = ({ milestones }: IncidentLine): string => milestones.declared?.at ?? '';
  return (
    lines
      .filter(({ handbook }) => handbook !== null)
      .reduce<IncidentLine | null>(
        (newest, line) => (newest && declared(newest) >= declared(line) ? newest : line),
        null,
      )?.handbook ?? null
  );
}

function stoodIn(home: string | null): string {
  const where =
    home === null ? 'No repository was named whose config tells' : `The config of ${home} was not read, which tells`;
  return `${where} handbook and zone: ${defaultHandbook} stands in. Name another one with \`--handbook\`.`;
}

function unsound(home: string | null): string {
  return `The config of ${home} is not sound: the default handbook stands in. \`sitrep check\` says what is wrong.`;
}

function unknown(id: string): string {
  return `The incidents follow ${plain(id, 60)}, which is not ours: ${defaultHandbook} stands in. Say this in the repository's own folder, or name another one with \`--handbook\`.`;
}
