// The teams of organisations that a story's people are in.
import type { Story } from './story.ts';
import type { Placed, YamlReader } from './yaml-node.ts';

/** Reads `teams`: logins by `org/team`. */
export function readTeams(reader: YamlReader, teams: Placed | undefined): Story['teams'] {
  if (!teams) return {};
  const read = reader.entries(teams, 'teams').map(({ key, value }) => {
    if (!/^[\w-]+\/[\w-]+$/.test(key)) reader.fail(value, `"${key}" is no organisation and team`);
    return [key, reader.items(value, key).map((login) => reader.needed(login, key))] as const;
  });
  return Object.fromEntries(read);
}
