// Incidents as the tables of the shares tell them, made lines.
import { type Milestone, milestones } from '../../src/core/milestone.ts';
import { type IncidentLine, incidentLine } from '../../src/lines/line.ts';
import { readTime } from '../../src/time/time.ts';
import { type LevelId, line, severity } from './line.ts';

type Time = string | null;

export interface ToldIncident extends Partial<Readonly<Record<Milestone, Time>>> {
  /** So many of them. */
  readonly n?: number;
  /** `sev-3 > sev-1`: declared as one, changed to another. */
  readonly severity?: string | null;
  /** `first`: the first level was assumed; `still`: and nobody has said it since. */
  readonly guess?: 'first' | 'still';
  readonly stretches?: readonly (readonly [string, Time])[];
  readonly reopened?: number;
  /** To whom, due, given. */
  readonly cadence?: readonly (readonly [string | null, string, Time])[];
  readonly words?: readonly {
    readonly to: string;
    readonly due?: string;
    readonly sent?: string;
    readonly late?: number;
    readonly retracted?: string;
  }[];
  /** Name, due, stopped. */
  readonly clocks?: readonly (readonly [string, string, Time])[];
  readonly items?: readonly {
    readonly created?: string;
    readonly due?: string;
    readonly done?: string;
    readonly dropped?: string;
  }[];
  readonly causes?: readonly string[];
  readonly services?: readonly string[];
  readonly type?: string;
  readonly counted?: boolean;
  readonly 'detected-by'?: readonly [string, boolean | null];
  readonly 'post-mortem'?: { readonly due?: string; readonly pull?: number };
  readonly drill?: boolean;
  readonly duplicate?: string;
  readonly related?: readonly string[];
  readonly parent?: string;
  readonly reason?: 'completed' | 'not_planned' | 'duplicate';
}

/** ISO UTC; a time without a zone is UTC. */
export function instant(text: string): string {
  const read = readTime(text, '2030-01-01T00:00:00Z', 'UTC');
  if (!read) throw new Error(`no time: ${text}`);
  return read.at;
}

const orNull = (time: Time | undefined): string | null => (time ? instant(time) : null);

/** The lines that a table tells, numbered from 1 in its order. */
export function linesOf(told: readonly ToldIncident[]): readonly IncidentLine[] {
  const each = told.flatMap((one) => Array.from({ length: one.n ?? 1 }, () => one));
  // Closed as it was resolved, unless it is told.
  return each.map((one, index) =>
    incidentLine.parse(lineOf({ ...(one.resolved && { closed: one.resolved }), ...one }, index + 1)),
  );
}

function lineOf(told: ToldIncident, number: number): IncidentLine {
  const usual = line(number);
  const stretches = told.stretches?.map(([from, until]) => ({ from: instant(from), until: orNull(until) }));
  const closed = told.closed === null ? null : usual.closed;
  return {
    ...usual,
    state: closed ? 'closed' : 'open',
    severity: severityOf(told),
    milestones: marksOf(told, usual),
    active: stretches ?? activeOf(told, usual),
    reopened: told.reopened ?? 0,
    ...promisesOf(told, usual),
    causes: told.causes ? [...told.causes] : null,
    services: [...(told.services ?? [])],
    type: { ...usual.type, name: told.type ?? usual.type.name, counted: told.counted ?? true },
    detected: told['detected-by'] ? { how: told['detected-by'][0], byCustomers: told['detected-by'][1] } : null,
    postMortem: postMortemOf(told['post-mortem']),
    drill: told.drill ?? null,
    closed: closed && { ...closed, reason: told.reason ?? 'completed', at: orNull(told.closed) ?? closed.at },
    links: { duplicate: told.duplicate ?? null, related: [...(told.related ?? [])], parent: told.parent ?? null },
  };
}

function severityOf({ severity: told = 'sev-2', guess }: ToldIncident): IncidentLine['severity'] {
  if (told === null) return null;
  const [first = 'sev-2', ...changes] = told.split(' > ') as LevelId[];
  return { ...severity(first, ...changes), firstAssumed: guess !== undefined, assumed: guess === 'still' };
}

function marksOf(told: ToldIncident, usual: IncidentLine): IncidentLine['milestones'] {
  const all = milestones.map((name) => {
    const time = told[name];
    if (time === undefined) return [name, usual.milestones[name]];
    return [name, time && { at: instant(time), saidAt: instant(time), by: 'ada', inferred: false }];
  });
  return Object.fromEntries(all) as IncidentLine['milestones'];
}

function activeOf(told: ToldIncident, usual: IncidentLine): IncidentLine['active'] {
  const from = orNull(told.started ?? told.declared) ?? usual.active[0]?.from ?? '';
  if (told.resolved === null) return [{ from, until: told.closed === null ? null : '2026-03-02T11:00:00Z' }];
  return [{ from, until: orNull(told.resolved) ?? '2026-03-02T11:00:00Z' }];
}

function postMortemOf(told: ToldIncident['post-mortem']): IncidentLine['postMortem'] {
  return { required: told !== undefined, dueAt: orNull(told?.due), pull: told?.pull ?? null, owner: null };
}

type Promises = Pick<IncidentLine, 'words' | 'cadence' | 'clocks' | 'actionItems'>;

function promisesOf(told: ToldIncident, usual: IncidentLine): Promises {
  const startedAt = usual.milestones.declared?.at ?? '';
  return {
    words: told.words?.map(wordOf) ?? [],
    cadence:
      told.cadence?.map(([audience, due, given]) => ({
        ...{ audience, dueAt: instant(due), givenAt: orNull(given) },
      })) ?? [],
    clocks:
      told.clocks?.map(([name, due, stopped]) => ({
        ...{ id: name.toLowerCase(), name, startedAt, dueAt: instant(due), stoppedAt: orNull(stopped) },
      })) ?? null,
    actionItems: told.items?.map(itemOf) ?? null,
  };
}

function wordOf(
  { to, due, sent, late, retracted }: NonNullable<ToldIncident['words']>[number],
  index: number,
): IncidentLine['words'][number] {
  return {
    ...{ number: index + 1, message: 'update', audience: to, by: 'ada', at: '2026-03-02T10:00:00Z', approvals: [] },
    published: sent
      ? {
          ...{
            by: 'ada',
            at: instant(sent),
            text: 'On it.',
            hash: '0',
            purpose: 'update',
            external: true,
            approver: null,
          },
          ...{ dueAt: orNull(due), lateMinutes: late ?? null },
        }
      : null,
    retracted: retracted ? { by: 'ada', at: instant(retracted), because: null } : null,
  };
}

function itemOf(
  { created = '2026-03-02 12:00', due, done, dropped }: NonNullable<ToldIncident['items']>[number],
  index: number,
): NonNullable<IncidentLine['actionItems']>[number] {
  const end = done ?? dropped ?? null;
  return {
    ...{ text: `Item ${index + 1}`, url: null, owner: 'ada', createdAt: instant(created), dueAt: orNull(due) },
    ...{ ended: done ? 'done' : dropped ? 'dropped' : null, endedAt: end === 'unknown' ? null : orNull(end) },
  };
}
