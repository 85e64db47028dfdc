// The workflow that keeps the team's metrics issue: once a week, and by hand for a week that was missed.
import { asYaml } from './as-yaml.ts';
import type { Source } from './check-workflow.ts';
import { ledgerKey } from './respond-workflow.ts';

/** Monday, and not on the full hour, where GitHub delays and drops runs. */
const monday = '17 6 * * 1';

/** The period that somebody typed, in GitHub's own language; a schedule has none. */
const asked = `\${{ inputs.period || 'last-week' }}`;

/**
 * The workflow's file. The Action is whole in its own repository: nothing is checked out or installed. Its token may write issues,
 * and no code of a pull request runs with it.
 */
export function metricsWorkflow({ repository, ref }: Source): string {
  const period = { description: 'A week such as 2026-W10, last-week, or this-week', default: 'last-week' };
  const workflow = {
    name: 'incident metrics',
    on: { schedule: [{ cron: monday }], workflow_dispatch: { inputs: { period } } },
    permissions: { issues: 'write', contents: 'read' },
    concurrency: 'incident-metrics',
    jobs: {
      metrics: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 30,
        steps: [{ uses: `${repository}/action@${ref}`, with: { period: asked, 'ledger-key': ledgerKey } }],
      },
    },
  };
  return `# Keeps an issue a week that tells how incident response is going.\n${asYaml(workflow)}`;
}
