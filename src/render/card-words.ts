// What is on its way to somebody, on the card: open drafts with the command to type, and when each audience hears something next.
import { approversOf } from '../core/approval.ts';
import { type Draft, isOpenDraft } from '../core/draft.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime } from '../core/time.ts';
import { nextWordTo } from '../core/word-due.ts';
import type { CardRow } from './card-situation.ts';
import { audienceName, messageName, toType } from './names.ts';
import { approvers } from './replies/refused-drafts.ts';

/** Rows of open drafts, the newest first, then of the audiences that are to hear something by a time. */
export function wordRows(incident: Incident, handbook: Handbook): readonly CardRow[] {
  const open = incident.drafts.filter(isOpenDraft).toReversed();
  const day = incident.milestones.declared?.at;
  const next = handbook.audiences.flatMap((audience): readonly CardRow[] => {
    const at = nextWordTo(audience, incident, handbook);
    if (at === null) return [];
    return [
      { name: audienceName(handbook, audience.id), text: `next by ${formatTime(at, handbook.zone, day)}: \`/draft\`` },
    ];
  });
  return [...open.slice(0, 8).map((draft) => draftRow(draft, incident, handbook)), ...next.slice(0, 12)];
}

function draftRow(draft: Draft, incident: Incident, handbook: Handbook): CardRow {
  const { number, message, audience, approvals } = draft;
  const roles = approversOf(audience, incident, handbook);
  const waits = roles.length > 0 && approvals.length === 0;
  const what = `${messageName(handbook, message)}, for ${audienceName(handbook, audience)}`;
  const then = waits
    ? `awaits approval by ${approvers(roles, { handbook, incident })}: ${toType(`/approve draft ${number}`)}`
    : `${roles.length > 0 ? 'approved' : 'needs no approval'}: ${toType(`/publish draft ${number}`)}`;
  return { name: `Draft ${number}`, text: `${what}, ${then}` };
}
