// Every share and count once more, the plain way: one look at each incident, in milliseconds, nothing shared with src/metrics.
import type { IncidentLine } from '../../src/lines/line.ts';

/** What a metric comes to in a window; `not measured`: no incident has its facts. */
export type Naive =
  | {
      readonly n: number;
      readonly yes: number;
      readonly by: Tally;
      readonly leftOut: Tally;
      readonly values: readonly number[];
    }
  | 'not measured';
type Tally = Readonly<Record<string, number>>;

export interface Window {
  readonly from: string;
  readonly until: string;
}

/** One thing that was found: a value in its week, or why there is none. */
interface Seen {
  readonly issue: string;
  readonly at: number;
  readonly value?: boolean | number;
  readonly what?: string | null;
  readonly why?: string;
}

const ms = (at: string) => Date.parse(at);
const day = 86_400_000;

/** @param until the end of the report's period; nothing from then on, or after `now`, is known */
export function naive(lines: readonly IncidentLine[], until: string, now: string): NaiveReport {
  const known = (at: string | null | undefined): number | null =>
    typeof at === 'string' && ms(at) < ms(until) && ms(at) <= ms(now) ? ms(at) : null;
  const asOf = Math.min(ms(until), ms(now));
  const counted = lines.filter(
    (line) => counts(line) && declaredBefore(line) && !isPartOfAnother(line, lines, declaredBefore),
  );
  function declaredBefore({ milestones: { declared } }: IncidentLine): boolean {
    return declared === null || known(declared.at) !== null;
  }
  return { counted, known, asOf };
}

export interface NaiveReport {
  readonly counted: readonly IncidentLine[];
  readonly known: (at: string | null | undefined) => number | null;
  readonly asOf: number;
}

function counts(line: IncidentLine): boolean {
  if (line.drill === true || !line.type.counted || line.links.duplicate !== null) return false;
  return line.closed === null || (line.closed.reason === 'completed' && !line.closed.carriedOver);
}

/** Walks up from parent to parent among those that count; in a circle the one declared first is the top. */
function isPartOfAnother(
  line: IncidentLine,
  lines: readonly IncidentLine[],
  there: (line: IncidentLine) => boolean,
): boolean {
  const walked = [line];
  for (let at = line; ; ) {
    const parent = parentOf(
      at,
      lines.filter((one) => counts(one) && there(one)),
    );
    if (parent === undefined || parent === at) return at !== line;
    const place = walked.indexOf(parent);
    if (place >= 0) return first(walked.slice(place)) !== line;
    walked.push(parent);
    at = parent;
  }
}

function parentOf(line: IncidentLine, among: readonly IncidentLine[]): IncidentLine | undefined {
  const written = line.links.parent;
  if (written === null) return undefined;
  return among.find(({ repository, issue, url }) => {
    if (written === url || written === `${repository}#${issue}`) return true;
    return written === `#${issue}` && repository === line.repository;
  });
}

function first(circle: readonly IncidentLine[]): IncidentLine | undefined {
  const key = (line: IncidentLine) =>
    `${line.milestones.declared?.at ?? ''} ${line.repository} ${String(line.issue).padStart(9, '0')}`;
  return [...circle].sort((one, other) => (key(one) < key(other) ? -1 : 1))[0];
}

interface Course {
  readonly declared: number | null;
  readonly resolved: number | null;
  readonly over: number | null;
  readonly again: boolean;
  readonly reviewed: number | null;
  readonly cameBack: number;
}

/** What became of an incident, as was known. */
function courseOf(line: IncidentLine, { known }: NaiveReport): Course {
  const mark = (name: 'declared' | 'resolved' | 'reviewed' | 'closed') => known(line.milestones[name]?.at);
  const begun = line.active.filter(({ from }) => known(from) !== null);
  const last = begun[begun.length - 1];
  const runs = last !== undefined && known(last.until) === null;
  const resolved = mark('resolved');
  const closed = known(line.closed?.at);
  const open = closed === null && (line.state === 'open' || line.closed !== null) && (last ? runs : resolved === null);
  const ended = resolved ?? known(last?.until) ?? mark('closed');
  return {
    ...{ declared: mark('declared'), resolved, reviewed: mark('reviewed') },
    over: closed ?? (open ? null : ended),
    again: resolved !== null && (runs || (begun.length > 1 && last !== undefined && resolved < ms(last.from))),
    cameBack: line.reopened - (line.active.length - begun.length),
  };
}

type See = (line: IncidentLine, course: Course, report: NaiveReport) => readonly Omit<Seen, 'issue'>[];
type Kept = 'clocks' | 'actionItems' | 'causes';

/** Of those that are resolved for good. */
function resolved(see: See): See {
  return (line, course, report) => {
    if (course.resolved === null) return course.over === null ? [] : [{ at: course.over, why: 'no `resolved`' }];
    return course.again ? [{ at: course.resolved, why: 'active again' }] : see(line, course, report);
  };
}

