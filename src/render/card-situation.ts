// The situation on top of the card: how bad, what is known, what helps, when the next word comes.

import { contractPromises } from '../clocks/kept-promises.ts';
import { nextUpdateDue } from '../clocks/next-update.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { promises } from '../core/service.ts';
import { termText } from '../time/term.ts';
import { formatTime, localDate } from '../time/time.ts';
import { ladderText } from './ladder-row.ts';
import { code, listed, login, severityName, statusName, toType, typeName } from './names.ts';
import { quoteOurs, quoteText, quoteToCopy } from './quote.ts';
import { servicesOf } from './record-summary.ts';
import { wishLine } from './replies/wish-words.ts';

/** A row of a table of two columns, both Markdown. */
export interface CardRow {
  readonly name: string;
  readonly text: string;
}

/** `` `sev-1` Critical · `investigating` ``. */
export function headline({ severity, status }: Incident, handbook: Handbook): string {
  const assumed = severity.assumed ? ' (assumed)' : '';
  return `${severityName(handbook, severity.current)}${assumed} · ${statusName(handbook, status)}`;
}

/** Since when, who declared it, by which handbook. */
export function sinceLine(incident: Incident, handbook: Handbook): string {
  const { severity, milestones, closed } = incident;
  const day = milestones.declared?.at;
  const when = (at: string): string => formatTime(at, handbook.zone, day);
  const moved = severity.first !== severity.current || severity.peak !== severity.current;
  const parts = [
    `Severity since ${when(severity.since)}`,
    moved && `first ${code(severity.first)}, peak ${code(severity.peak)}`,
    `status since ${when(incident.statusSince)}`,
    milestones.declared &&
      `declared ${localDate(milestones.declared.at, handbook.zone)} ${when(milestones.declared.at)} by ${login(incident.declaredBy)}`,
    incident.backfilled && 'a record of the past',
    closed && `closed as ${closed.reason.replace('_', ' ')} by ${login(closed.by)}`,
    `handbook ${code(incident.handbook.id)}`,
  ];
  return parts.filter((part) => typeof part === 'string').join(' · ');
}

/** Rows of what people said about the situation; what nobody said is left out, but for impact and understanding. */
export function situationRows(incident: Incident, handbook: Handbook, longest: number): readonly CardRow[] {
  const { situation, update, reported, milestones } = incident;
  const day = milestones.declared?.at;
  const said = (text: string | undefined): string | undefined => text && quoteText(text, { limit: longest });
  const next = nextUpdateDue(incident, handbook);
  const told = update && `${said(update.text)} (${login(update.by)}, ${formatTime(update.at, handbook.zone, day)})`;
  return rows({
    'By itself': wishLine(incident, handbook),
    Reminders: snoozeText(incident, handbook),
    Called: ladderText(incident, handbook),
    Type: typeText(incident, handbook),
    Impact: said(situation.impact) ?? missing('/impact …'),
    'What is known': said(situation.summary) ?? told ?? missing('/summary …'),
    'Last update': situation.summary ? (told ?? undefined) : undefined,
    'Next update due': next === null ? undefined : formatTime(next, handbook.zone, day),
    Workaround: said(situation.workaround),
    Solution: said(situation.solution),
    'Fix expected': said(situation.eta),
    Services: incident.services.length > 0 ? servicesOf(incident) : missing('/affects +service'),
    'Not a known service': unknownText(incident, handbook),
    Promised: promisedText(incident, handbook),
    Symptoms: said(reported.symptoms),
    'Users affected': said(reported['users-affected']),
    'Business functions': said(reported.functions),
    Urgency: said(reported.urgency),
    'How detected': said(reported['how-detected']),
    Bridge: said(situation.bridge),
    Channel: said(situation.channel),
    'Also here': incident.joined.length > 0 ? listed(incident.joined.slice(0, 50).map(login)) : undefined,
  });
}

/** Only where there is more than one type to tell it from. */
function typeText({ type }: Incident, handbook: Handbook): string | undefined {
  if (handbook.types.length < 2) return undefined;
  const name = typeName(handbook, type.current);
  if (type.said) return name;
  return handbook.classification === 'required' ? `${name}, until somebody says: ${toType('/type …')}` : name;
}

/** Rows of the values that are there, in the order given. */
export function rows(values: Readonly<Record<string, string | undefined>>): readonly CardRow[] {
  return Object.entries(values).flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

/** Names of the report that the team's files still do not tell, each with the line that puts the right one in its place. */
function snoozeText({ snooze, closed, milestones }: Incident, { zone }: Handbook): string | undefined {
  if (!snooze || closed) return undefined;
  const why = snooze.because ? `, because ${quoteText(snooze.because, { limit: 100 })}` : '';
  return `put off until ${formatTime(snooze.until, zone, milestones.declared?.at)} by ${login(snooze.by)}${why}; to take it back: \`/undo\``;
}

function unknownText({ unknownServices }: Incident, { services }: Handbook): string | undefined {
  const strange = unknownServices.filter(({ name }) => services.length > 0 && !services.some(({ id }) => id === name));
  const told = strange.slice(0, 5).map(({ name, meant }) => {
    const word = quoteText(name, { limit: 60 });
    const typed = quoteToCopy(`/affects${meant === null ? '' : ` +${meant}`} -${name}`);
    return meant === null ? `${word}: ${typed}` : `${word}; did you mean ${code(meant)}: ${typed}`;
  });
  return told.length > 0 ? told.join(' · ') : undefined;
}

/** The strictest of what customers of the affected services were promised at this severity, with whose it is. */
function promisedText(incident: Incident, handbook: Handbook): string | undefined {
  const promised = contractPromises(incident, handbook);
  const told = promises.flatMap((kind) => {
    const made = promised[kind];
    if (!made) return [];
    const { name, hours } = made.customer;
    const when = hours === null ? '' : `, ${quoteOurs(hours, { limit: 100 })}`;
    return [`${kind} in ${termText(made.term)} (${quoteOurs(name, { limit: 80 })}${when})`];
  });
  return told.length > 0 ? told.join(', ') : undefined;
}

function missing(line: string): string {
  return `— ${toType(line)}`;
}
