// Where the App is installed, and on what.
import type { GitHub } from './client.ts';
import { Unanswered } from './unanswered.ts';

export interface Installation {
  readonly id: number;
  /** Login of the organisation or person. */
  readonly account: string;
  readonly organisation: boolean;
  /** Installed on selected repositories only. */
  readonly selected: boolean;
}

export interface SweptRepository {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  /** `owner/name` in lower case. */
  readonly key: string;
}

interface RawInstallation {
  readonly id: number;
  readonly account: { readonly login?: string; readonly type?: string } | null;
  readonly repository_selection: string;
  readonly suspended_at?: string | null;
}

/** All installations that are not suspended. @param app the wire with the App's own rights (its JWT) */
export async function installations(app: GitHub): Promise<readonly Installation[]> {
  const all = await pages<RawInstallation>(app, 'GET /app/installations', (data) => data as readonly RawInstallation[]);
  return all.flatMap(({ id, account, repository_selection, suspended_at }) =>
    account?.login && !suspended_at
      ? [
          {
            id,
            account: account.login,
            organisation: account.type === 'Organization',
            selected: repository_selection === 'selected',
          },
        ]
      : [],
  );
}

interface RawRepository {
  readonly node_id: string;
  readonly name: string;
  readonly owner: { readonly login: string };
  readonly archived?: boolean;
}

/** The repositories of an installation that can be written to. */
export async function repositoriesOf(github: GitHub): Promise<readonly SweptRepository[]> {
  const all = await pages<RawRepository>(
    github,
    'GET /installation/repositories',
    (data) => (data as { readonly repositories: readonly RawRepository[] }).repositories,
  );
  return all
    .filter(({ archived }) => !archived)
    .map(({ node_id, name, owner }) => ({
      id: node_id,
      owner: owner.login,
      name,
      key: `${owner.login}/${name}`.toLowerCase(),
    }));
}

const perPage = 100;

async function pages<T>(github: GitHub, route: string, read: (data: unknown) => readonly T[]): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const { status, data } = await github.rest(route, { per_page: perPage, page });
    if (status !== 200) throw new Unanswered(`${route} was answered with ${status}`, { status });
    const some = read(data);
    all.push(...some);
    if (some.length < perPage) return all;
  }
}
