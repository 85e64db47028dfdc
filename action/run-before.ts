// When the scheduled run before this one began, as GitHub tells it.
import type { GitHub } from '../src/github/client.ts';

/** This run, as the job's environment names it. */
export interface ThisRun {
  /** `GITHUB_RUN_ID`. */
  readonly id: string;
  /** `GITHUB_WORKFLOW_REF`: `acme/ops/.github/workflows/sitrep-schedule.yml@refs/heads/main`. */
  readonly workflow: string;
}

interface RawRuns {
  readonly workflow_runs?: readonly { readonly id: number; readonly created_at: string }[];
}

/** ISO UTC; null: there was none, or the token may not see runs (`actions: read`). @param home `owner/name` */
export async function runBefore(github: GitHub, home: string, { id, workflow }: ThisRun): Promise<string | null> {
  const [, workflow_id] = /\/([^/@]+\.ya?ml)@/.exec(workflow) ?? [];
  if (workflow_id === undefined) return null;
  const [owner, repo] = home.split('/');
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const { status, data } = await github.rest(route, { owner, repo, workflow_id, event: 'schedule', per_page: 3 });
  if (status !== 200) return null;
  const others = ((data as RawRuns).workflow_runs ?? []).filter((run) => String(run.id) !== id);
  return (
    others
      .map(({ created_at }) => created_at)
      .toSorted()
      .at(-1) ?? null
  );
}
