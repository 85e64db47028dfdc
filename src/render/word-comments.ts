// The comments of drafts, publications and retractions, each with its key, from the entries that caused them.
import { draftTextAt } from '../core/draft-text.ts';
import type { Entry } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { mark } from '../core/marker.ts';
import { incidentBefore } from '../core/record.ts';
import type { Fact } from '../core/timeline.ts';
import type { WantedComment } from '../core/wanted.ts';
import { draftComment, foldedDraft, publicationComment, retractionComment } from './draft-comment.ts';
import type { DraftScene } from './draft-scene.ts';
import type { Scene } from './scene.ts';

type Words = Extract<Expectation, { expect: 'draft' | 'publication' | 'retraction' }>;

/** The comment that should stand; none where what it is made from is gone. */
export function wordComments(expectation: Words, scene: Scene): readonly WantedComment[] {
  const body = bodyOf(expectation, scene);
  return body === null ? [] : [{ key: expectation.key, body: mark(expectation.key, body) }];
}

function bodyOf(expectation: Words, scene: Scene): string | null {
  const { entry } = expectation;
  if (expectation.expect === 'draft') {
    const drafted = sceneOf('drafted', entry, scene);
    if (!drafted) return null;
    const { draft } = drafted.fact;
    if (expectation.end) return foldedDraft(drafted, expectation.end, textAt(draft, expectation.end, scene));
    const composed = scene.record.composed.get(draft);
    return composed ? draftComment(drafted, composed) : null;
  }
  if (expectation.expect === 'retraction') {
    const retracted = sceneOf('retracted', entry, scene);
    return retracted && retractionComment(retracted);
  }
  const published = sceneOf('published', entry, scene);
  const text = published && textAt(published.fact.draft, entry, scene);
  return text === null ? null : publicationComment(published as DraftScene<'published'>, text);
}

/** The text of a draft as it stood when an entry was said. */
function textAt(draft: number, { saidAt: at }: Entry, { snapshot, record }: Scene): string | null {
  const composed = record.composed.get(draft)?.text;
  return draftTextAt(snapshot, draft, { at, until: 'with' }, composed)?.text ?? null;
}

function sceneOf<Kind extends Fact['kind']>(kind: Kind, entry: Entry, scene: Scene): DraftScene<Kind> | null {
  const { record, handbook } = scene;
  const incident = incidentBefore(record, entry, handbook);
  const { fact } = entry;
  if (!incident || fact?.kind !== kind) return null;
  return { entry, fact: fact as Extract<Fact, { kind: Kind }>, incident, handbook };
}
