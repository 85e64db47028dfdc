// The workflow that checks a team's handbook on the pull request that changes it.
import { asYaml } from './as-yaml.ts';

/** Where GitHub finds a Sitrep: a repository of the same GitHub, and a branch, tag or commit of it. */
export interface Source {
  readonly repository: string;
  readonly ref: string;
}

/**
 * GitHub's own Actions by the commits of their releases, since a tag may be moved; the release stands behind each, where Dependabot
 * looks for it.
 * Source: the tags v4.2.2 of actions/checkout and v4.4.0 of actions/setup-node.
 */
const pinned = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683',
  node: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020',
} as const;

const releases = { [pinned.checkout]: 'v4.2.2', [pinned.node]: 'v4.4.0' } as const;

/** Whether it names one commit for good; a branch or tag may be moved to another one. */
export function isPinned({ ref }: Source): boolean {
  return /^[\da-f]{40}$/.test(ref);
}

/** `OWNER/REPO@REF` as it is typed; null: it is no such thing. */
export function sourceNamed(words: string): Source | null {
  const [, repository, ref] = /^([\w.-]+\/[\w.-]+)@([\w./-]{1,200})$/.exec(words) ?? [];
  return repository && ref ? { repository, ref } : null;
}

/**
 * The workflow's file. Sitrep is no package that a runner could fetch: it runs from its own checkout. It may only read. Of what a
 * stranger's pull request brings it reads YAML, and fills in the post-mortem's page, bounded, on incidents that are made up.
 */
export function checkWorkflow({ repository, ref }: Source): string {
  const paths = ['.github/sitrep.yml', '.github/sitrep/**', 'catalog-info.yaml'];
  const workflow = {
    name: 'sitrep check',
    on: { pull_request: { paths } },
    permissions: { contents: 'read' },
    jobs: {
      check: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 10,
        steps: [
          { uses: pinned.checkout, with: { path: 'ours', 'persist-credentials': false } },
          { uses: pinned.checkout, with: { repository, ref, path: 'sitrep', 'persist-credentials': false } },
          { uses: pinned.node, with: { 'node-version': 24 } },
          { run: 'npm ci --omit=dev --ignore-scripts', 'working-directory': 'sitrep' },
          { run: 'node ../sitrep/bin/sitrep.js check', 'working-directory': 'ours' },
        ],
      },
    },
  };
  return `${explained}${asYaml(workflow, { behind: releases })}`;
}

const explained = `# Says on a pull request what is wrong with this repository's handbook, with file, line and column.
`;
