// The comment that tells the turns of an incident, one line each.
import type { Handbook } from '../core/handbook.ts';
import { type Turned, turnLine } from './replies/turn-lines.ts';

/** One line a turn, in the order given; a list when there are several. @throws when there is none. */
export function renderAnnouncement(turns: readonly Turned[], handbook: Handbook): string {
  const lines = [...new Set(turns.map((turned) => turnLine(turned, handbook)))];
  if (lines.length === 0) throw new Error('An announcement needs a turn');
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `- ${line}`).join('\n');
}
