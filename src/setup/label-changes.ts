// What must be done to a repository's labels so that they are the handbook's; nothing is ever taken away.

import type { Handbook } from '../core/handbook.ts';
import { type HandbookLabel, handbookLabels } from '../core/handbook-labels.ts';

/** A label as the repository has it. */
export interface PresentLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** One label of the handbook against the repository's. `differs`: what is other than wanted, in words. */
export interface LabelChange {
  readonly label: HandbookLabel;
  readonly how: 'created' | 'changed' | 'unchanged';
  /** The name under which it is there; GitHub compares names without case. */
  readonly present: string | null;
  readonly differs: readonly string[];
}

/** Every label of the handbook, in its order. */
export function labelChanges(handbook: Handbook, present: readonly PresentLabel[]): readonly LabelChange[] {
  const known = new Map(present.map((label) => [label.name.toLowerCase(), label]));
  return handbookLabels(handbook).map((label) => changeOf(label, known.get(label.name.toLowerCase())));
}

function changeOf(label: HandbookLabel, there: PresentLabel | undefined): LabelChange {
  if (!there) return { label, how: 'created', present: null, differs: [] };
  const differs = [
    ...(there.name === label.name ? [] : [`name ${there.name}`]),
    ...(there.color.toLowerCase() === label.color ? [] : [`colour ${there.color}`]),
    ...((there.description ?? '') === label.description ? [] : [there.description ? 'description' : 'no description']),
  ];
  return { label, how: differs.length > 0 ? 'changed' : 'unchanged', present: there.name, differs };
}
