// A draft's comments: the draft that people fill in, what was published, and what is said when one is retracted.

import { dueOf } from '../clocks/word-due.ts';
import { agreementsFor } from '../core/approval.ts';
import type { Composed } from '../core/composing.ts';
import { longestDraft } from '../core/draft.ts';
import { gapsIn } from '../core/draft-text.ts';
import type { Entry } from '../core/entry.ts';
import type { DraftScene } from './draft-scene.ts';
import { quoteFence } from './quote.ts';
import {
  draftHead,
  draftTail,
  foldedSummary,
  publishedHead,
  publishedTail,
  retractedWords,
} from './replies/draft-words.ts';

/** The comment of a new draft: what it is, the text in a code block that people edit in place, and what to type. */
export function draftComment(scene: DraftScene<'drafted'>, { text, leftOut }: Composed): string {
  const { fact, incident, handbook } = scene;
  const message = handbook.messages.find(({ id }) => id === fact.template);
  const agreements = agreementsFor(fact.audience, incident, handbook);
  const dueAt = message ? dueOf(message, incident, handbook) : null;
  const tail = draftTail({ draft: fact.draft, approval: agreements.length > 0, gaps: gapsIn(text), leftOut });
  return [draftHead({ ...scene, agreements, dueAt }), quoteFence(text, longestDraft), tail].join('\n\n');
}

/** A draft that is over: one line, its text folded away. @param end the entry that ended it. @param text null: it cannot be read */
export function foldedDraft(scene: DraftScene<'drafted'>, end: Entry, text: string | null): string {
  const folded = text === null ? [] : [quoteFence(text, longestDraft), ''];
  return [`<details><summary>${foldedSummary(scene, end)}</summary>`, '', ...folded, '</details>'].join('\n');
}

/** What left the house, word for word, with who approved it, when it was due and how late it came. */
export function publicationComment(scene: DraftScene<'published'>, text: string): string {
  return [publishedHead(scene), quoteFence(text, longestDraft), publishedTail(scene)].join('\n\n');
}

/** What was published no longer stands. */
export function retractionComment(scene: DraftScene<'retracted'>): string {
  return retractedWords(scene);
}
