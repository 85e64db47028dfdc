// Acts on branches and pull requests, which lines know by the name of the branch.
import type { Issue, Person } from '../../sandbox/world.ts';
import { home, Missing, type Stage } from './stage.ts';
import type { Act } from './story.ts';

type PullAct = Extract<Act, { branch: string }>;
type PullIssue = Issue & { pull: NonNullable<Issue['pull']> };

/** All pull requests at home, oldest first. */
export function pullsOf(stage: Stage): readonly PullIssue[] {
  const issues = [...(stage.world.repository(home.owner, home.name)?.issues.values() ?? [])];
  return issues.filter((issue): issue is PullIssue => issue.pull !== null);
}

/** The pull request of a branch: the open one, else the newest. */
export function pullOf(stage: Stage, branch: string): PullIssue | undefined {
  const pulls = pullsOf(stage).filter(({ pull }) => pull.headBranch === branch);
  return pulls.find(({ state }) => state === 'open') ?? pulls.at(-1);
}

/** Does what a line says to a branch or its pull request. @returns what the world answers; nobody reads it. */
export function playPull(stage: Stage, person: Person, act: PullAct): unknown {
  const { branch } = act;
  if (act.verb === 'open-pull') {
    const { body, files, fork } = act;
    return person.openPull(home, { title: `Work on ${branch}`, head: branch, body, files: { ...files }, fork });
  }
  if (act.verb === 'delete-branch') {
    if (!stage.world.repository(home.owner, home.name)?.branches.has(branch)) lacking(branch, 'branch');
    return person.deleteBranch(home, branch);
  }
  const pull = pullOf(stage, branch) ?? lacking(branch, 'pull request of the branch');
  if (act.verb === 'edit-pull') {
    const { owner, name } = pull.pull.headRepository;
    return person.push({ owner: owner.login, name }, { ...act.files }, { branch, message: 'Edit by hand' });
  }
  if (act.verb === 'merge') return person.mergePull(home, pull.number, act.method);
  return act.verb === 'close-pull' ? person.closePull(home, pull.number) : person.reopenPull(home, pull.number);
}

function lacking(branch: string, what: string): never {
  throw new Missing(`there is no ${what} ${branch}`);
}
