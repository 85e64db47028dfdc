// The checklist as a comment of its own: every item with who ticked it, or the fact that proves it.

import type { ChecklistLine } from '../core/checklist-item.ts';
import { isDone, lacking, proved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { isPrivate, itemsFor } from '../core/items-for.ts';
import { mark } from '../core/marker.ts';
import type { WantedComment } from '../core/wanted.ts';
import { formatTime } from '../time/time.ts';
import { asHeard } from './as-heard.ts';
import { renderChecklist } from './checklist.ts';
import { login } from './names.ts';
import { neededText, proofText } from './replies/proofs.ts';
import type { Scene } from './scene.ts';

/** The checklist's comment. It changes only when an item does (decision 18). */
export function checklistComment(incident: Incident, scene: Scene): WantedComment {
  const { handbook, templates, topics, printChecklist } = scene;
  const lines = printChecklist(checklistLines(incident, handbook), isPrivate(incident, handbook));
  const page = renderChecklist({ lines, handbook, incident }, templates);
  return { key: 'checklist', body: mark('checklist', asHeard(page, handbook, topics)) };
}

/** Each item that holds for the incident: ticked by somebody, proved by what is on record, or open with what it still needs. */
export function checklistLines(incident: Incident, handbook: Handbook): readonly ChecklistLine[] {
  return itemsFor(incident, handbook).map((item) => {
    const tick = incident.ticks[item.id];
    const proof = isDone(item, incident, handbook) ? proved(item, incident, handbook) : null;
    const needed = lacking(item, incident);
    const when = (at: string): string => formatTime(at, handbook.zone, incident.milestones.declared?.at);
    if (tick?.done) return { id: item.id, text: item.text, done: true, note: `${login(tick.by)}, ${when(tick.at)}` };
    if (proof) return { id: item.id, text: item.text, done: true, note: proofText(proof.why, when(proof.at)) };
    return { id: item.id, text: item.text, done: false, note: needed.length > 0 ? neededText(needed) : null };
  });
}
