// Every refusal in words: kind, short, why, and the command to type.
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { RefusalScene, RefusalSentences } from './refusal-sentence.ts';
import { refusedClosing } from './refused-closing.ts';
import { refusedDrafts } from './refused-drafts.ts';
import { refusedPages } from './refused-pages.ts';
import { refusedPeople } from './refused-people.ts';
import { refusedSituation } from './refused-situation.ts';
import { refusedWords } from './refused-words.ts';

/** A reason without a sentence does not compile. */
const sentences: RefusalSentences = {
  ...refusedPeople,
  ...refusedSituation,
  ...refusedWords,
  ...refusedClosing,
  ...refusedDrafts,
  ...refusedPages,
};

/**
 * The words of a refusal, Markdown, ending with a command in code; only the gate's has several lines.
 * @param incident as it was when the words were refused: names the holders who could help
 * @param typed what was typed, where the refusal's own values do not name the command
 */
export function refusalText(
  refusal: Refusal,
  handbook: Handbook,
  incident: Incident | null = null,
  typed: string | null = null,
): string {
  const say = sentences[refusal.reason] as (refusal: Refusal, scene: RefusalScene) => string;
  return say(refusal, { handbook, incident, typed });
}
