// What people said in the thread without a command, quoted harmlessly for the post-mortem.
import type { Incident } from '../core/incident.ts';
import { formatTime } from '../time/time.ts';
import { login } from './names.ts';
import type { ThreadComment } from './post-mortem-view.ts';
import { quoteBlock } from './quote.ts';

/** Characters of each comment; the rest is behind the link. */
const longestComment = 2000;

/** One block a comment, in the order given: when (UTC), who, the link, the words. Empty comments are left out. */
export function threadDigest(comments: readonly ThreadComment[], incident: Incident): readonly string[] {
  return comments
    .filter(({ body }) => body.trim() !== '')
    .map(({ by, at, body, url }) => {
      const when = formatTime(at, 'UTC', incident.milestones.declared?.at);
      return `**${when}** ${login(by)} [↗](${url})\n\n${quoteBlock(body, longestComment)}`;
    });
}
