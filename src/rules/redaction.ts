// What somebody had taken out goes from everything that we wrote.

import { bareWords, holdsAny } from '../core/bare-words.ts';
import type { Expectation } from '../core/expectation.ts';
import type { Incident } from '../core/incident.ts';
import { carriedOverKey } from '../core/opened-issue.ts';
import { ownKey } from '../core/own-comment.ts';
import type { Redaction } from '../core/redaction.ts';
import { type Comment, commentsOf } from '../core/snapshot.ts';
import { subTeamKey, subTeamOf } from '../core/sub-team.ts';
import type { Rule, View } from './rule.ts';

/** Our comments that repeat it are deleted, because an edit would leave it in their history. */
export const redaction: Rule = {
  name: 'redaction',
  does: 'What `/redact` names is taken out of the card, the record, our comments, issues that we opened and the open post-mortem; what a deleted comment said, too.',
  expect(incident, _handbook, _now, view) {
    const { redactions, deleted } = view.redacted;
    if (redactions.length === 0 && deleted.length === 0) return [];
    return [
      ...commentsOf(view.snapshot).flatMap((comment) => takenDown(comment, view)),
      ...redactions.flatMap((one) => emptied(one, incident, view)),
      { expect: 'post-mortem-without' },
    ];
  },
};

/** Only what stood before somebody asked for it; the card and the record keep nothing else than our memory. */
function takenDown(comment: Comment, { snapshot, redacted }: View): readonly Expectation[] {
  const key = ownKey(comment, snapshot);
  if (key === null || /^(?:card$|checklist$|record:|exposure:)/.test(key)) return [];
  const before = redacted.redactions.filter(({ entry }) => comment.at < entry.saidAt);
  // Known by name at every look: it may go once the card stands, and the link that names it leads somewhere until then.
  if (before.some(({ fact, drafts }) => ownKeys(fact.comment, drafts).includes(key)))
    return [{ expect: 'no-comment', key, comment }];
  const holds = (words: readonly string[]) => tells(comment, bareWords(words));
  const isDraft = /^(?:draft|published):/.test(key);
  const repeats = (before.length > 0 && holds(redacted.words)) || (!isDraft && holds(redacted.deletedWords));
  return repeats ? [{ expect: 'taken-down', key, comment }] : [];
}

function ownKeys(comment: string | null, drafts: readonly number[]): readonly string[] {
  return [`reply:${comment ?? 'form'}`, ...drafts.flatMap((draft) => [`draft:${draft}`, `published:${draft}`])];
}

function tells({ body, revisions }: Comment, words: readonly string[]): boolean {
  return [body, ...revisions.map((revision) => revision.body)].some((text) => holdsAny(text, words));
}

/** Issues cannot be taken back: they stay, without people's words. */
function emptied({ entry, fact, sources }: Redaction, incident: Incident, view: View): readonly Expectation[] {
  if (!view.record.fresh.has(entry.source)) return [];
  const teams = [...sources].flatMap((source) => subTeamOf(incident, source) ?? []).map(subTeamKey);
  const keys = new Set([...teams, ...(fact.comment === null ? [carriedOverKey] : [])]);
  const opened = view.snapshot.opened.filter(({ key }) => keys.has(key));
  return opened.map((one) => ({ expect: 'masked-issue', opened: one, why: 'redacted' }));
}
