import type { Doer } from './doer.ts';
import { identify } from './identity.ts';
import type { Revision, Written } from './model.ts';

/**
 * Replaces a body and keeps the history, the original included.
 * @returns false when the text is the same: then GitHub records nothing and tells nobody.
 */
export function revise(doer: Doer, written: Written, body: string): boolean {
  if (written.body === body) return false;
  const { state, now } = doer.world;
  const keep = (editor: Revision['editor'], editedAt: string, text: string): void => {
    const { nodeId } = identify(state, 'UCE');
    const revision: Revision = { kind: 'UserContentEdit', nodeId, editor, editedAt, body: text };
    state.nodes.set(nodeId, revision);
    written.revisions.push(revision);
  };
  if (written.revisions.length === 0) keep(written.author, written.createdAt, written.body);
  keep(doer.by, now, body);
  Object.assign(written, { body, updatedAt: now, editor: doer.by, lastEditedAt: now });
  return true;
}
