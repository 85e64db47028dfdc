import { createMilestone, deleteMilestone, type NewMilestone, updateMilestone } from '../acts/milestone.ts';
import { milestoneShape } from '../shape/milestone.ts';
import { milestoneFor } from '../world/find.ts';
import type { Milestone } from '../world/model.ts';
import { type Call, ok, paged, type Reply, type Route, repositoryIn, text } from './route.ts';

function milestoneIn(call: Call): Milestone {
  return milestoneFor(repositoryIn(call), Number(call.path.milestone_number));
}

function listed(call: Call): Reply {
  const { state = 'open', sort = 'due_on', direction = 'asc' } = call.query;
  const sign = direction === 'desc' ? -1 : 1;
  const due = ({ dueOn }: Milestone): number => (dueOn ? Date.parse(dueOn) : sign * Number.MAX_SAFE_INTEGER);
  const open = (milestone: Milestone): number => Number(milestoneShape(milestone).open_issues);
  const key = sort === 'completeness' ? open : due;
  const found = repositoryIn(call).milestones.filter((each) => state === 'all' || each.state === state);
  return paged(
    call,
    found.toSorted((one, other) => sign * (key(one) - key(other))),
    milestoneShape,
  );
}

function changeIn({ body }: Call): Partial<NewMilestone> {
  const [title, description, dueOn] = [text(body.title), text(body.description), text(body.due_on)];
  const state = body.state === 'open' || body.state === 'closed' ? { state: body.state as 'open' | 'closed' } : {};
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...state,
  };
}

function remove(call: Call): Reply {
  deleteMilestone(call.doer, milestoneIn(call));
  return { status: 204, data: null };
}

/** Milestones of a repository. */
export const milestoneRoutes: readonly Route[] = [
  { name: 'GET /repos/{owner}/{repo}/milestones', answer: listed },
  {
    name: 'POST /repos/{owner}/{repo}/milestones',
    answer: (call) =>
      ok(milestoneShape(createMilestone(call.doer, repositoryIn(call), { title: '', ...changeIn(call) })), 201),
  },
  {
    name: 'GET /repos/{owner}/{repo}/milestones/{milestone_number}',
    answer: (call) => ok(milestoneShape(milestoneIn(call))),
  },
  {
    name: 'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}',
    answer: (call) => ok(milestoneShape(updateMilestone(call.doer, milestoneIn(call), changeIn(call)))),
  },
  { name: 'DELETE /repos/{owner}/{repo}/milestones/{milestone_number}', answer: remove },
];
