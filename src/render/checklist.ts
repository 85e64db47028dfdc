// The checklist's comment: what must be true before the incident may be closed.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { checklistWords } from './replies/checklist-words.ts';
import type { Templates } from './templates.ts';

export interface ChecklistView {
  /** The item lines as thread prints (and reads) them. */
  readonly lines: string;
  readonly handbook: Handbook;
  readonly incident: Incident;
}

/** Heading, one sentence, the lines, and how to tick. It changes only when a line does (decision 18). Uses the template `checklist`. */
export function renderChecklist({ lines, handbook, incident }: ChecklistView, templates: Templates): string {
  return templates.render('checklist', { lines: lines.trim(), ...checklistWords(incident, handbook) });
}
