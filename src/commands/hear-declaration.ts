// A declaration with everything that the report tells: severity, times, services, situation, and whether it is already over.
import { withoutCredentials } from '../core/credential.ts';
import { type Handbook, severityOf, statusFor } from '../core/handbook.ts';
import { same } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Fact } from '../core/timeline.ts';
import { readServices } from '../thread/report-values.ts';
import type { Report, Utterance } from '../thread/utterance.ts';
import { readTime } from '../time/time.ts';
import { carryingOver } from './carry-over.ts';
import { cut } from './cut.ts';
import { axisOf, severityTold } from './hear-severity.ts';
import { typeTold } from './hear-type.ts';
import { type Draft, type Hearing, roomOf, standingByHand, standingOf } from './hearing.ts';
import { titleOf } from './incident.ts';
import { maySayLevel } from './level-right.ts';
import { isMember } from './rights.ts';
import { servicesTold } from './service-named.ts';
import { typeFact } from './type.ts';

/** What the words that declare it say themselves. `severity`: null leaves it to the report. */
export interface Declared {
  readonly severity: string | null;
  readonly type?: string;
  readonly backfilled: boolean;
  readonly because?: string;
}

type Declaration = Extract<Fact, { kind: 'declared' }>;
type Reported = Extract<Utterance, { kind: 'report' }>;

/** The entries of a declaration: itself first, then one for each thing told. Times are read as of when the issue was filed. */
export function declaration(utterance: Utterance, hearing: Hearing, said: Declared): readonly Draft[] {
  const { handbook, snapshot, utterances } = hearing;
  const outside = handbook.declare === 'members' && isOutsiders(utterance, hearing);
  const crowd = outside ? crowding(utterance, hearing) : null;
  if (crowd) return [{ refusal: crowd }];
  const filed = utterances.find((one): one is Reported => one.kind === 'report');
  const report = filed?.report ?? {};
  const over = timeOf(overWords(report.over), hearing);
  const told = said.severity === null ? severityTold(report, labelsAt(utterance, hearing), handbook) : null;
  const { oid, folder } = { ...snapshot.config, ...snapshot.began };
  const level = said.severity ?? told?.severity ?? handbook.unsure.severity;
  const declared: Declaration = {
    kind: 'declared',
    severity: level,
    assumed: (told?.assumed ?? false) || !isTheirs(level, utterance, hearing),
    backfilled: said.backfilled || over.at !== null,
    ...(outside && { unconfirmed: true as const }),
    ...(said.because && { because: said.because }),
    title: titleOf(titleAt(utterance, filed, hearing)),
    handbook: { id: handbook.id, oid, folder },
  };
  const unread = told?.unread ? [unreadable('severity', told.unread)] : [];
  const kind = said.type
    ? [calling(said.type, hearing.handbook)]
    : classified(report, labelsAt(utterance, hearing), hearing);
  return [
    { fact: declared },
    ...kind,
    ...unread,
    ...times(report, hearing),
    ...values(report, handbook),
    ...ended(over, hearing),
    ...carried(declared, kind, handbook),
  ];
}

/** Whether who declares it has no standing here: then it counts once a responder says so. */
function isOutsiders(utterance: Utterance, hearing: Hearing): boolean {
  const { handbook, snapshot } = hearing;
  const { by, kind } = utterance;
  if (!by) return !snapshot.repository.private;
  // Of the words that declare it alone, and of the report: they are in every look, so that it is the same whoever else spoke.
  const words = kind === 'command' ? [utterance.comment, snapshot.issue] : [snapshot.issue];
  if (words.some((one) => one.insider && same(one.by, by))) return false;
  const standing = kind === 'label' ? standingByHand(by, hearing) : standingOf(by, hearing);
  return !isMember(standing, handbook, snapshot.repository);
}

/** So many reports of one outsider may wait at a time: more are not taken up, so that nobody's real one drowns among them. */
const mostWaiting = 3;

/** The refusal of a report beside which too many of the same person's waited when it was filed. Said at the first such one. */
function crowding({ at }: Utterance, { waiting }: Hearing): Refusal | null {
  const open = waiting.filter(({ until }) => until === null || until > at).map(({ number }) => number);
  if (open.length < mostWaiting) return null;
  const further = open.length > mostWaiting;
  return { reason: 'reports-waiting', waiting: open.slice(0, mostWaiting), ...(further && { further }) };
}

/** What follows from a level that is no incident; a record of the past stays one, and what nobody confirmed waits. Named to stand behind all that the report tells. */
function carried(declared: Declaration, called: readonly Draft[], handbook: Handbook): readonly Draft[] {
  if (declared.assumed || declared.backfilled || declared.unconfirmed) return [];
  const type = called.flatMap(({ fact }) => (fact?.kind === 'type' ? [fact.type] : []))[0] ?? handbook.types[0]?.id;
  const facts = carryingOver(severityOf(handbook, declared.severity), type ?? '', handbook);
  return facts.map((fact, index) => ({ part: `z${index}`, fact }));
}

