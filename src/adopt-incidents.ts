// `sitrep adopt owner/repo#1 …`: says `/adopt`, in the name of whose token it is, where another Sitrep's card stands.
import { otherSitrep, seenBy } from './core/other-sitrep.ts';
import { recall } from './core/recall.ts';
import type { Snapshot } from './core/snapshot.ts';
import type { GitHub } from './github/client.ts';
import type { IssueRef } from './github/observe.ts';
import { lookAt } from './look-at.ts';
import { plain } from './plain.ts';
import { gitHubOf, issueNamed, noLookWords, servicesOf, type Terminal } from './terminal.ts';

/**
 * One line an issue. @param named as they were typed. The App judges the word as it does everybody's, so this needs no key of its; a second word for the same
 * incident is refused by it.
 * @returns 0: said everywhere; 1: not everywhere; a sentence: what names no issue (then nothing is said anywhere)
 * @throws without a token, and when GitHub does not answer
 */
export async function adoptIncidents(named: readonly string[], terminal: Terminal): Promise<number | string> {
  const strange = named.find((words) => issueNamed(words) === null);
  if (strange !== undefined) return `${strange} is no issue: write it as acme/ops#12.`;
  const refs = named.flatMap((words) => issueNamed(words) ?? []);
  const github = gitHubOf(terminal);
  let code = 0;
  for (const ref of refs) {
    const why = await adopt(github, ref, terminal);
    if (why === null) terminal.out(plain(`${typed(ref)}: said /adopt`));
    else {
      terminal.err(plain(`${typed(ref)}: ${why}`));
      code = 1;
    }
  }
  return code;
}

/** As people write it. */
function typed({ owner, name, number }: IssueRef): string {
  return `${owner}/${name}#${number}`;
}

/** @returns null: said; else why not */
async function adopt(github: GitHub, ref: IssueRef, terminal: Terminal): Promise<string | null> {
  const look = await lookAt(github, ref, terminal.now(), servicesOf(terminal), true);
  if (typeof look === 'string') return noLookWords[look];
  const snapshot = asTheApp(look.snapshot);
  const other = otherSitrep(snapshot, recall(snapshot, null));
  if (!other) return 'no other Sitrep keeps an incident here';
  terminal.out(plain(`${typed(ref)}: the card is by ${other.by.login}`));
  const { status } = await github.rest('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...{ owner: ref.owner, repo: ref.name, issue_number: ref.number },
    body: '/adopt',
  });
  return status < 300 ? null : `GitHub did not take the comment (${status})`;
}

/** As the App that the config names sees it, where that wrote here; else as one that never did. What the person wrote is not its own. */
function asTheApp(snapshot: Snapshot): Snapshot {
  const viewer = snapshot.viewer.bot ? snapshot.viewer : { id: '', login: '', bot: true };
  return seenBy(viewer, snapshot);
}
