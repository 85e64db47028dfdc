// Whether a webhook is a reason to check the config of a pull request, judged from its payload alone: the payload does not tell its files.
import { z } from 'zod';
import type { IssueRef } from './github/observe.ts';
import type { KnownOfUs } from './worth-a-look.ts';

/** As far as we read it; anything else is no reason. `repo` is null where a fork was deleted. */
const payloads = z.object({
  action: z.enum(['opened', 'synchronize', 'reopened', 'edited']),
  sender: z.object({ login: z.string() }).nullish().catch(null),
  changes: z.object({ base: z.unknown() }).nullish().catch(null),
  repository: z.object({ name: z.string(), default_branch: z.string(), owner: z.object({ login: z.string() }) }),
  pull_request: z.object({
    number: z.int().positive(),
    base: z.object({ ref: z.string(), repo: z.object({ id: z.number() }) }),
    head: z.object({ ref: z.string(), repo: z.object({ id: z.number() }).nullish() }),
  }),
});

/**
 * The pull request to look at, or null. Drafts and forks count; our own doing and the branches of our post-mortems do not, nor
 * what is not for the default branch. Total: any payload is taken.
 */
export function bringsConfig(event: string, given: unknown, known: Pick<KnownOfUs, 'slug'>): IssueRef | null {
  if (event !== 'pull_request') return null;
  const { success, data: payload } = payloads.safeParse(given);
  if (!success || payload.sender?.login === `${known.slug()}[bot]`) return null;
  const { action, changes, repository, pull_request: pull } = payload;
  if (action === 'edited' && changes?.base === undefined) return null;
  if (pull.base.ref !== repository.default_branch) return null;
  const isOurs = /^post-mortem\/\d{1,9}$/.test(pull.head.ref) && pull.head.repo?.id === pull.base.repo.id;
  return isOurs ? null : { owner: repository.owner.login, name: repository.name, number: pull.number };
}
