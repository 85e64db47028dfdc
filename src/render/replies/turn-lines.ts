// The turns of an incident, one line each (decision 13).

import { type Entry, happenedAt } from '../../core/entry.ts';
import type { Handbook, Turn } from '../../core/handbook.ts';
import { holders, type Incident } from '../../core/incident.ts';
import { standIns } from '../../core/stand-in.ts';
import { formatSpan, formatTime, minutesBetween } from '../../time/time.ts';
import { listed, login, roleWord, severityName, standInText, statusName, toType } from '../names.ts';
import { quoteText } from '../quote.ts';

export interface Turned {
  readonly turn: Turn;
  readonly entry: Entry;
  /** The incident right after that entry. */
  readonly after: Incident;
}

/** The line of a turn; times in the handbook's zone and UTC. */
export function turnLine({ turn, entry, after }: Turned, handbook: Handbook): string {
  const at = formatTime(happenedAt(entry), handbook.zone, entry.saidAt);
  return lines[turn]({ entry, after, handbook, at, by: login(entry.by) });
}

interface Scene {
  readonly entry: Entry;
  readonly after: Incident;
  readonly handbook: Handbook;
  readonly at: string;
  readonly by: string;
}

const lines: Readonly<Record<Turn, (scene: Scene) => string>> = {
  raised: (scene) => `**Severity raised** to ${severity(scene)} at ${scene.at} by ${scene.by}${because(scene.entry)}.`,
  lowered: (scene) =>
    `**Severity lowered** to ${severity(scene)} at ${scene.at} by ${scene.by}${because(scene.entry)}.`,
  commander: ({ after, handbook, at }) => {
    const leading = handbook.roles.filter((role) => role.leads);
    const held = leading.flatMap((role) =>
      holders(after, role.id).map((person) => `${login(person)} is ${roleWord(handbook, role.id)}`),
    );
    if (held.length > 0) return `**${listed(held)}** since ${at}.`;
    const free = leading.map((role) => toType(`/role ${role.id}`));
    const deputies = leading
      .flatMap((role) => standIns(after, handbook, role.id))
      .map((one) => standInText(one, handbook));
    const meanwhile = deputies.length > 0 ? `; ${listed(deputies)}` : '';
    return `**Nobody leads this incident** since ${at}${meanwhile}. Take it: ${listed(free, 'or')}`;
  },
  mitigated: ({ entry, after, handbook, at, by }) =>
    `**Mitigated** at ${at}${span(after, 'mitigated')}, says ${by}${because(entry)}. Status ${statusName(handbook, after.status)}; when it is fixed for good: \`/resolved\``,
  resolved: ({ entry, after, at, by }) =>
    `**Resolved** at ${at}${span(after, 'resolved')}, says ${by}${because(entry)}. If it comes back: \`/reopen\``,
  relapsed: ({ entry, after, handbook, at, by }) =>
    `**It is back**: active again since ${at}, says ${by}${because(entry)}. Status ${statusName(handbook, after.status)}.`,
};

function severity({ after, handbook }: Scene): string {
  return `${severityName(handbook, after.severity.current)}${after.severity.assumed ? ' (assumed)' : ''}`;
}

function because({ fact }: Entry): string {
  return (fact?.kind === 'severity' || fact?.kind === 'status') && fact.because
    ? `, because ${quoteText(fact.because, { limit: 200 })}`
    : '';
}

/** Since the impact began, where that is known: a missing start is never filled with another moment. */
function span({ milestones }: Incident, end: 'mitigated' | 'resolved'): string {
  const from = milestones.started?.at;
  const until = milestones[end]?.at;
  return from && until ? `, ${formatSpan(minutesBetween(from, until))} after it started` : '';
}
