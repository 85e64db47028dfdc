// A schedule that GitHub is about to turn off, because nobody commits: said in time, once, where people see it.
import { type Pushed, scheduleOff } from '../src/core/schedule-off.ts';
import type { GitHub } from '../src/github/client.ts';
import { idleIssue, idleLine } from '../src/report/respond-words.ts';

/** The repository as it is now. */
export interface PushedHome extends Pushed {
  /** `owner/name` */
  readonly home: string;
}

/** Opens an issue that says so, unless one stands, open or closed, since the last push. @returns what the run says of it; null: nothing */
export async function warnIfIdle(github: GitHub, pushed: PushedHome, now: string): Promise<string | null> {
  const off = scheduleOff(pushed, now);
  if (off === null) return null;
  const [owner, repo] = pushed.home.split('/');
  const since = pushed.pushedAt;
  const known = await github.rest('GET /repos/{owner}/{repo}/issues', {
    ...{ owner, repo, state: 'all', since, sort: 'created', direction: 'desc', per_page: 100 },
  });
  const { title, body, mark } = idleIssue(off);
  const issues = known.status === 200 ? (known.data as readonly RawIssue[]) : [];
  const stands = issues.some((issue) => issue.user?.type === 'Bot' && issue.body?.includes(mark));
  // Without a look there would be one each quarter of an hour.
  if (!stands && known.status === 200)
    await github.rest('POST /repos/{owner}/{repo}/issues', { owner, repo, title, body });
  return idleLine(off);
}

interface RawIssue {
  readonly body?: string | null;
  readonly user?: { readonly type?: string } | null;
}
