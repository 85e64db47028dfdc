// Pull requests and files as a look expects them.

import { pullPaths } from '../../sandbox/world/dump.ts';
import {
  type At,
  contains,
  type Difference,
  entriesOf,
  type IssueScene,
  place,
  same,
  sameSet,
  shown,
} from './difference.ts';
import { pullsOf } from './play-pull.ts';
import { home, type Stage } from './stage.ts';
import type { Expected } from './story.ts';

type Pull = ReturnType<typeof pullsOf>[number];

/**
 * Every pull request of ours must be told, and no more; pull requests of people count only where they are told.
 * They are told by branch or number, or else by their place among those that are left.
 */
export function comparePulls({ stage }: IssueScene, at: At): readonly Difference[] {
  const all = pullsOf(stage);
  const told = (at.value as readonly (readonly Expected[])[]).map((keys, index): Told => {
    const named = all.filter((pull) => keys.every((key) => isName(key, pull)));
    return {
      keys,
      path: `${at.path}[${index}]`,
      named: keys.some(({ key }) => key === 'branch' || key === 'number') ? named : [],
    };
  });
  const taken = new Set<Pull>();
  const pairs = told.map((each) => {
    const own = each.named.length > 0 || hasName(each) ? each.named : all.filter((pull) => isOurs(stage, pull));
    const pull = own.find((candidate) => !taken.has(candidate));
    if (pull) taken.add(pull);
    return { ...each, pull };
  });
  const untold = all.filter((pull) => isOurs(stage, pull) && !taken.has(pull)).map(({ pull }) => pull.headBranch);
  const surplus =
    untold.length > 0 ? [{ ...place(at), expected: 'no further pull request', actual: shown(untold) }] : [];
  return [...pairs.flatMap((pair) => compareOne(stage, at, pair)), ...surplus];
}

interface Told {
  readonly keys: readonly Expected[];
  readonly path: string;
  readonly named: readonly Pull[];
}

function hasName({ keys }: Told): boolean {
  return keys.some(({ key }) => key === 'branch' || key === 'number');
}

function isName({ key, value }: Expected, pull: Pull): boolean {
  if (key === 'branch') return pull.pull.headBranch === value;
  return key !== 'number' || pull.number === Number(value);
}

function isOurs(stage: Stage, pull: Pull): boolean {
  return pull.author === stage.world.state.app;
}

function compareOne(
  stage: Stage,
  at: At,
  { keys, path, pull }: Told & { readonly pull: Pull | undefined },
): readonly Difference[] {
  if (!pull) return [{ ...place(at), path, expected: 'a pull request', actual: 'missing' }];
  const paths = pullPaths(stage.world.state, pull);
  const files = pull.pull.merged ? filesOf(stage) : (stage.world.state.commits.get(pull.pull.headOid)?.files ?? {});
  return keys.flatMap((key) => {
    const here: At = { ...key, path: `${path}.${key.key}` };
    switch (key.key) {
      case 'branch':
        return same(here, pull.pull.headBranch);
      case 'number':
        return same(here, pull.number);
      case 'state':
        return same(here, pull.pull.merged ? 'merged' : pull.state);
      case 'path':
        return paths.some((each) => fits(String(key.value), each))
          ? []
          : [{ ...place(here), expected: shown(key.value), actual: shown(paths) }];
      case 'body':
        return contains(here, pull.body);
      case 'reviewers':
        return sameSet(
          here,
          pull.pull.reviewers.map(({ login }) => login),
        );
      default:
        return contains(here, paths.map((each) => files[each] ?? '').join('\n'));
    }
  });
}

/** Files of the default branch: each named one contains its texts; null is no such file. */
export function compareFiles({ stage }: IssueScene, at: At): readonly Difference[] {
  const files = filesOf(stage);
  return entriesOf(at).flatMap((entry) => {
    const paths = Object.keys(files).filter((path) => fits(entry.key, path));
    if (entry.value === null)
      return paths.length === 0 ? [] : [{ ...place(entry), expected: 'missing', actual: shown(paths) }];
    return contains(entry, paths.length === 0 ? null : paths.map((path) => files[path]).join('\n'));
  });
}

function filesOf(stage: Stage): Record<string, string> {
  const repository = stage.world.repository(home.owner, home.name);
  const head = repository?.branches.get(repository.defaultBranch);
  return stage.world.state.commits.get(head ?? '')?.files ?? {};
}

/** A trailing `*` means "begins with". */
function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
