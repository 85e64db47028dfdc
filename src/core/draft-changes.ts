// How drafting, approving, publishing and retracting change an incident.
import type { Change } from './change.ts';
import type { Draft } from './draft.ts';
import type { Incident } from './incident.ts';

/** A new draft, under the number it was given when it was heard. */
export function drafted(incident: Incident, { fact, at, entry }: Change<'drafted'>): Incident {
  const { draft: number, template: message, audience } = fact;
  const draft: Draft = {
    number,
    message,
    audience,
    by: entry.by,
    at,
    approvals: [],
    published: null,
    retracted: null,
  };
  return { ...incident, drafts: [...incident.drafts, draft] };
}

export function approved(incident: Incident, { fact, at, entry }: Change<'approved'>): Incident {
  const approval = { by: entry.by, at, hash: fact.digest, as: fact.as };
  return changed(incident, fact.draft, (draft) => ({ ...draft, approvals: [...draft.approvals, approval] }));
}

/** What everybody was told is the last update as well; a next one that was promised for later stays promised. */
export function published(incident: Incident, { fact, at, entry }: Change<'published'>): Incident {
  const { draft: number, digest: hash, text, purpose, external } = fact;
  const publication = {
    ...{ by: entry.by, at, hash, text, purpose, external },
    approver: fact.approver ?? null,
    dueAt: fact.dueAt ?? null,
    lateMinutes: fact.lateMinutes ?? null,
    over: incident.update,
  };
  const told = changed(incident, number, (draft) => ({ ...draft, published: publication }));
  if (purpose === 'notice') return told;
  const promised = incident.update?.nextAt ?? null;
  const nextAt = promised !== null && promised > at ? promised : null;
  return { ...told, update: { text, at, by: entry.by, nextAt } };
}

/** What no longer stands is not what is known either: the update before it is the last one again. */
export function retracted(incident: Incident, { fact, at, entry }: Change<'retracted'>): Incident {
  const end = { by: entry.by, at, because: fact.because ?? null };
  const told = changed(incident, fact.draft, (draft) => ({ ...draft, retracted: end }));
  return { ...told, update: standing(told) };
}

/** The last update that was not retracted; it keeps when the next one was promised. */
function standing({ update, drafts }: Pick<Incident, 'update' | 'drafts'>): Incident['update'] {
  const gone = drafts.find(
    ({ published, retracted }) => retracted && published?.text === update?.text && published?.at === update?.at,
  );
  if (!update || !gone?.published) return update;
  const before = gone.published.over;
  return standing({ update: before && { ...before, nextAt: update.nextAt ?? before.nextAt }, drafts });
}

function changed(incident: Incident, number: number, change: (draft: Draft) => Draft): Incident {
  return { ...incident, drafts: incident.drafts.map((draft) => (draft.number === number ? change(draft) : draft)) };
}
