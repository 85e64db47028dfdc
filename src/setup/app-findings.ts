// Whether the App is installed on the repository with what it needs, and whether GitHub reaches it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHub } from '../github/client.ts';
import { teamsOf } from './config-findings.ts';
import { type Delivery, deliveryFindings } from './delivery-findings.ts';
import type { Finding, Seen } from './finding.ts';
import { type Needs, needsIn } from './needs.ts';
import { type Patient, siteOf } from './patient.ts';

/** An installation as GitHub shows it. */
export interface Installation {
  readonly html_url: string;
  readonly permissions: Readonly<Record<string, string | undefined>>;
  readonly events: readonly string[];
  readonly suspended_at?: string | null;
}

interface RawApp {
  readonly slug?: string;
  readonly owner?: { readonly login?: string; readonly type?: string } | null;
}

/** Asks GitHub as the App; without its key nothing is asked. */
export async function appFindings({ app, repository, facts, handbook }: Patient): Promise<readonly Seen[]> {
  if (!app) return [{ unseen: 'the App, its permissions and its deliveries: set APP_ID and PRIVATE_KEY' }];
  const asked = await app.rest('GET /app', {});
  if (asked.status !== 200)
    return [
      {
        what: `GitHub does not know this App (${asked.status}): nothing works.`,
        mend: 'Set APP_ID and PRIVATE_KEY as its page on GitHub shows them.',
      },
    ];
  const own = asked.data as RawApp;
  const site = siteOf(facts);
  const { status, data } = await app.rest('GET /repos/{owner}/{repo}/installation', {
    owner: repository.owner,
    repo: repository.name,
  });
  if (status !== 200) {
    const what = `The App ${own.slug} is not installed on ${repository.owner}/${repository.name}: it hears nothing there.`;
    return [{ what, mend: `Install it: ${site}/apps/${own.slug}/installations/new` }];
  }
  const page = pageOf(own, site);
  const needs = needsIn(readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8'));
  const isTeamed = teamsOf(handbook).length > 0;
  return [
    ...installationFindings(data as Installation, needs, page, isTeamed),
    ...deliveryFindings(await deliveries(app), facts.id, page),
  ];
}

function pageOf({ slug, owner }: RawApp, site: string): string {
  const home = owner?.type === 'Organization' ? `${site}/organizations/${owner.login}` : site;
  return `${home}/settings/apps/${slug}`;
}

const levels = ['none', 'read', 'write', 'admin'];

/**
 * What an installation lacks.
 * @param page of the App's settings; @param isTeamed whether the handbook names teams, for which `members` is read
 */
export function installationFindings(
  { permissions, events, suspended_at, html_url }: Installation,
  needs: Needs,
  page: string,
  isTeamed: boolean,
): readonly Finding[] {
  if (suspended_at)
    return [{ what: 'The App is suspended here: it hears nothing.', mend: `Unsuspend it: ${html_url}` }];
  const lacking = needs.permissions.filter(({ permission, access }) => {
    const has = levels.indexOf(permissions[permission] ?? 'none');
    return has < levels.indexOf(access) && (permission !== 'members' || isTeamed);
  });
  const deaf = needs.events.filter(({ name }) => !events.includes(name));
  return [
    ...lacking.map(({ permission, access, reason, without }) => ({
      what: `The App lacks ${permission}: ${access} (it has ${permissions[permission] ?? 'none'}), which is for: ${reason}; ${without}.`,
      mend: `Grant it at ${page}/permissions, then accept it at ${html_url}`,
    })),
    ...deaf.map(({ name, tells }) => ({
      what: `The App is not told of ${name}; it would tell that ${tells}.`,
      mend: `Subscribe to it: ${page}/permissions`,
    })),
  ];
}

async function deliveries(app: GitHub): Promise<readonly Delivery[]> {
  const { status, data } = await app.rest('GET /app/hook/deliveries', { per_page: 100 });
  return status === 200 ? (data as readonly Delivery[]) : [];
}
