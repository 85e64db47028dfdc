import type { Repository } from '../world/model.ts';
import type { WorkflowRun } from '../world/state.ts';
import { repositoryPage, repositoryShape, repositoryUrl } from './repository.ts';

/** A run of a workflow as REST lists it. */
export function workflowRunShape(run: WorkflowRun, repository: Repository): Record<string, unknown> {
  const url = `${repositoryUrl(repository)}/actions/runs/${run.id}`;
  const sha = repository.branches.get(repository.defaultBranch) ?? '0'.repeat(40);
  const somebody = { name: 'GitHub', email: 'noreply@github.com' };
  const below = (name: string) => ({ [`${name}_url`]: `${url}/${name}` });
  return {
    ...{ id: run.id, node_id: `WFR_${run.id}`, head_branch: repository.defaultBranch, head_sha: sha },
    ...{ path: `.github/workflows/${run.file}`, display_title: run.file, run_number: 1, event: run.event },
    ...{
      status: 'completed',
      conclusion: 'success',
      workflow_id: 1,
      url,
      html_url: `${repositoryPage(repository)}/actions`,
    },
    ...{ pull_requests: [], created_at: run.at, updated_at: run.at, run_started_at: run.at },
    ...{ ...below('jobs'), ...below('logs'), ...below('check_suite'), ...below('artifacts'), ...below('cancel') },
    ...{ ...below('rerun'), ...below('workflow') },
    head_commit: { id: sha, tree_id: sha, message: 'Work', timestamp: run.at, author: somebody, committer: somebody },
    ...{ repository: repositoryShape(repository), head_repository: repositoryShape(repository) },
  };
}
