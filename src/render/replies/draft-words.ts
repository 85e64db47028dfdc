// The sentences around a draft, a publication and a retraction.
import type { Agreement } from '../../core/approval.ts';
import type { LeftOut } from '../../core/composing.ts';
import type { Entry } from '../../core/entry.ts';
import { holders } from '../../core/incident.ts';
import { same } from '../../core/person.ts';
import { formatSpan, formatTime } from '../../time/time.ts';
import type { DraftScene } from '../draft-scene.ts';
import { audienceName, listed, login, mention, messageName, roleWord, toType } from '../names.ts';
import { quoteText } from '../quote.ts';

interface Head extends DraftScene<'drafted'> {
  /** Each yes that it needs; none: nobody need agree. */
  readonly agreements: readonly Agreement[];
  readonly dueAt: string | null;
}

/** Which draft it is, for whom, by when, and who must agree to it: those are called. */
export function draftHead({ entry, fact, incident, handbook, agreements, dueAt }: Head): string {
  const due = dueAt === null ? '' : ` Due by ${formatTime(dueAt, handbook.zone, entry.saidAt)}.`;
  const name = `**Draft ${fact.draft}: ${messageName(handbook, fact.template)}**`;
  const what = `${name}, for ${whom(fact.audience, handbook)}, by ${login(entry.by)}.${due}`;
  if (agreements.length === 0) return `${what} It needs no approval.`;
  const by = (kind: Agreement['kind']): string =>
    listed(
      agreements.filter((one) => one.kind === kind).map(({ roles }) => callers(roles, { entry, incident, handbook })),
    );
  const yes = [by('review') && `reviewed by ${by('review')}`, by('approval') && `approved by ${by('approval')}`];
  const second = handbook.audiences.find(({ id }) => id === fact.audience)?.secondPerson ?? false;
  return `${what} To be ${listed(yes.filter((one) => one !== ''))}${second ? ', not by who wrote the text' : ''}.`;
}

/** Those who can give one of the agreements, called by name; else the roles that nobody holds yet. */
function callers(
  roles: readonly string[],
  { entry, incident, handbook }: Pick<Head, 'entry' | 'incident' | 'handbook'>,
) {
  const held = roles.flatMap((role) =>
    holders(incident, role)
      .filter((person) => !same(person, entry.by))
      .map((person) => `${mention(person)} (${roleWord(handbook, role)})`),
  );
  const words = roles.map((role) => roleWord(handbook, role));
  return held.length > 0 ? listed(held.slice(0, 3), 'or') : `the ${listed(words, 'or')}`;
}

interface Tail {
  readonly draft: number;
  readonly approval: boolean;
  readonly gaps: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

const kinds: Readonly<Record<LeftOut, string>> = {
  person: 'who works on it',
  host: 'names of machines',
  address: 'addresses of machines',
  link: 'links',
  estimate: 'when it may be over',
  internal: 'what only we use',
};

/** What is left to do, and what to type. */
export function draftTail({ draft, approval, gaps, leftOut }: Tail): string {
  const open = gaps.filter((gap) => gap !== 'left out').map((gap) => quoteText(gap, { limit: 60 }));
  const say = (word: string): string => toType(`/${word} draft ${draft}`);
  const out = listed(leftOut.map((kind) => kinds[kind]));
  return [
    ...(open.length > 0 ? [`To fill in: ${open.slice(0, 20).join(', ')}.`] : []),
    ...(leftOut.length > 0 ? [`Left out for readers outside: ${out}. Write something else there, or nothing.`] : []),
    `Edit the text in this comment until it is right. Then: ${approval ? `${say('approve')}, and once that is done ${say('publish')}` : say('publish')}; to drop it: ${say('retract')}`,
  ].join('\n\n');
}

/** One line of plain HTML text: in a summary GitHub reads no Markdown. */
export function foldedSummary({ fact, handbook }: DraftScene<'drafted'>, { fact: ended, by, saidAt }: Entry): string {
  const at = formatTime(saidAt, handbook.zone);
  const because =
    ended?.kind === 'retracted' && ended.because ? `, because ${quoteText(ended.because, { limit: 200 })}` : '';
  const how = ended?.kind === 'published' ? 'published' : ended?.kind === 'retracted' ? 'retracted' : 'taken back';
  return `Draft ${fact.draft} (${messageName(handbook, fact.template)}) was ${how} by ${login(by)} at ${at}${because}`;
}

/** What, to whom, by whom, approved by whom, and whether in time. */
export function publishedHead({ entry, fact, handbook }: DraftScene<'published'>): string {
  const when = (at: string): string => formatTime(at, handbook.zone, entry.saidAt);
  const approver = fact.approver ? `, approved by ${login(fact.approver)}` : '';
  const due = fact.dueAt === undefined ? '' : ` It was due by ${when(fact.dueAt)}: ${lateText(fact.lateMinutes ?? 0)}.`;
  return `**Published: ${messageName(handbook, fact.template)}**, to ${whom(fact.audience, handbook)} at ${when(entry.saidAt)} by ${login(entry.by)}${approver} (draft ${fact.draft}).${due}`;
}

/** `in time`, or how late. */
export function lateText(minutes: number): string {
  return minutes === 0 ? 'in time' : `${formatSpan(minutes)} late`;
}

export function publishedTail({ fact, handbook }: DraftScene<'published'>): string {
  const channel = handbook.audiences.find(({ id }) => id === fact.audience)?.channel;
  const where = channel ? ` (${quoteText(channel, { limit: 100 })})` : '';
  return `I publish here and nowhere else: copy it to where they read${where}. The next one: ${toType(`/draft ${fact.template}`)}; if this one was wrong: ${toType(`/retract draft ${fact.draft} because …`)}`;
}

/** Said once in the thread: readers outside still have it. */
export function retractedWords({ entry, fact, incident, handbook }: DraftScene<'retracted'>): string {
  const draft = incident.drafts.find(({ number }) => number === fact.draft);
  const at = draft?.published ? ` at ${formatTime(draft.published.at, handbook.zone, entry.saidAt)}` : '';
  const because = fact.because ? `, because ${quoteText(fact.because, { limit: 200 })}` : '';
  const message = draft?.message ?? '';
  return `**${messageName(handbook, message)}** (draft ${fact.draft}), published to ${whom(draft?.audience ?? '', handbook)}${at}, no longer stands, says ${login(entry.by)}${because}. Who has read it still has it: tell them what is true, ${toType(`/draft ${message}`)}`;
}

/** `Customers (status page)`. */
function whom(audience: string, handbook: DraftScene<'drafted'>['handbook']): string {
  const channel = handbook.audiences.find(({ id }) => id === audience)?.channel;
  return `${audienceName(handbook, audience)}${channel ? ` (${quoteText(channel, { limit: 100 })})` : ''}`;
}
