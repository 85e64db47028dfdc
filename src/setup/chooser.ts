// `.github/ISSUE_TEMPLATE/config.yml`: what GitHub offers beside the forms; here the private way for matters that are no public issue.
import type { Handbook } from '../core/handbook.ts';
import { asYaml } from './as-yaml.ts';
import type { Origin } from './origin.ts';

/** Whether a handbook has matters that must not be told in public. */
export function hasPrivateMatters({ types }: Handbook): boolean {
  return types.some((type) => type.private);
}

/** The address of GitHub's private vulnerability reporting in a repository. */
export function privateReport({ host, owner, name }: Origin): string {
  return `https://${host}/${owner}/${name}/security/advisories/new`;
}

/** The file: one link to the private report. */
export function chooser(handbook: Handbook, report: string): string {
  const names = handbook.types.filter((type) => type.private).map(({ name }) => name);
  const links = [
    {
      name: `${names.join(', ')}: report it in private`,
      url: report,
      about: 'Weaknesses and attacks are reported here, where only the maintainers read them, and never in an issue.',
    },
  ];
  return asYaml({ blank_issues_enabled: true, contact_links: links });
}
