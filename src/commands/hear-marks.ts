// What is said with a click: a new title, a ticked box, a 🚀, a merged post-mortem; and what GitHub itself refused.

import { itemsFor } from '../core/items-for.ts';
import { mayCommand } from '../thread/said-commands.ts';
import type { Utterance } from '../thread/utterance.ts';
import { cut, oneLine } from './cut.ts';
import { done, undone } from './done.ts';
import { type Draft, type Hearing, roomOf, standingOf } from './hearing.ts';
import { note, noteOfComment } from './notes.ts';
import { allowed, isResponder, lacksRight } from './rights.ts';

type Of<Kind extends Utterance['kind']> = Extract<Utterance, { kind: Kind }>;

/** A new title counts as `/title`: GitHub let them. */
export function hearRetitle({ title }: Of<'retitle'>, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  const name = cut(oneLine(title), 256);
  return incident && name !== '' && name !== incident.title ? [{ fact: { kind: 'title', title: name } }] : [];
}

/** A box ticked by hand, with the right of `/done`; a bot's is put back without a word. */
export function hearTick({ by, at, item, done: ticked }: Of<'tick'>, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  const known = incident !== null && itemsFor(incident, hearing.handbook).some(({ id }) => id === item);
  if (!by || !known || !mayCommand(by, hearing.handbook)) return [];
  const command = ticked ? done : undone;
  const refusal = lacksRight(command, roomOf(at, standingOf(by, hearing), hearing));
  return refusal
    ? [{ refusal, typed: `/${command.name} ${item}` }]
    : [{ fact: { kind: 'ticked', item, done: ticked } }];
}

/** A responder's 🚀 takes a comment as a note, once. */
export function hearRocket({ by, at, comment }: Of<'rocket'>, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  if (!by || !incident) return [];
  const speaker = standingOf(by, hearing);
  if (!isResponder(speaker, hearing.handbook) || !allowed(note, roomOf(at, speaker, hearing))) return [];
  const taken = incident.timeline.some(({ fact }) => fact?.kind === 'note' && fact.of?.url === comment.url);
  return taken ? [] : [noteOfComment(comment)];
}

/** The post-mortem was merged: the incident is reviewed. */
export function hearMerge({ pull }: Of<'merge'>, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  if (!incident || incident.postMortem.merged !== null) return [];
  return [{ fact: { kind: 'post-mortem-merged', pull } }, { fact: { kind: 'milestone', milestone: 'reviewed' } }];
}

export function hearRefusedByGitHub({ message }: Of<'refused-by-github'>, hearing: Hearing): readonly Draft[] {
  return hearing.incident() ? [{ fact: { kind: 'post-mortem-refused', message: cut(message) } }] : [];
}
