// The workflows that do the App's work where there is no server: which events begin a run, with which rights, one at a time per incident.
import { asYaml } from './as-yaml.ts';
import type { Source } from './check-workflow.ts';

/**
 * Two files: GitHub turns a workflow with a schedule off as a whole where nobody commits for sixty days, and what people say must be heard
 * then as well.
 */
export const respondPaths = {
  events: '.github/workflows/sitrep.yml',
  schedule: '.github/workflows/sitrep-schedule.yml',
} as const;

/** Off the full hour, where GitHub delays and drops runs. In a private repository each run costs a minute that is paid for. */
export const respondCron = { public: '7,22,37,52 * * * *', private: '17 * * * *' } as const;

/** What cards are written with, and proved with wherever they are read; a repository without the secret has an empty text here. */
export const ledgerKey = `\${{ secrets.SITREP_LEDGER_KEY }}`;

/** A text in GitHub's own language. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Which events can be about an incident: somebody's hand; of a pull request a post-mortem of this repository, never a fork's;
 * an issue that bears the label, or just lost or got it; an issue of ours beside an incident; a comment with a line that begins with
 * `/`. Not what Sitrep itself wrote with an App's token (`github.token` wakes nothing).
 */
export function worthARun(label: string): string {
  const [event, issue, comment] = ['github.event', 'github.event.issue', 'github.event.comment'];
  const pull = `${event}.pull_request.head`;
  return [
    `${event}_name == 'workflow_dispatch'`,
    `(startsWith(${pull}.ref, 'post-mortem') && ${pull}.repo.full_name == github.repository)`,
    `(${[
      `(${[
        `contains(${issue}.labels.*.name, ${quoted(label)})`,
        `${event}.label.name == ${quoted(label)}`,
        `contains(${issue}.body, '<!-- sitrep-opened:')`,
        `startsWith(${comment}.body, '/')`,
        `contains(${comment}.body, fromJSON('"\\n/"'))`,
      ].join(' || ')})`,
      `(${event}.sender.type != 'Bot' || !contains(${comment}.body, '<!-- sitrep:'))`,
    ].join(' && ')})`,
  ].join(' || ');
}

/**
 * The file for events: nothing is checked out, no command is run, so nothing that people wrote reaches a shell, and no file of a pull
 * request is read. A run that is to be skipped has a group of its own: it never takes the place of one that waits.
 */
export function respondWorkflow(source: Source, label: string): string {
  const what = worthARun(label);
  const about = "github.event.issue.number || github.event.pull_request.head.ref || inputs.issue || 'all'";
  const workflow = {
    name: 'sitrep',
    on: {
      issues: {
        types: [
          ...['opened', 'edited', 'deleted', 'transferred', 'closed', 'reopened'],
          ...['labeled', 'unlabeled', 'assigned', 'unassigned', 'unlocked'],
        ],
      },
      issue_comment: { types: ['created', 'edited', 'deleted'] },
      pull_request: { types: ['closed', 'reopened'] },
      workflow_dispatch: {
        inputs: { issue: { description: 'Number of an issue; empty: everything that is due', default: '' } },
      },
    },
    permissions: {},
    jobs: {
      respond: {
        if: what,
        ...machine,
        permissions: rights,
        concurrency: {
          group: `sitrep-\${{ (${what}) && (${about}) || format('skipped-{0}', github.run_id) }}`,
          'cancel-in-progress': false,
        },
        steps: steps(source),
      },
    },
  };
  return `${explained}${asYaml(workflow, { above })}`;
}

/** Why the one condition stands in the file twice. */
const above = {
  if: 'Which events are about an incident. Where none of it holds the job is skipped before a runner is taken.',
  group:
    'The same condition once more: a skipped run gets a group of its own, so that it never takes the place of one that waits.',
} as const;

/** The file for the schedule. @param isPrivate a run costs */
export function scheduleWorkflow(source: Source, isPrivate: boolean): string {
  const workflow = {
    name: 'sitrep schedule',
    on: { schedule: [{ cron: isPrivate ? respondCron.private : respondCron.public }], workflow_dispatch: {} },
    permissions: {},
    jobs: {
      respond: {
        ...machine,
        // How late a run comes is reckoned from when the one before it began.
        permissions: { ...rights, actions: 'read' },
        concurrency: { group: 'sitrep-all', 'cancel-in-progress': false },
        steps: steps(source),
      },
    },
  };
  return `${punctual}${asYaml(workflow)}`;
}

const machine = { 'runs-on': 'ubuntu-latest', 'timeout-minutes': 15 } as const;
const rights = { issues: 'write', contents: 'write', 'pull-requests': 'write' } as const;

function steps({ repository, ref }: Source) {
  const given = { mode: 'respond', 'ledger-key': ledgerKey };
  return [{ uses: `${repository}/action@${ref}`, with: given }];
}

const explained = `# Sitrep without a server: each event about an incident is one run, which does everything that is due and ends.
# Of several events on one incident GitHub keeps the newest run waiting and cancels those between: a run hears everything, so nothing is lost.
# Rights: issues (card, labels, answers), contents and pull-requests (the post-mortem's branch and pull request).
`;

const punctual = `# Sitrep without a server: what is due although nobody says a word. GitHub starts these runs late, sometimes by hours.
# It is a file of its own because GitHub turns a scheduled workflow off after sixty days without a commit; sitrep.yml goes on then.
`;
