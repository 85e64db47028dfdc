// What a look must find out about people because of a handbook: who responds, what roles ask, who owns what, which labels speak.
import type { Handbook } from './core/handbook.ts';
import { handbookLabels } from './core/handbook-labels.ts';
import { peopleOwning } from './core/service.ts';
import type { ConfigReading } from './github/observe.ts';
import type { Owned } from './github/owners.ts';
import type { Prerequisites } from './github/required-teams.ts';

/** @param labels further ones that make an incident in the repository */
export function askedBy(
  handbook: Handbook,
  labels: readonly string[] = [],
): Omit<ConfigReading, 'app' | 'problems' | 'labels'> {
  const { responders, bots, declare, headings } = handbook;
  const spoken = [...labels, ...handbookLabels(handbook).map(({ name }) => name)].map((name) => name.toLowerCase());
  return {
    ...{ responders, bots, spoken, prerequisites: prerequisitesOf(handbook), owned: ownedBy(handbook) },
    outsideHeadings: declare === 'anyone' ? null : headings.severity,
  };
}

/** What this handbook asks of who takes a role. */
function prerequisitesOf({ roles, security }: Handbook): Prerequisites {
  const asking = roles.filter(({ prerequisite }) => security.teams.length > 0 || (prerequisite?.teams.length ?? 0) > 0);
  const teams = asking.flatMap(({ prerequisite }) => prerequisite?.teams ?? []);
  return {
    teams: [...new Set([...teams, ...security.teams])],
    words: asking.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
  };
}

/** Services that people own, by the words they are known by. */
function ownedBy({ services }: Handbook): readonly Owned[] {
  return services.flatMap((service) => {
    const logins = peopleOwning(service);
    return logins.length > 0 ? [{ words: [service.id, service.name, ...service.aliases], logins }] : [];
  });
}
