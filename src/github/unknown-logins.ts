// Which logins are nobody's on GitHub.
import type { GitHub } from './client.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { Unanswered } from './unanswered.ts';

/** More are not asked about. */
const most = 300;

/** Those of the logins that GitHub does not know, in their order. One request each. @throws Unanswered when it did not tell */
export async function unknownLogins(github: GitHub, logins: readonly string[]): Promise<readonly string[]> {
  const asked = await fewAtATime(logins.slice(0, most), async (login) => {
    const { status } = await github.rest('GET /users/{username}', { username: login });
    if (status !== 200 && status !== 404)
      throw new Unanswered(`GitHub did not tell of a login (${status})`, { status });
    return status === 404 ? [login] : [];
  });
  return asked.flat();
}
