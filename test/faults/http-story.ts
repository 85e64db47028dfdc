// A short story in which every kind of write is needed, for Apps over real HTTP.
import { parseStory } from '../scenario/parse.ts';

/**
 * Labels, people, replies, a refused closing, branch, commit, pull request, checklist. No line stands at a moment at which something
 * is due: an App that waited some seconds would remind there, and one that did not would not.
 */
export const httpStory = parseStory(
  'over HTTP',
  [
    ...['story: S', 'people: {ada: maintain, bob: write}', 'given:', '  - 10:00 rae opens: Checkout is down'],
    ...['    form: {Severity: Sev-2}', '  - 10:05 ada: /role commander', '  - 10:10 bob: /severity sev-9'],
    ...['  - 10:14 bob: /severity sev-1 because it spreads', '  - 10:30 bob closes: completed'],
    ...['  - 10:40 ada: /resolved', 'then: {state: open}', ''],
  ].join('\n'),
);
