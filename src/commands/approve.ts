// `/approve`: somebody whom the handbook names agrees to a draft, to exactly the text that stands there.
import { approvalOf, approversOf } from '../core/approval.ts';
import { type Draft, isOpenDraft } from '../core/draft.ts';
import { gapsIn, textHash } from '../core/draft-text.ts';
import { holders } from '../core/incident.ts';
import { same } from '../core/person.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { draftNamed, over, standingText } from './draft-named.ts';
import { isLead, lacksRight, rolesHeld } from './rights.ts';

export const approve: Command = {
  name: 'approve',
  aliases: ['approved'],
  usage: '/approve draft <number>',
  does: 'Agrees to a draft as it stands; a change to it afterwards needs another approval.',
  who: 'responder',
  examples: ['/approve draft 1', '/approve 1'],
  free: false,
  rightInText: true,
  // Prow has an `/approve` of its own, for pull requests and the files in them.
  isForUs: (text, incident) =>
    /^(?:draft\b|#?\d)/i.test(text) || (text === '' && (incident?.drafts.some(isOpenDraft) ?? false)),
  judge(said, room) {
    const lacking = rolesHeld(room.speaker, room.incident, room.handbook).length > 0 ? null : lacksRight(approve, room);
    if (lacking) return refuse(lacking);
    const found = draftNamed(said.text, 'approve', room);
    if ('refusal' in found) return found;
    const { draft } = found;
    const ended = over(draft);
    if (ended) return refuse(ended);
    const roles = room.incident ? approversOf(draft.audience, room.incident, room.handbook) : [];
    if (roles.length === 0) return refuse({ reason: 'no-approval-needed', draft: draft.number });
    const role = approvingAs(roles, room);
    if (role === undefined) return refuse({ reason: 'no-approver', draft: draft.number, roles });
    return agree(draft, role, roles, said, room);
  },
};

function agree(draft: Draft, as: string | null, roles: readonly string[], { by }: Said, room: Room): Judgement {
  const { number, audience } = draft;
  // Who approves in the second of an edit may not have seen it: it then is an edit after the approval.
  const stands = standingText(draft, 'before', room);
  if ('refusal' in stands) return stands;
  const gaps = gapsIn(stands.text);
  if (gaps.length > 0) return refuse({ reason: 'draft-gaps', draft: number, gaps });
  const second = room.handbook.audiences.find(({ id }) => id === audience)?.secondPerson ?? false;
  if (second && same(by, stands.by ?? draft.by)) return refuse({ reason: 'own-draft', draft: number, roles });
  const hash = textHash(stands.text);
  const before = approvalOf(draft, hash, roles);
  if (before) return refuse({ reason: 'already-approved', draft: number, by: before.by?.login ?? null });
  return accept({ kind: 'approved', draft: number, hash, as });
}

/** The role in which somebody may approve; null: as a lead, because nobody holds one of them; undefined: they may not. */
function approvingAs(roles: readonly string[], { incident, handbook, speaker }: Room): string | null | undefined {
  const held = rolesHeld(speaker, incident, handbook).find(({ id }) => roles.includes(id));
  if (held) return held.id;
  const free = incident !== null && roles.every((role) => holders(incident, role).length === 0);
  return free && isLead(speaker, incident, handbook) ? null : undefined;
}
