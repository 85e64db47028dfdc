// To whom a next word is owed at a turn of an incident, and by when: the handbook's audiences, and whoever reads the thread.

import { nextWordTo, waitOf } from '../clocks/word-due.ts';
import type { Audience } from '../core/communication.ts';
import type { Entry } from '../core/entry.ts';
import { isResolved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { dueAfter } from '../time/term.ts';

/** A turn: what was said, when (ISO UTC), and the incident right after it. */
export interface Stage {
  readonly entry: Entry;
  readonly at: string;
  readonly incident: Incident;
}

export interface Reader {
  /** Id of the audience; null: whoever reads the thread. */
  readonly audience: string | null;
  /** When they are to hear the next word, as it stands after a turn. @param before as it stood until then. ISO UTC; null: they are not */
  dueAt(stage: Stage, before: string | null): string | null;
  /** Whether the turn was a word to them. @param dueAt when one was owed */
  hears(stage: Stage, dueAt: string): boolean;
  /** Whether nothing is owed any more. */
  isOver(stage: Stage): boolean;
}

export function readersOf(handbook: Handbook): readonly Reader[] {
  return [...handbook.audiences.map((audience) => readerOf(audience, handbook)), ofTheThread(handbook)];
}

function readerOf(audience: Audience, handbook: Handbook): Reader {
  return {
    audience: audience.id,
    dueAt: (stage, before) => shifted(audience, stage, before, handbook),
    hears: ({ entry: { fact } }) =>
      fact?.kind === 'published' ? fact.audience === audience.id : fact?.kind === 'update' && !audience.external,
    isOver: ({ incident }) => isOver(incident, handbook),
  };
}

/** A term that would be over already counts from the turn that brought it, but never beyond what was owed anyway. */
function shifted(audience: Audience, { at, incident }: Stage, before: string | null, handbook: Handbook) {
  const due = nextWordTo(audience, incident, handbook);
  if (due === null || due >= at) return due;
  const wait = waitOf(audience, incident, handbook);
  const fresh = wait ? dueAfter(at, wait, handbook) : at;
  return before !== null && before >= at && before < fresh ? before : fresh;
}

/**
 * Who said `/update … next 30m` promised a time, also where no cadence asks for one. It is kept by the next update, or by what is
 * published from that time on (what was published sooner leaves it promised).
 */
function ofTheThread(handbook: Handbook): Reader {
  return {
    audience: null,
    dueAt({ incident }) {
      const promised = incident.update?.nextAt ?? null;
      if (promised === null || isOver(incident, handbook)) return null;
      const owed = handbook.audiences.filter((audience) => {
        const due = nextWordTo(audience, incident, handbook);
        return audience.external ? due === promised : due !== null;
      });
      return owed.length === 0 ? promised : null;
    },
    hears: ({ entry: { fact }, at }, dueAt) =>
      fact?.kind === 'update' || (fact?.kind === 'published' && fact.purpose !== 'notice' && at >= dueAt),
    isOver: ({ incident }) => isOver(incident, handbook),
  };
}

function isOver(incident: Incident, handbook: Handbook): boolean {
  return incident.closed !== null || isResolved(incident, handbook);
}
