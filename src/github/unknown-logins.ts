// Which logins are nobody's on GitHub.
import type { GitHub } from './client.ts';

/** More are not asked about. */
const most = 300;
const mostAtOnce = 10;

/** Those of the logins that GitHub does not know, in their order; null: it did not tell. One request each. */
export async function unknownLogins(github: GitHub, logins: readonly string[]): Promise<readonly string[] | null> {
  const asked = logins.slice(0, most);
  const left = [...asked];
  const unknown = new Set<string>();
  let isWhole = true;
  const askInTurn = async (): Promise<void> => {
    for (let login = left.shift(); login !== undefined && isWhole; login = left.shift()) {
      const { status } = await github.rest('GET /users/{username}', { username: login });
      if (status === 404) unknown.add(login);
      else if (status !== 200) isWhole = false;
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, askInTurn));
  return isWhole ? asked.filter((login) => unknown.has(login)) : null;
}
