// What somebody called just now: the same again is no second page, and one comment calls only so many.
import { commentOf } from '../core/entry.ts';
import { pagesOf } from '../core/page.ts';
import type { PageFact } from '../core/page-fact.ts';
import { same } from '../core/person.ts';
import { mostMentioned } from '../oncall/reach.ts';
import { minutesBetween } from '../time/time.ts';
import type { Room, Said } from './command.ts';

/** How many people this comment may still call. */
export function roomLeft({ comment }: Said, { entries }: Room): number {
  const own = entries.filter((entry) => comment !== null && commentOf(entry) === comment.number);
  return own.reduce((left, { fact }) => left - (fact?.kind === 'paged' ? fact.people.length : 0), mostMentioned);
}

/** Whether the speaker made such a page within the last minute: nobody is there sooner for being called each second of it. */
export function isAgain(isSuch: (fact: PageFact) => boolean, { by, at }: Said, { incident, entries }: Room): boolean {
  const theirs = new Set(entries.filter((entry) => same(entry.by, by)).map(({ source }) => source));
  const all = incident ? pagesOf(incident) : [];
  const last = all.findLast(({ fact, source }) => theirs.has(source) && isSuch(fact));
  return last !== undefined && minutesBetween(last.saidAt, at) < 1;
}
