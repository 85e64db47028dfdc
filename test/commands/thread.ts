// A thread in a few lines, and what is heard of it.
import { hear } from '../../src/commands/hear.ts';
import type { Compose } from '../../src/core/composing.ts';
import { type Entry, happenedAt } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import type { Incident } from '../../src/core/incident.ts';
import type { IssueEvent } from '../../src/core/issue-event.ts';
import type { Permission, Person, Standing } from '../../src/core/person.ts';
import type { IncidentRecord } from '../../src/core/record.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { replay } from '../../src/core/replay.ts';
import type { Comment, Issue, Snapshot } from '../../src/core/snapshot.ts';
import type { Fact } from '../../src/core/timeline.ts';
import { comment, snapshot } from '../core/builder.ts';
import { handbook as plainHandbook } from './handbook.ts';

const access: Readonly<Record<string, Permission>> = {
  ada: 'maintain',
  bob: 'write',
  cat: 'write',
  tim: 'triage',
  rae: 'read',
  eve: 'none',
};

export function person(login: string): Person {
  return { id: `U_${login}`, login, bot: login.endsWith('-bot') };
}

/** `10:02` of day one; a full instant stays. */
function at(time: string): string {
  return time.includes('T') ? time : `2026-03-02T${time.length === 5 ? `${time}:00` : time}Z`;
}

type Event = { readonly kind: IssueEvent['kind'] } & Readonly<Record<string, unknown>>;
/** Time, who, and words or an event of GitHub's. */
export type Line = readonly [time: string, who: string, said: string | Event, more?: Partial<Comment>];

export interface Setting {
  readonly body?: string;
  readonly issue?: Partial<Issue>;
  readonly labels?: readonly string[];
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly handbook?: Partial<Handbook>;
  readonly snapshot?: Partial<Snapshot>;
}

/** The form's text with these answers. */
export function form(answers: Readonly<Record<string, string>>): string {
  const asked = { Severity: 'Sev-2', Impact: '_No response_', Urgency: '_No response_', ...answers };
  return Object.entries(asked)
    .map(([heading, answer]) => `### ${heading}\n\n${answer}`)
    .join('\n\n');
}

export function snapshotOf(lines: readonly Line[], setting: Setting = {}): Snapshot {
  const plain = snapshot();
  const issue: Issue = {
    ...plain.issue,
    id: 'I_7',
    number: 7,
    url: 'https://github.com/acme/ops/issues/7',
    title: '[INCIDENT] Checkout is down',
    body: setting.body ?? form({}),
    by: person('rae'),
    ...setting.issue,
  };
  const born = (setting.labels ?? []).map(
    (label) => ['10:00', issue.by?.login ?? 'rae', { kind: 'labeled', label }] as const,
  );
  return {
    ...plain,
    repository: { ...plain.repository, private: true },
    viewer: person('sitrep-bot'),
    issue,
    thread: [...born, ...lines].map(itemOf),
    people: Object.fromEntries(Object.keys(access).map((login) => [login, standing(login, setting.teams?.[login])])),
    config: { oid: 'f00d', problems: [] },
    ...setting.snapshot,
  };
}

export interface Heard extends IncidentRecord {
  readonly incident: Incident;
  readonly maybe: Incident | null;
  /** Accepted facts of all entries after the report's, with `HH:MM` where they happened at another time than said. */
  readonly facts: readonly (Fact & { readonly happened?: string })[];
  readonly refusals: readonly Refusal[];
}

/** A message's text in these tests: the template and the own words, nothing filled in. */
export const composed: Compose = ({ message, own }) => ({ text: `${message.text} ${own}`.trim(), leftOut: [] });

/** Hears a thread at once. `past`: what an earlier look heard. */
export function heard(lines: readonly Line[], setting: Setting = {}, past: readonly Entry[] = []): Heard {
  const handbook = { ...plainHandbook, ...setting.handbook };
  const look = snapshotOf(lines, setting);
  const record = hear(
    look,
    { entries: past, lostUntil: null },
    handbook,
    look.thread.at(-1)?.at ?? look.issue.at,
    composed,
  );
  const maybe = replay(record.entries, handbook);
  const spoken = record.entries.filter(({ source }) => !source.startsWith('form'));
  return {
    ...record,
    maybe,
    get incident() {
      if (!maybe) throw new Error('No incident');
      return maybe;
    },
    facts: spoken.flatMap((entry) => {
      const time = happenedAt(entry).slice(11, 16);
      return entry.fact ? [{ ...entry.fact, ...(entry.at && { happened: time }) }] : [];
    }),
    refusals: record.entries.flatMap(({ refusal }) => refusal ?? []),
  };
}

/** What a pass after each line hears in the end. */
export function heardLineByLine(lines: readonly Line[], setting: Setting = {}): Heard {
  let past: readonly Entry[] = [];
  for (let count = 0; count < lines.length; count++) past = heard(lines.slice(0, count), setting, past).entries;
  return heard(lines, setting, past);
}

function standing(login: string, teams: readonly string[] = []): Standing {
  return { person: person(login), permission: access[login] ?? 'none', teams };
}

function itemOf([time, who, said, more]: Line, index: number): Comment | IssueEvent {
  const by = who === 'ghost' ? null : person(who);
  if (typeof said !== 'string') return { id: `E_${index}`, at: at(time), by, ...said } as unknown as IssueEvent;
  const number = String(100 + index);
  return comment({
    id: `IC_${number}`,
    number,
    url: `https://github.com/acme/ops/issues/7#issuecomment-${number}`,
    by,
    at: at(time),
    body: said,
    mine: who === 'sitrep-bot',
    ...more,
  });
}
