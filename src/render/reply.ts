// One comment that answers one comment or act: every refusal in it, and the words that somebody must know.

import { maskedIn } from '../core/credential.ts';
import { commentOf, type Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { IssueKey } from '../core/opened-issue.ts';
import { isClimb, laterPages } from '../core/page.ts';
import type { Problem } from '../core/snapshot.ts';
import type { Fact } from '../core/timeline.ts';
import { isMended } from './mended.ts';
import { caller } from './names.ts';
import { quoteCode } from './quote.ts';
import { becameWords } from './replies/carried-over-words.ts';
import { credentialWords } from './replies/credential-words.ts';
import { dayBeforeWords } from './replies/day-before-words.ts';
import { doubledWords } from './replies/doubled-hour-words.ts';
import { movedWords } from './replies/handbook-words.ts';
import { givenBy, type HandedScene, roleWords } from './replies/handed.ts';
import { pagedWords } from './replies/page-words.ts';
import { redactedWords } from './replies/redaction-words.ts';
import { refusalText } from './replies/refusals.ts';
import { lateWords } from './replies/reminder-words.ts';
import { configWords, refusedByGitHub, undoneWords } from './replies/told.ts';
import { touchedWords } from './replies/touched.ts';
import { lapsedWords, wishWords } from './replies/wish-words.ts';
import type { Templates } from './templates.ts';

/** An entry with the incident right before and right after it, which few of them need: they may be reckoned when asked for. */
export interface ReplyLine {
  readonly entry: Entry;
  readonly before: Incident | null;
  readonly after: Incident | null;
}

export interface ReplyView {
  readonly key: string;
  /** Entries of one comment or event, in the order they were said. */
  readonly lines: readonly ReplyLine[];
  /** Minutes that it comes late, where that matters. */
  readonly late?: number | undefined;
  readonly handbook: Handbook;
  readonly issue: { readonly number: number; readonly url: string };
  /** Number of an issue that we opened, or its stand-in. */
  readonly opened: (key: IssueKey) => string;
  /** What is wrong with the config, for the reply that says so. */
  readonly problems?: readonly Problem[];
}

/** The reply as Markdown, or null when there is nothing that anybody must know. Uses the template `reply`. */
export function renderReply(view: ReplyView, templates: Templates): string | null {
  // Said once, however often the same was typed.
  const refused = [...new Set(refusals(view))];
  const call = caller();
  const elsewhere = new Set(laterPages(view.lines.map(({ entry }) => entry)));
  const here = view.lines.filter(({ entry }) => !elsewhere.has(entry));
  const told = together(here).flatMap(({ line, ...beside }) => wordsFor(line, view, { call, ...beside }) ?? []);
  const doubled = view.lines.flatMap(({ entry }) => doubledWords(entry, view.handbook) ?? []);
  const days = view.lines.flatMap(({ entry }) => dayBeforeWords(entry, view.handbook) ?? []);
  const late = view.late ? [lateWords(view.late)] : [];
  const words = [...told, ...doubled, ...days, ...credentials(view), ...late];
  if (refused.length === 0 && words.length === 0) return null;
  return templates.render('reply', {
    one: refused.length === 1 ? refused : [],
    several: refused.length > 1 ? refused : [],
    words,
  });
}

function refusals({ lines, handbook }: ReplyView): readonly string[] {
  const refused = lines.filter(({ entry }) => entry.refusal);
  const entries = lines.map(({ entry }) => entry);
  return refused.map(({ entry, before }) => {
    const typed = entry.typed ? quoteCode(entry.typed) : null;
    if (isMended(entry, entries)) return `${typed ?? 'That'}: done`;
    const text = entry.refusal ? refusalText(entry.refusal, handbook, before, entry.typed ?? null) : '';
    // What had no right names its command itself, and its words are not spread.
    const quoted = typed && entry.refusal?.reason !== 'no-right' ? `${typed}: ${text}` : text;
    return refused.length > 1 ? indent(quoted) : text;
  });
}

/** What was masked in all of a comment's words. */
function credentials({ lines, issue }: ReplyView): readonly string[] {
  const entries = lines.map(({ entry }) => entry).filter(({ masked }) => masked);
  const [first] = entries;
  if (!first) return [];
  const comment = commentOf(first);
  const names = [...new Set(entries.flatMap(({ masked }) => masked ?? []))].toSorted();
  const inTitle = entries.some(({ fact }) => fact && 'title' in fact && maskedIn(fact.title).length > 0);
  return [credentialWords({ names, link: comment ? `${issue.url}#issuecomment-${comment}` : issue.url, inTitle })];
}

/** Several lines (the gate's) stay inside their list item. */
function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

/** The lines, those that give one role to several people as one, and the steps of the ladder as the newest of them. */
function together(lines: readonly ReplyLine[]) {
  const climbs = lines.filter(({ entry }) => isClimb(entry));
  return lines.flatMap((line, index) => {
    const earlier = climbs.slice(0, -1).map(({ entry }) => entry);
    if (isClimb(line.entry)) return line === climbs.at(-1) ? [{ line, others: [], earlier }] : [];
    const given = givenBy(line.entry);
    if (!given) return [{ line, others: [] }];
    const alike = (one: ReplyLine) => givenBy(one.entry)?.role === given.role;
    if (lines.slice(0, index).some(alike)) return [];
    const others = lines.slice(index + 1).flatMap((one) => (alike(one) ? (givenBy(one.entry) ?? []) : []));
    return [{ line, others }];
  });
}

/** Facts that are told with how it was before or after them. */
const telling: ReadonlySet<Fact['kind']> = new Set([
  ...(['interference', 'role', 'undone', 'carried-over', 'wish', 'wish-lapsed', 'handbook'] as const),
  ...(['redacted', 'post-mortem-refused', 'paged'] as const),
]);

function wordsFor(
  line: ReplyLine,
  view: ReplyView,
  told: Pick<HandedScene, 'call' | 'others' | 'earlier'>,
): string | null {
  const { entry } = line;
  const { fact } = entry;
  if (fact?.kind === 'config-problem') return configWords(view.problems ?? []);
  if (!fact || !telling.has(fact.kind)) return null;
  const { before, after } = line;
  if (!after) return null;
  const scene: HandedScene = { entry, before, after, handbook: view.handbook, ...told };
  if (fact.kind === 'interference') return touchedWords(fact, scene);
  if (fact.kind === 'role') return roleWords(fact, scene);
  if (fact.kind === 'undone') return undoneWords(fact, scene);
  if (fact.kind === 'carried-over') return becameWords(fact, view);
  if (fact.kind === 'wish') return wishWords(fact, scene);
  if (fact.kind === 'wish-lapsed') return lapsedWords(fact, scene);
  if (fact.kind === 'handbook') return movedWords(fact);
  if (fact.kind === 'paged') return pagedWords(fact, scene);
  if (fact.kind === 'redacted') return redactedWords(fact, { issue: view.issue.url, before });
  return fact.kind === 'post-mortem-refused' ? refusedByGitHub(fact) : null;
}
