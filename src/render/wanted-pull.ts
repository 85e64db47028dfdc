// The post-mortem's pull request as it should be opened: of the moment that made it owed, whenever that is.

import type { Expectation } from '../core/expectation.ts';
import { holders, type Incident } from '../core/incident.ts';
import { keyOf } from '../core/marker.ts';
import type { Person } from '../core/person.ts';
import { incidentAfter } from '../core/record.ts';
import { commentsOf } from '../core/snapshot.ts';
import { commentOf } from '../core/timeline.ts';
import type { WantedPull } from '../core/wanted.ts';
import { renderPostMortem } from './post-mortem.ts';
import type { Scene } from './scene.ts';

/** The pull request for an expectation, or null when its cause no longer makes an incident. */
export function wantedPull(expected: Extract<Expectation, { expect: 'post-mortem' }>, scene: Scene): WantedPull | null {
  const { snapshot, handbook, record, templates } = scene;
  const incident = incidentAfter(record, expected.cause, handbook);
  if (!incident) return null;
  const owner = ownerOf(incident, scene, expected.cause.by);
  const page = renderPostMortem(
    {
      incident,
      handbook,
      issue: snapshot.issue,
      repository: snapshot.repository,
      owner,
      comments: fromTheThread(expected.cause.saidAt, scene),
    },
    templates,
  );
  return { ...page, branch: branchOf(snapshot.issue.number), reviewers: owner ? [owner] : [], reopen: expected.reopen };
}

/** The one branch of an issue's post-mortem. */
export function branchOf(issue: number): string {
  return `post-mortem/${issue}`;
}

/** Who is asked to fill it in: the commander, else who resolved it. */
function ownerOf(incident: Incident, { handbook }: Scene, asker: Person | null): Person | null {
  const leading = handbook.roles.find((role) => role.leads);
  const [commander] = leading ? holders(incident, leading.id) : [];
  return commander ?? incident.milestones.resolved?.by ?? asker;
}

/** What people said that is no command and no word of ours, up to the moment. */
function fromTheThread(until: string, { snapshot, record }: Scene) {
  const heard = new Set(record.entries.map(commentOf));
  return commentsOf(snapshot)
    .filter((comment) => !comment.mine && !comment.minimised && !comment.by?.bot && comment.at <= until)
    .filter((comment) => !heard.has(comment.number) && keyOf(comment.body) === null)
    .map(({ by, at, body, url }) => ({ by, at, body, url }));
}
