// Closing and reopening with GitHub's buttons, or by a pull request's closing keyword, meet the same gate as `/close` (decision 14).
import { isExposed } from '../core/exposure.ts';
import { isShut, missing } from '../core/gate.ts';
import { isMajor, statusFor } from '../core/handbook.ts';
import { same } from '../core/person.ts';
import type { Fact } from '../core/timeline.ts';
import type { Utterance } from '../thread/utterance.ts';
import { gateRefusal } from './close.ts';
import { notBefore } from './early.ts';
import { type Draft, type Hearing, roomOf, standingByHand, standingOf } from './hearing.ts';
import { duplicate } from './links.ts';
import { reopening } from './move.ts';
import { allowed, isLead, lacksRight } from './rights.ts';

type Closing = Extract<Utterance, { kind: 'close' }>;
type Reopening = Extract<Utterance, { kind: 'reopen' }>;
type Duplicate = Extract<Utterance, { kind: 'duplicate' }>;

/** Completed passes when nothing is missing (or nothing is worked on here, as while nobody confirmed it), not planned for a lead or below the handbook's line, a duplicate with its original. */
export function hearClose(utterance: Closing, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  if (!incident || incident.closed) return [];
  const { reason } = utterance;
  if (isExposed(hearing.entries(), hearing.handbook, hearing.snapshot.repository))
    return [{ fact: { kind: 'closed', reason } }];
  if (!incident.confirmed && !same(utterance.by, incident.declaredBy)) return [{ fact: { kind: 'closed', reason } }];
  if (reason === 'duplicate') return asDuplicate(utterance, hearing);
  if (reason === 'not_planned') return asNotPlanned(utterance, hearing);
  const lacks = missing(incident, hearing.handbook);
  const how = utterance.closer?.kind ?? 'by-hand';
  const early = notBefore(incident, hearing.handbook, utterance.at);
  if (!isShut(lacks)) return [{ fact: early.until ? wishFor(early.until, how, hearing) : { kind: 'closed', reason } }];
  const closer = utterance.closer?.name ?? null;
  return [{ refusal: { ...gateRefusal(lacks, how, closer), ...early } }];
}

function wishFor(due: string, how: 'by-hand' | 'pull' | 'commit', { handbook }: Hearing): Fact {
  const last = statusFor(handbook, 'closed') ?? handbook.statuses.at(-1);
  return { kind: 'wish', status: last?.id ?? '', due, how };
}

function asNotPlanned({ by }: Closing, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  if (!incident) return [];
  const { current } = incident.severity;
  const lead = by !== null && isLead(standingOf(by, hearing), incident, hearing.handbook);
  return lead || !isMajor(hearing.handbook, current, incident.type.current)
    ? [{ fact: { kind: 'closed', reason: 'not_planned' } }]
    : [{ refusal: { reason: 'not-planned', severity: current } }];
}

/**
 * A major one from who may say `/duplicate` only (decision 5), below the line from anybody GitHub lets close it.
 * GitHub lists the mark beside the closing, before or after it within the same second.
 */
function asDuplicate({ at, by }: Closing, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  const room = by && roomOf(at, standingByHand(by, hearing), hearing);
  const lacking = room ? lacksRight(duplicate, room) : null;
  if (lacking && incident && isMajor(hearing.handbook, incident.severity.current, incident.type.current))
    return [{ refusal: lacking }];
  const known = hearing.incident()?.links.duplicate ?? null;
  const marked = hearing.utterances.findLast((one): one is Duplicate => one.kind === 'duplicate' && one.at <= at);
  if (known === null && !marked) return [{ refusal: { reason: 'duplicate-of-what' } }];
  const link = marked && known === null ? [linkTo(marked.original)] : [];
  return [{ fact: { kind: 'closed', reason: 'duplicate' } }, ...link];
}

/** Active again: GitHub let them, so we do. */
export function hearReopen(_utterance: Reopening, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  return incident?.closed ? reopening(incident, hearing.handbook) : [];
}

/** Marked as a duplicate without being closed: the link alone, from who may say `/duplicate`. */
export function hearDuplicate({ by, at, original }: Duplicate, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  if (!by || !incident || incident.links.duplicate === `#${original}`) return [];
  return allowed(duplicate, roomOf(at, standingByHand(by, hearing), hearing)) ? [linkTo(original)] : [];
}

function linkTo(original: number): Draft {
  return { fact: { kind: 'link', link: 'duplicate', issue: `#${original}` } };
}
