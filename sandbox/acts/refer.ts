import type { Doer } from '../world/doer.ts';
import { findRepository } from '../world/find.ts';
import { identify } from '../world/identity.ts';
import type { Issue, IssueEvent } from '../world/model.ts';
import { sees } from '../world/permission.ts';

// `#12`, `GH-12`, `owner/name#12` and the address of an issue or pull request, outside of code.
const REFERENCE =
  /(?<![\w&/#])(?:([\w.-]+)\/([\w.-]+))?#(\d+)\b|\bGH-(\d+)\b|https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)\/(?:issues|pull)\/(\d+)\b/gi;

/**
 * What a text mentions gets a cross-referenced event: whoever wrote it (it takes no right over the mentioned issue, only to see
 * it), once for each issue or pull request that mentions it, and nothing for itself. `updatedAt` of the mentioned one stays.
 */
export function refer(doer: Doer, referrer: Issue, text: string): void {
  for (const target of mentioned(doer, referrer, text)) {
    if (target === referrer || isReferred(target, referrer)) continue;
    const { state, now } = doer.world;
    const identity = identify(state, 'E', 'CRE_lADO');
    const event: IssueEvent = {
      ...{ kind: 'CrossReferencedEvent', ...identity, issue: target, actor: doer.by, createdAt: now, referrer },
    };
    target.timeline.push(event);
    state.nodes.set(event.nodeId, event);
  }
}

function isReferred(target: Issue, referrer: Issue): boolean {
  return target.timeline.some((item) => item.kind === 'CrossReferencedEvent' && item.referrer === referrer);
}

function mentioned(doer: Doer, { repository }: Issue, text: string): Issue[] {
  const spoken = text.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`|<!--[\s\S]*?-->/g, ' ');
  return [...spoken.matchAll(REFERENCE)].flatMap(([, owner, name, short, gh, pageOwner, pageName, page]) => {
    const here = { owner: repository.owner.login, name: repository.name };
    const place = { owner: owner ?? pageOwner ?? here.owner, name: name ?? pageName ?? here.name };
    const target = findRepository(doer.world.state, place);
    const issue = target && sees(doer, target) ? target.issues.get(Number(short ?? gh ?? page)) : undefined;
    return issue ? [issue] : [];
  });
}
