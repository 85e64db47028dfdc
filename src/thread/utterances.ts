// Everything that people said in a thread, in the order they said it, whether it was heard before or not.

import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import { same } from '../core/person.ts';
import type { Issue, Snapshot } from '../core/snapshot.ts';
import { isReport, readReport } from './report.ts';
import { saidCommands } from './said-commands.ts';
import { birthLabels, birthTitle, saidEvents } from './said-events.ts';
import { saidRockets, saidTicks } from './said-marks.ts';
import type { Utterance } from './utterance.ts';

/**
 * What one look shows of people's words and clicks: by time, then as GitHub lists them, then by line. The report comes always,
 * whether or not the issue is an incident: that is for others to judge, as is every right.
 * @param lostUntil up to then everything was heard, and the record of it is lost: words as first written count, whoever edited them
 */
export function utterancesOf(
  snapshot: Snapshot,
  handbook: Handbook,
  lostUntil: string | null = null,
): readonly Utterance[] {
  const said: Utterance[] = [
    reportOf(snapshot, handbook, lostUntil !== null),
    ...reportEdits(snapshot, handbook),
    ...saidEvents(snapshot),
    ...saidCommands(snapshot, handbook, lostUntil),
    ...saidTicks(snapshot, handbook),
    ...saidRockets(snapshot, handbook),
    ...saidMerges(snapshot),
    ...refusedByGitHub(snapshot),
  ];
  return said.sort((one, other) => compare(one.at, other.at) || one.order - other.order);
}

function reportOf(snapshot: Snapshot, handbook: Handbook, lost: boolean): Utterance {
  const { by, at, body } = reported(snapshot, handbook, lost);
  return {
    ...{ kind: 'report', source: 'form', by, at, order: -1 },
    report: readReport(body, handbook.headings),
    labels: birthLabels(snapshot),
    title: birthTitle(snapshot),
  };
}

/** Edits of the report that tell another type; only where a type is private, as nothing else of an edit is heard. */
function reportEdits({ issue }: Snapshot, { types, headings }: Handbook): readonly Utterance[] {
  if (!types.some((type) => type.private)) return [];
  const reports = issue.revisions.map(({ body }) => readReport(body, headings));
  return issue.revisions.flatMap(({ id, by, at }, number) => {
    const [before, report] = [reports[number - 1], reports[number]];
    if (!before || !report || report.type === undefined || report.type === before.type) return [];
    return [{ kind: 'report-edit', source: `edit:${shortHash(id)}:type`, by, at, order: -1, report }];
  });
}

/**
 * Who made the issue a report, when, and in which words: its author when it was opened, else the first edit that made it one
 * (decision 11). What others write into it afterwards is not theirs: their newest own text counts, or the first one where it was
 * heard and the record is lost.
 */
function reported({ issue, ...snapshot }: Snapshot, { headings, label }: Handbook, lost: boolean): Written {
  const [opened, ...edits] = issue.revisions;
  if (!opened) return issue;
  const versions: readonly Written[] = [{ by: issue.by, at: issue.at, body: opened.body }, ...edits];
  const labels = birthLabels({ issue, ...snapshot });
  const labelled = labels.some((name) => name.toLowerCase() === label.name.toLowerCase());
  const first = versions.findIndex(({ body }) => isReport(body, headings));
  const made = first > 0 && !labelled ? versions[first] : versions[0];
  if (!made || lost) return made ?? issue;
  const own = versions.slice(versions.indexOf(made)).findLast(({ by }) => same(by, made.by));
  return { ...made, body: (own ?? made).body };
}

type Written = Pick<Issue, 'by' | 'at' | 'body'>;

/** Our own pull requests that somebody merged; a fork's of the same name is nobody's post-mortem. */
function saidMerges(snapshot: Snapshot): readonly Utterance[] {
  return snapshot.pulls.flatMap((pull) => {
    if (!pull.mine || pull.fromFork || pull.state !== 'merged' || pull.mergedAt === null) return [];
    const source = `pull:${pull.number}`;
    return [{ kind: 'merge', source, by: pull.mergedBy, at: pull.mergedAt, order: last(snapshot), pull: pull.number }];
  });
}

function refusedByGitHub(snapshot: Snapshot): readonly Utterance[] {
  return snapshot.refused.map(({ message, at }) => {
    return {
      kind: 'refused-by-github',
      source: `github:${shortHash(`${at} ${message}`)}`,
      by: null,
      at,
      order: last(snapshot),
      message,
    };
  });
}

function last(snapshot: Snapshot): number {
  return snapshot.thread.length * 1_000;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
