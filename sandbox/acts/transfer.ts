import { Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { findLabel } from '../world/find.ts';
import { happen } from '../world/happen.ts';
import { identify } from '../world/identity.ts';
import type { Issue, Label, Repository } from '../world/model.ts';
import { demand } from '../world/permission.ts';

/**
 * Moves an issue to another repository of the same owner: write access in both. The issue, its comments and events get
 * new ids; labels stay where the other repository has one of that name.
 * @returns the issue in its new place.
 */
export function transferIssue(doer: Doer, issue: Issue, target: Repository): Issue {
  const source = issue.repository;
  demand(doer, source, 'write');
  demand(doer, target, 'write');
  if (issue.pull) throw new Unprocessable('Pull requests cannot be transferred');
  if (source === target) throw new Unprocessable('The issue is in that repository already');
  if (source.owner !== target.owner) throw new Unprocessable('Issues can be transferred within one owner only');
  const moved = moveTo(doer, issue, target);
  source.issues.delete(issue.number);
  source.moved.set(issue.number, moved);
  happen(doer, moved, 'TransferredEvent', { fromRepository: source });
  doer.world.tell(doer, { name: 'issues', action: 'transferred', repository: source, issue, movedTo: moved });
  doer.world.tell(doer, { name: 'issues', action: 'opened', repository: target, issue: moved, movedFrom: issue });
  return moved;
}

function moveTo(doer: Doer, issue: Issue, target: Repository): Issue {
  const { state } = doer.world;
  const labels = issue.labels
    .map((label) => findLabel(target, label.name))
    .filter((label): label is Label => label !== undefined);
  const moved: Issue = {
    ...issue,
    ...identify(state, 'I'),
    repository: target,
    number: target.nextNumber,
    labels,
    milestone: null,
  };
  moved.timeline = issue.timeline.map((item) => {
    state.nodes.delete(item.nodeId);
    const fresh = identify(
      state,
      item.kind === 'IssueComment' ? 'IC' : 'E',
      item.kind === 'IssueComment' ? undefined : 'EV_lADO',
    );
    const copy = { ...item, ...fresh, issue: moved };
    state.nodes.set(copy.nodeId, copy);
    if (copy.kind === 'IssueComment')
      copy.reactions = copy.reactions.map((held) => Object.assign(held, { subject: copy }));
    return copy;
  });
  for (const reaction of moved.reactions) reaction.subject = moved;
  relink(doer, issue, moved);
  target.nextNumber += 1;
  target.issues.set(moved.number, moved);
  state.nodes.delete(issue.nodeId);
  state.nodes.set(moved.nodeId, moved);
  return moved;
}

/** Parent, sub-issues and what it mentions know it by its new place. */
function relink(doer: Doer, issue: Issue, moved: Issue): void {
  for (const child of moved.subIssues) child.parent = moved;
  if (moved.parent) moved.parent.subIssues = moved.parent.subIssues.map((each) => (each === issue ? moved : each));
  for (const node of doer.world.state.nodes.values()) {
    if (node.kind === 'CrossReferencedEvent' && node.referrer === issue) node.referrer = moved;
  }
}
