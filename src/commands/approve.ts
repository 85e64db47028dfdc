// `/approve`: somebody whom the handbook names agrees to a draft, to exactly the text that stands there.
import { type Agreement, agreementsFor, agreesAs, missingAgreements } from '../core/approval.ts';
import { type Draft, isOpenDraft } from '../core/draft.ts';
import { gapsIn, textHash } from '../core/draft-text.ts';
import type { Incident } from '../core/incident.ts';
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
    const { incident, handbook, speaker } = room;
    if (!incident) return accept();
    const lacking = rolesHeld(speaker, incident, handbook).length > 0 ? null : lacksRight(approve, room);
    if (lacking) return refuse(lacking);
    const found = draftNamed(said.text, 'approve', room);
    if ('refusal' in found) return found;
    const { draft } = found;
    const ended = over(draft);
    if (ended) return refuse(ended);
    const needed = agreementsFor(draft.audience, incident, handbook);
    if (needed.length === 0) return refuse({ reason: 'no-approval-needed', draft: draft.number });
    return agree(draft, needed, incident, said, room);
  },
};

function agree(draft: Draft, needed: readonly Agreement[], incident: Incident, { by }: Said, room: Room): Judgement {
  const { number, audience } = draft;
  const { handbook, speaker } = room;
  const held = rolesHeld(speaker, incident, handbook).map(({ id }) => id);
  const who = { held, leads: isLead(speaker, incident, handbook) };
  const mine = needed.filter((one) => agreesAs(one, who, incident, handbook) !== null);
  if (mine.length === 0) return refuse({ reason: 'no-approver', draft: number, missing: needed.map(rolesIn) });
  // Who approves in the second of an edit may not have seen it: it then is an edit after the approval.
  const stands = standingText(draft, 'before', room);
  if ('refusal' in stands) return stands;
  const gaps = gapsIn(stands.text);
  if (gaps.length > 0) return refuse({ reason: 'draft-gaps', draft: number, gaps });
  const second = handbook.audiences.find(({ id }) => id === audience)?.secondPerson ?? false;
  const own = second && same(by, stands.by ?? draft.by);
  const given = mine.filter(({ kind }) => !(own && kind === 'approval'));
  if (given.length === 0) return refuse({ reason: 'own-draft', draft: number, missing: mine.map(rolesIn) });
  const hash = textHash(stands.text);
  if (missingAgreements(draft, hash, given).length === 0) return refuse(again(draft, hash, needed));
  const as = given.flatMap((one) => agreesAs(one, who, incident, handbook) ?? []);
  return accept({ kind: 'approved', draft: number, digest: hash, as: [...new Set(as)] });
}

/** What they could agree to was agreed to already; others may still be missing. */
function again(draft: Draft, hash: string, needed: readonly Agreement[]) {
  const missing = missingAgreements(draft, hash, needed).map(rolesIn);
  return { reason: 'already-approved', draft: draft.number, missing } as const;
}

function rolesIn({ roles }: Agreement): readonly string[] {
  return roles;
}
