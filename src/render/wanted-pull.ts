// The post-mortem's pull request as it should be opened: of the moment that made it owed, whenever that is.

import { withoutCredentials } from '../core/credential.ts';
import { commentOf, type Entry } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { markPull, postMortemTrailer } from '../core/post-mortem-mark.ts';
import { postMortemOwner } from '../core/post-mortem-terms.ts';
import { incidentAfter } from '../core/record.ts';
import type { Comment } from '../core/snapshot.ts';
import type { WantedPull } from '../core/wanted.ts';
import { renderPostMortem } from './post-mortem.ts';
import type { Scene } from './scene.ts';

/** The pull request for an expectation, or null when its cause no longer makes an incident. */
export function wantedPull(expected: Extract<Expectation, { expect: 'post-mortem' }>, scene: Scene): WantedPull | null {
  const { snapshot, handbook, record, templates, seal } = scene;
  const { isNew, reopen } = expected;
  const incident = incidentAfter(record, expected.cause, handbook);
  if (!incident) return null;
  const owner = postMortemOwner(incident, handbook) ?? expected.cause.by;
  const page = renderPostMortem(
    {
      incident,
      handbook,
      issue: snapshot.issue,
      repository: snapshot.repository,
      owner,
      comments: fromTheThread(expected.cause, scene),
    },
    templates,
  );
  const { issue, postMortemBranch } = snapshot;
  return {
    ...page,
    body: markPull(page.body, issue, seal),
    message: `${page.message}\n\n${postMortemTrailer(issue, seal)}`,
    ...{ branch: postMortemBranch, reviewers: owner ? [owner] : [], isNew, reopen },
  };
}

/** What responders (and who reported it) said that is no command, up to the moment. */
function fromTheThread(until: Entry, { snapshot, record }: Scene) {
  const heard = new Set(record.entries.map(commentOf));
  const spoke = new Set(record.entries.flatMap(({ by, fact }) => (by && fact ? [by.id] : [])));
  const concerned = ({ by, insider }: Comment): boolean => by !== null && !by.bot && (insider || spoke.has(by.id));
  return snapshot.thread
    .filter((item, index): item is Comment => item.kind === 'comment' && isBefore(item, index, until))
    .filter((comment) => !comment.mine && !comment.minimised && concerned(comment) && !heard.has(comment.number))
    .map(({ by, at, body, url }) => ({ by, at, body: withoutCredentials(body), url }));
}

/** Within one second the thread's own order decides (see Utterance.order). */
function isBefore(comment: Comment, index: number, until: Entry): boolean {
  return comment.at < until.saidAt || (comment.at === until.saidAt && index * 1000 < until.order);
}
