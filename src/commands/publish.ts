// `/publish`: a draft goes out with exactly the text that stands there and was approved.

import { dueOf } from '../clocks/word-due.ts';
import { agreementsFor, approverOf, missingAgreements } from '../core/approval.ts';
import type { Message } from '../core/communication.ts';
import { type Draft, longestDraft } from '../core/draft.ts';
import { gapsIn, textHash } from '../core/draft-text.ts';
import type { Person } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import { minutesBetween } from '../time/time.ts';
import { accept, type Command, type Room, refuse } from './command.ts';
import { cut, oneLine } from './cut.ts';
import { draftNamed, over, type StandingText, standingText } from './draft-named.ts';

export const publish: Command = {
  name: 'publish',
  aliases: [],
  usage: '/publish draft <number>',
  does: 'Publishes a draft as it stands, once who must approve that text has.',
  who: 'responder',
  examples: ['/publish draft 1', '/publish 1'],
  free: false,
  judge({ text, at }, room) {
    const found = draftNamed(text, 'publish', room);
    if ('refusal' in found) return found;
    const { draft } = found;
    const ended = over(draft);
    if (ended) return refuse(ended);
    const stands = standingText(draft, 'with', room);
    if ('refusal' in stands) return stands;
    const unfit = unfitness(draft.number, stands.text);
    if (unfit) return refuse(unfit);
    const approval = approvalOf(draft, stands, room);
    if ('refusal' in approval) return approval;
    return accept({
      kind: 'published',
      draft: draft.number,
      template: draft.message,
      audience: draft.audience,
      ...kindOf(draft, room),
      digest: textHash(stands.text),
      text: cut(oneLine(stands.text)),
      ...(approval.by && { approver: approval.by }),
      ...(stands.editors.length > 0 && { editors: stands.editors.slice(0, 10) }),
      ...lateness(draft, at, room),
    });
  },
};

type Standing = Exclude<StandingText, { refusal: unknown }>;

/** Who approved this text, where somebody had to; the refusal where an agreement is missing. */
function approvalOf(
  draft: Draft,
  stands: Standing,
  room: Room,
): { readonly by: Person | null } | { readonly refusal: Refusal } {
  const { incident, handbook } = room;
  const needed = incident ? agreementsFor(draft.audience, incident, handbook) : [];
  const hash = textHash(stands.text);
  const missing = missingAgreements(draft, hash, needed);
  if (missing.length === 0) return { by: approverOf(draft, hash, needed)?.by ?? null };
  const { number, approvals } = draft;
  const edited = stands.by !== null && approvals.length > 0 && approvals.every((one) => one.hash !== hash);
  return edited
    ? { refusal: { reason: 'draft-edited', draft: number, by: stands.by.login } }
    : { refusal: { reason: 'not-approved', draft: number, missing: missing.map(({ roles }) => roles) } };
}

function unfitness(draft: number, text: string): Refusal | null {
  const gaps = text === '' ? ['…'] : gapsIn(text);
  if (gaps.length > 0) return { reason: 'draft-gaps', draft, gaps };
  if (text.length <= longestDraft) return null;
  return { reason: 'draft-too-long', draft, characters: text.length, most: longestDraft };
}

function messageOf({ message }: Draft, { handbook }: Room): Message | undefined {
  return handbook.messages.find(({ id }) => id === message);
}

function kindOf(draft: Draft, room: Room) {
  const external = room.handbook.audiences.find(({ id }) => id === draft.audience)?.external ?? true;
  return { purpose: messageOf(draft, room)?.purpose ?? 'notice', external } as const;
}

/** When it was due and how late it comes: fixed here for ever. */
function lateness(draft: Draft, at: string, room: Room): { readonly dueAt?: string; readonly lateMinutes?: number } {
  const message = messageOf(draft, room);
  const dueAt = message && room.incident ? dueOf(message, room.incident, room.handbook) : null;
  return dueAt === null ? {} : { dueAt, lateMinutes: Math.max(0, minutesBetween(dueAt, at)) };
}
