// Incidents for a report from GitHub: one look, and the pages behind it only where the report is not kept already.
import { createHash } from 'node:crypto';
import { handbookLabels } from './core/handbook-labels.ts';
import type { Gathered } from './gathered.ts';
import { readIncidentLines } from './incident-lines.ts';
import type { IncidentsLook, LinesWires } from './incident-reading.ts';
import { type IncidentLine, lineSchemaVersion } from './lines/line.ts';
import type { FirstLook, MeasureAsked, Measured, MeasureWires } from './measured.ts';
import type { RepositoryRead } from './metrics/report.ts';
import { type Frame, frameIn, type NotUnderstood } from './metrics-frame.ts';
import { type Ground, groundOf } from './metrics-ground.ts';
import { inputFaults } from './report/action-input-words.ts';
import { unprovedWords } from './report/incident-reading-words.ts';

type Unchanged = Extract<Measured, { readonly kind: 'unchanged' }>;

/** What the first look decides. */
interface Decided {
  readonly ground: Ground;
  readonly frame: Frame;
  readonly first: IncidentsLook;
  readonly look: FirstLook;
  readonly isKept: boolean;
}

const usualLabel = 'incident-metrics';

/**
 * Reads repositories.
 * @param since from when they are read; ISO UTC
 * @throws when none can be read, or GitHub gives no whole answer
 */
export async function gatherFromGitHub(
  asked: MeasureAsked,
  repositories: readonly string[],
  since: string,
  wires: MeasureWires,
): Promise<Gathered | Unchanged | NotUnderstood> {
  const home = asked.home ?? repositories.find((name) => !name.endsWith('/*')) ?? null;
  const reads: RepositoryRead[] = [];
  const decisions: (Decided | NotUnderstood)[] = [];
  const reading: LinesWires = {
    ...{ github: wires.github(), services: wires.services, now: wires.clock ?? machineClock },
    ...{ wait: wires.wait, patience: wires.patience, say: wires.say, progress: wires.progress },
    look(first) {
      const decided = decide(first, home, asked, wires);
      decisions.push(decided);
      return !('why' in decided || decided.isKept || decided.frame.since < since);
    },
    repository: (read) => void reads.push(read),
  };
  const lines: IncidentLine[] = [];
  const wanted = { repositories, since, home, label: asked.label ?? usualLabel };
  for await (const line of readIncidentLines(wanted, reading)) lines.push(line);
  const [decided] = decisions;
  if (!decided) throw new Error('GitHub showed nothing of these repositories.');
  if ('why' in decided) return decided;
  const { ground, frame, first, look, isKept } = decided;
  if (isKept) return { kind: 'unchanged', period: frame.period, look };
  // The home's handbook looks further back than most.
  if (frame.since < since) return gatherFromGitHub(asked, repositories, frame.since, wires);
  const unproved = first.unproved ? [unprovedWords] : [];
  const problems = [...ground.problems, ...unproved, ...reads.flatMap(unread)];
  return { ground, frame, lines, repositories: byName(reads), problems, look };
}

function machineClock(): string {
  return new Date().toISOString();
}

function decide(
  first: IncidentsLook,
  home: string | null,
  asked: MeasureAsked,
  { services, isKept }: MeasureWires,
): Decided | NotUnderstood {
  const taken = takenLabel(asked, first);
  if (taken) return taken;
  const ground = groundOf(asked, first, home, services);
  if ('why' in ground) return ground;
  const frame = frameIn(asked, ground.zone, ground.handbook.indicators);
  if ('why' in frame) return frame;
  const look = { kept: first.kept, viewer: first.viewer, digest: digestOf(first, ground, frame, asked.now) };
  return { ground, frame, first, look, isKept: isKept(look, frame.period) };
}

/** A report with a label by which the App knows incidents, levels or statuses would be an incident itself. */
function takenLabel({ label }: MeasureAsked, { home }: IncidentsLook): NotUnderstood | null {
  const names = label === undefined || !home ? [] : handbookLabels(home.handbook).map(({ name }) => name.toLowerCase());
  return label !== undefined && names.includes(label.toLowerCase()) ? { why: inputFaults.takenLabel(label) } : null;
}

/** The same for as long as the same report would come out: while its week runs, every moment has one of its own. */
function digestOf(first: IncidentsLook, { handbook, zone }: Ground, { period, since }: Frame, now: string): string {
  const asOf = now < period.until ? now : period.until;
  const parts = [lineSchemaVersion, first.digest, first.unproved, handbook.id, zone, period.id, since, asOf];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function unread({ name, problem }: RepositoryRead): readonly string[] {
  return problem === null ? [] : [`${name}: ${problem}`];
}

function byName(reads: readonly RepositoryRead[]): readonly RepositoryRead[] {
  return reads.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