function declared(see: (line: IncidentLine, at: number) => Omit<Seen, 'issue' | 'at'> | null): See {
  return (line, { declared: at }) => {
    const seen = at === null ? null : see(line, at);
    return seen && at !== null ? [{ ...seen, at }] : [];
  };
}

const severityOf = (see: (severity: NonNullable<IncidentLine['severity']>) => boolean | string): See =>
  resolved(({ severity }, { resolved: at }) => {
    const seen = severity === null ? 'no severity' : see(severity);
    return [typeof seen === 'string' ? { at: at ?? 0, why: seen } : { at: at ?? 0, value: seen }];
  });

const required =
  (see: See): See =>
  (line, course, report) =>
    line.postMortem.required ? resolved(see)(line, course, report) : [];

const causeKeys = ({ causes }: IncidentLine) =>
  (causes ?? []).map((cause) => cause.trim().split(/\s+/).join(' ').toLowerCase()).filter((cause) => cause !== '');

/** When an incident was last on people's minds before another was declared; null: it shares no cause with it, or came later. */
export function lastSeen(earlier: IncidentLine, later: IncidentLine, report: NaiveReport): number | null {
  const [before, at] = [courseOf(earlier, report), courseOf(later, report).declared];
  if (at === null || before.declared === null || before.declared >= at) return null;
  if (!causeKeys(earlier).some((cause) => causeKeys(later).includes(cause))) return null;
  return before.resolved !== null && before.resolved <= at
    ? Math.max(before.declared, before.resolved)
    : before.declared;
}

function recurs(line: IncidentLine, at: number, report: NaiveReport): boolean {
  return report.counted.some((other) => at - (lastSeen(other, line, report) ?? Number.NEGATIVE_INFINITY) <= 90 * day);
}

const metrics: Readonly<Record<string, { readonly needs?: Kept; readonly see: See }>> = {
  'incidents-by-severity': {
    see: declared(({ severity }) => ({ value: 1, what: severity === null ? null : severity.name })),
  },
  'recurrence-rate': {
    needs: 'causes',
    see: (line, { declared: at }, report) => {
      if (at === null) return [];
      if (causeKeys(line).length === 0) return [{ at, why: 'no cause declared' }];
      return [{ at, value: recurs(line, at, report) }];
    },
  },
  'root-cause-rate': {
    needs: 'causes',
    see: resolved((line, { resolved: at }) => [{ at: at ?? 0, value: causeKeys(line).length > 0 }]),
  },
  'severity-accuracy': {
    see: severityOf(({ first: said, final, assumed, firstAssumed }) => {
      if (assumed) return 'severity only assumed';
      return firstAssumed ? 'first severity only assumed' : said === final;
    }),
  },
  'reclassification-rate': {
    see: severityOf(({ first: said, changes, firstAssumed }) => {
      const levels = changes.map(({ to }) => to);
      if (!firstAssumed) levels.unshift(said);
      return levels.length === 0 ? 'severity only assumed' : new Set(levels).size > 1;
    }),
  },
  'severity-escalation-rate': {
    see: severityOf(({ firstAssumed, firstRank, peakRank }) =>
      firstAssumed ? 'first severity only assumed' : peakRank < firstRank,
    ),
  },
  'post-mortem-completion': {
    see: required((_, { resolved: at, reviewed }) => [{ at: at ?? 0, value: reviewed !== null }]),
  },
  'post-mortem-timeliness': {
    see: required(({ postMortem: { dueAt } }, { resolved: at, reviewed }, { asOf }) => {
      if (dueAt === null) return [{ at: at ?? 0, why: 'no due time' }];
      return ms(dueAt) < asOf ? [{ at: ms(dueAt), value: reviewed !== null && reviewed <= ms(dueAt) }] : [];
    }),
  },
  'action-items-on-time': {
    needs: 'actionItems',
    see: (line, _, { known, asOf }) =>
      (line.actionItems ?? []).flatMap(({ createdAt, dueAt, ended, endedAt }): readonly Omit<Seen, 'issue'>[] => {
        if (known(createdAt) === null) return [];
        if (dueAt === null) return [{ at: ms(createdAt), why: 'no due time' }];
        if (ms(dueAt) >= asOf) return [];
        const end = known(endedAt);
        if (ended === 'dropped' && end !== null && end <= ms(dueAt)) return [{ at: ms(dueAt), why: 'dropped' }];
        return [{ at: ms(dueAt), value: ended === 'done' && end !== null && end <= ms(dueAt) }];
      }),
  },
  'action-item-lead-time': {
    needs: 'actionItems',
    see: (line, _, { known }) =>
      (line.actionItems ?? []).flatMap(({ createdAt, ended, endedAt }) => {
        const [begin, end] = [known(createdAt), known(endedAt)];
        return ended === 'done' && begin !== null && end !== null ? [{ at: end, value: (end - begin) / 60_000 }] : [];
      }),
  },
  'update-cadence-kept': {
    see: (line, _, { known, asOf }) =>
      line.cadence.flatMap(({ audience, dueAt, givenAt }) =>
        ms(dueAt) < asOf ? [{ at: ms(dueAt), value: (known(givenAt) ?? Number.NaN) <= ms(dueAt), what: audience }] : [],
      ),
  },
  'communication-compliance': { see: communication },
  'sla-met': {
    needs: 'clocks',
    see: (line, _, { known, asOf }) =>
      (line.clocks ?? []).map(({ name, dueAt, stoppedAt }) => {
        const at = ms(dueAt);
        if (at < asOf) return { at, value: (known(stoppedAt) ?? Number.NaN) <= at, what: name };
        return { at, why: known(stoppedAt) === null ? 'still running' : 'not due yet' };
      }),
  },
  'incidents-by-type': { see: declared(({ type }) => ({ value: 1, what: type.name })) },
  'incidents-by-service': {
    see: (line, { declared: at }) => {
      if (at === null) return [];
      if (line.services.length === 0) return [{ at, why: 'no service named' }];
      return line.services.map((what) => ({ at, value: 1, what }));
    },
  },
  'incidents-by-detection': {
    see: declared(({ detected }) =>
      detected ? { value: 1, what: detected.how.toLowerCase() } : { why: 'not told how it was noticed' },
    ),
  },
  'detected-by-customers': {
    see: declared(({ detected }) => {
      if (!detected) return { why: 'not told how it was noticed' };
      if (detected.byCustomers === null) return { why: 'not clear whether customers noticed it' };
      return { value: detected.byCustomers };
    }),
  },
  'reopen-rate': {
    see: (_, { resolved: at, over, cameBack }) => {
      if (at !== null) return [{ at, value: cameBack > 0 }];
      return over === null ? [] : [{ at: over, why: 'no `resolved`' }];
    },
  },
};

