// An incident that is gone: its open post-mortem is told, once.
import type { Effect } from './core/effect.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { IssueRef } from './github/observe.ts';
import { orphanedPulls } from './github/orphaned-pulls.ts';
import { isOlder } from './github/recent-sayings.ts';
import { sayOnPull } from './github/say-on-pull.ts';
import { guarded, noteWrites } from './loop-guard.ts';
import { orphanKey, orphanWords } from './render/replies/orphan-words.ts';

/**
 * @param now our clock, ISO. @param cut so many at most, as a crash would
 * @returns what was said; `stale`: GitHub showed an older state than what we said. @throws when GitHub gives no answer: the next pass finds what was done
 */
export async function tellOrphans(
  github: GitHub,
  ref: IssueRef,
  now: string,
  { guard, sayings, tools }: Pick<Services, 'guard' | 'sayings' | 'tools'>,
  cut?: number,
): Promise<readonly Effect[] | 'stale'> {
  const pulls = await orphanedPulls(github, ref, { key: orphanKey, seal: tools.seal });
  if (pulls.some((id) => isOlder({ id, said: null }, sayings, now))) return 'stale';
  const told: Effect[] = [];
  for (const pull of pulls.slice(0, cut)) {
    const saying = { kind: 'create-comment', key: orphanKey, body: orphanWords(ref.number) } as const;
    if (guarded(guard, [saying], { issue: pull, now }).allowed.length === 0) continue;
    const { comment } = await sayOnPull(github, pull, saying, { sayings, now });
    noteWrites(guard, comment === null ? [] : [saying], { issue: pull, now });
    if (comment !== null) told.push(saying);
  }
  return told;
}
