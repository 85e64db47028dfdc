import { Forbidden } from '../refusal.ts';
import { fullName } from '../shape/repository.ts';
import { workflowRunShape } from '../shape/workflow-run.ts';
import { type Call, paged, type Reply, type Route, repositoryIn } from './route.ts';

/** The newest first. Everybody sees the runs of a public repository. */
function runs(call: Call): Reply {
  const repository = repositoryIn(call);
  const { grants } = call.doer;
  if (repository.private && grants && !grants.actions) throw new Forbidden('Resource not accessible by integration');
  const found = call.world.state.workflowRuns
    .filter((run) => run.repository === fullName(repository).toLowerCase() && run.file === call.path.workflow_id)
    .filter((run) => call.query.event === undefined || run.event === call.query.event)
    .toReversed();
  const reply = paged(call, found, (run) => workflowRunShape(run, repository));
  return { ...reply, data: { total_count: found.length, workflow_runs: reply.data } };
}

/** What GitHub tells of a repository's own workflows. */
export const actionRoutes: readonly Route[] = [
  { name: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', answer: runs },
];
