// The title.
import { takenOut } from '../core/exposure.ts';
import type { Rule } from './rule.ts';

/** The title is the one that was said last, by `/title` or by hand. */
export const title: Rule = {
  name: 'title',
  does: "The issue's title is the one said last with `/title`, or by hand.",
  expect(incident) {
    const said = incident.timeline.some(({ fact }) => fact?.kind === 'title');
    return said && incident.title !== takenOut ? [{ expect: 'title', title: incident.title }] : [];
  },
};
