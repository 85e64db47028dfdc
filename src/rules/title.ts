// The issue's title.
import { maskCredentials } from '../core/credential.ts';
import { takenOut } from '../core/taken-out.ts';
import type { Rule } from './rule.ts';

/** The issue's title is the one that was said last, by `/title` or by hand; and none holds a credential, as titles go out by mail. */
export const title: Rule = {
  name: 'title',
  does: "The issue's title is the one said last with `/title`, or by hand; what looks like a credential in it is masked.",
  expect(incident, _handbook, _now, { snapshot }) {
    const holds = maskCredentials(snapshot.issue.title).found.length > 0;
    const said = holds || incident.timeline.some(({ fact }) => fact?.kind === 'title');
    return said && incident.title !== takenOut ? [{ expect: 'title', title: incident.title }] : [];
  },
};
