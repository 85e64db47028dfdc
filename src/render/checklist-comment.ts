// The checklist as a comment of its own: every item with who ticked it, or the fact that proves it.

import { proved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { mark } from '../core/marker.ts';
import { formatTime } from '../core/time.ts';
import type { WantedComment } from '../core/wanted.ts';
import { asHeard } from './as-heard.ts';
import { renderChecklist } from './checklist.ts';
import { login } from './names.ts';
import { proofText } from './replies/proofs.ts';
import type { ChecklistLine, Scene } from './scene.ts';

/** The checklist's comment. It changes only when an item does (decision 18). */
export function checklistComment(incident: Incident, scene: Scene): WantedComment {
  const { handbook, templates, topics, printChecklist } = scene;
  const lines = printChecklist(checklistLines(incident, handbook));
  const page = renderChecklist({ lines, handbook, incident }, templates);
  return { key: 'checklist', body: mark('checklist', asHeard(page, handbook, topics)) };
}

/** Each item of the handbook's checklist: ticked by somebody, proved by a fact, or open. */
export function checklistLines(incident: Incident, handbook: Handbook): readonly ChecklistLine[] {
  return handbook.checklist.map((item) => {
    const tick = incident.ticks[item.id];
    const proof = proved(item, incident, handbook);
    const when = (at: string): string => formatTime(at, handbook.zone, incident.milestones.declared?.at);
    if (tick?.done) return { id: item.id, text: item.text, done: true, note: `${login(tick.by)}, ${when(tick.at)}` };
    if (proof) return { id: item.id, text: item.text, done: true, note: proofText(item.provedBy, when(proof.at)) };
    return { id: item.id, text: item.text, done: false, note: null };
  });
}