/** Everything that was due once, by whom it was for and when; a message tells of itself, whatever the cadence says. */
function communication(line: IncidentLine, _: Course, { known, asOf }: NaiveReport): readonly Omit<Seen, 'issue'>[] {
  const seen: Omit<Seen, 'issue'>[] = [];
  const told = new Set<string>();
  for (const { at: drafted, audience, published, retracted } of line.words) {
    if (known(drafted) === null || known(published?.at) === null || !published?.dueAt || ms(published.dueAt) >= asOf)
      continue;
    const at = ms(published.dueAt);
    if (known(retracted?.at) !== null) seen.push({ at, why: 'retracted' });
    else {
      told.add(`${audience} ${at}`);
      seen.push({ at, value: ms(published.at) - at < 60_000, what: audience });
    }
  }
  for (const { audience, dueAt, givenAt } of line.cadence) {
    const at = ms(dueAt);
    if (at >= asOf || told.has(`${audience} ${at}`)) continue;
    seen.push({ at, value: (known(givenAt) ?? Number.NaN) <= at, what: audience });
  }
  return seen;
}

export const naiveMetrics: readonly string[] = Object.keys(metrics);

/** A metric in a window, over what a report knows. */
export function naively(id: string, window: Window, report: NaiveReport): Naive {
  const { needs, see } = metrics[id] ?? { see: () => [] };
  if (needs && report.counted.every((line) => line[needs] === null)) return 'not measured';
  const all = report.counted.flatMap((line): readonly Seen[] => {
    const course = courseOf(line, report);
    const issue = `${line.repository}#${line.issue}`;
    const words = { clocks: 'clocks', actionItems: 'action items', causes: 'causes' };
    if (!needs || line[needs] !== null) return see(line, course, report).map((seen) => ({ ...seen, issue }));
    return course.declared === null ? [] : [{ issue, at: course.declared, why: `${words[needs]} are not on record` }];
  });
  const inside = all.filter(({ at }) => at >= ms(window.from) && at < ms(window.until));
  const values = inside.filter(({ value }) => value !== undefined);
  const isCount = values.some(({ value }) => value === 1) && id.startsWith('incidents-');
  return {
    n: isCount ? new Set(values.map(({ issue }) => issue)).size : values.length,
    yes: values.filter(({ value }) => value === true).length,
    by: tally(values.map(({ what }) => what)),
    leftOut: tally(inside.map(({ why }) => why)),
    values: values.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])).sort((one, other) => one - other),
  };
}

function tally(words: readonly (string | null | undefined)[]): Tally {
  const counts: Record<string, number> = {};
  for (const word of words) if (typeof word === 'string') counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