/** The type, where it is told. */
function classified(report: Report, labels: readonly string[], { handbook }: Hearing): readonly Draft[] {
  const { type, unread } = typeTold(report, labels, handbook);
  return [
    ...(type === null ? [] : [calling(type, handbook)]),
    ...(unread === null ? [] : [unreadable('type', unread)]),
  ];
}

function calling(type: string, handbook: Handbook): Draft {
  return { part: 'type', fact: typeFact(type, handbook) };
}

/** Whether the handbook takes their word for it that it is this severe. */
function isTheirs(level: string, { by, at, kind }: Utterance, hearing: Hearing): boolean {
  const { setBy } = severityOf(hearing.handbook, level);
  if (setBy.length === 0 || !by) return setBy.length === 0;
  const standing = kind === 'label' ? standingByHand(by, hearing) : standingOf(by, hearing);
  return maySayLevel(severityOf(hearing.handbook, level), roomOf(at, standing, hearing));
}

interface Told {
  readonly text: string | null;
  readonly at: string | null;
}

/** A time of the report. What cannot be read, or had not come yet when it was filed, has no `at`. */
function timeOf(text: string | null, { snapshot, handbook }: Hearing): Told {
  if (text === null) return { text, at: null };
  const filedAt = snapshot.issue.at;
  const read = readTime(text.replace(/^at\s+/i, ''), filedAt, handbook.zone);
  return { text, at: read && read.at <= filedAt ? read.at : null };
}

/** What `Already over?` tells of a time: `Yes, 09:40` is `09:40`; `no` tells nothing. */
function overWords(text: string | undefined): string | null {
  if (text === undefined || /^(?:no\b|not\b|none\b|n\/?a\b|false\b|still\b|ongoing\b|[–—-]*$)/i.test(text)) return null;
  return text.replace(/^yes\b[\s,.:;–—-]*(?=\S)/i, '').replace(/^(?:resolved|over|fixed|since)\b[\s:]*(?=\S)/i, '');
}

function times(report: Report, hearing: Hearing): readonly Draft[] {
  return (['started', 'detected'] as const).flatMap((milestone): readonly Draft[] => {
    const { text, at } = timeOf(report[milestone] ?? null, hearing);
    if (text === null) return [];
    return [
      at === null ? unreadable(milestone, text) : { part: milestone, fact: { kind: 'milestone', milestone }, at },
    ];
  });
}

function ended({ text, at }: Told, { handbook }: Hearing): readonly Draft[] {
  if (text === null) return [];
  if (at === null) return [unreadable('over', text)];
  const status = statusFor(handbook, 'resolved')?.id;
  const fact: Fact = status ? { kind: 'status', status } : { kind: 'milestone', milestone: 'resolved' };
  return [{ part: 'over', fact, at }];
}

/** What the report tells in words: some of it stands on top of the card, the rest only the report tells. */
function values(report: Report, handbook: Handbook): readonly Draft[] {
  const facts: [string, Fact][] = [];
  const services = report.services === undefined ? [] : readServices(report.services);
  if (services.length > 0) facts.push(['services', servicesTold(services, handbook)]);
  const impact = report.impact !== undefined && axisOf(report.impact) === null ? report.impact : undefined;
  const situation = { summary: report.summary, impact, workaround: report.workaround };
  for (const field of ['summary', 'impact', 'workaround'] as const) {
    const text = situation[field];
    if (text !== undefined) facts.push([field, { kind: 'situation', field, text: cut(text) }]);
  }
  for (const field of ['urgency', 'symptoms', 'how-detected', 'users-affected', 'functions'] as const) {
    const text = report[field];
    if (text !== undefined) facts.push([field.replace('-', ''), { kind: 'reported', field, text: cut(text) }]);
  }
  return facts.map(([part, fact]) => ({ part, fact }));
}

function unreadable(field: string, text: string): Draft {
  return { part: `unread${field}`, fact: { kind: 'unread', field, text: cut(text) } };
}

/** The labels that the issue bore when this was said. */
function labelsAt(utterance: Utterance, { utterances }: Hearing): readonly string[] {
  const labels: string[] = [];
  for (const one of utterances) {
    if (one.at > utterance.at || (one.at === utterance.at && one.order > utterance.order)) break;
    if (one.kind === 'report') labels.push(...one.labels);
    if (one.kind !== 'label') continue;
    const known = labels.findIndex((label) => label.toLowerCase() === one.label.toLowerCase());
    if (known !== -1) labels.splice(known, 1);
    if (one.added) labels.push(one.label);
  }
  return labels;
}

/** The title that the issue had when this was said. */
function titleAt(utterance: Utterance, filed: Reported | undefined, { snapshot, utterances }: Hearing): string {
  const renamed = utterances.findLast((one) => one.kind === 'retitle' && one.at <= utterance.at);
  return renamed?.kind === 'retitle' ? renamed.title : (filed?.title ?? withoutCredentials(snapshot.issue.title));
}
