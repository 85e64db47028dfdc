// The situation report (`/sitrep`): what was reported, times, how fast the response was, who did what, what solved it, who was hit.
import { type Handbook, milestones, type Need, statusFor } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { itemsFor } from '../core/items-for.ts';
import { linesToSay } from '../core/on-record.ts';
import { formatSpan, formatTime, minutesBetween } from '../time/time.ts';
import { rows } from './card-situation.ts';
import { durationText, measureName, measures } from './durations.ts';
import { listed, login, severityName, statusName, toType } from './names.ts';
import { quoteText } from './quote.ts';
import { nextUpdateText, rolesOf, servicesOf } from './record-summary.ts';

/** A list of what is known, Markdown; what is missing is said to be. Times in the handbook's zone and UTC. @param asked when, ISO UTC */
export function situationReport(incident: Incident, handbook: Handbook, asked: string): string {
  const { reported, situation } = incident;
  const say = (text: string | undefined): string | undefined => text && quoteText(text, { limit: 200 });
  const when = (at: string): string => formatTime(at, handbook.zone, incident.milestones.declared?.at);
  const report = rows({
    Reported: `${quoteText(incident.title, { limit: 200 })}, by ${login(incident.declaredBy)}${reported.symptoms ? `: ${say(reported.symptoms)}` : ''}`,
    Severity: severityText(incident, handbook),
    Status: statusName(handbook, incident.status),
    Times: timesText(incident, handbook),
    Response: responseText(incident),
    Roles: rolesOf(incident, handbook),
    'What is known': say(situation.summary ?? incident.update?.text) ?? 'nothing yet',
    'Next update': nextUpdateText(incident, handbook, when, asked) ?? undefined,
    Solution: solutionText(incident, handbook),
    Impact: say(situation.impact) ?? notTold('impact', incident, handbook),
    'Affected services': incident.services.length > 0 ? servicesOf(incident) : 'none named',
    'Users affected': say(reported['users-affected']) ?? notTold('users-affected', incident, handbook),
    'Business functions': say(reported.functions),
  });
  return report.map(({ name, text }) => `- **${name}**: ${text}`).join('\n');
}

/** What an item of the checklist needs and nobody has told yet; where none needs it, nothing. */
function notTold(need: Need, incident: Incident, handbook: Handbook): string | undefined {
  const needed = itemsFor(incident, handbook).some((item) => item.needs.includes(need));
  return needed ? `not told yet: ${toType(linesToSay[need])}` : undefined;
}

/** The spans that can be told, and the moments without which the others cannot. */
function responseText(incident: Incident): string {
  const { declared, acknowledged } = incident.milestones;
  const answered =
    declared && acknowledged && declared.at <= acknowledged.at
      ? [`answered ${formatSpan(minutesBetween(declared.at, acknowledged.at))} after the report`]
      : [];
  const known = measures
    .filter(({ from, to }) => incident.milestones[from] && incident.milestones[to])
    .map((measure) => `${measureName(measure).toLowerCase()} ${durationText(measure, incident)}`);
  const gaps = (['started', 'detected'] as const).filter((name) => !incident.milestones[name]);
  const mend = gaps.length > 0 ? [`not on record: ${listed(gaps.map((name) => toType(`/${name} HH:MM`)))}`] : [];
  return [...answered, ...known, ...mend].join('; ') || 'nothing to tell yet';
}

function severityText({ severity }: Incident, handbook: Handbook): string {
  const { current, peak, assumed } = severity;
  const worst = peak === current ? '' : `, at its worst ${severityName(handbook, peak)}`;
  return `${severityName(handbook, current)}${assumed ? ' (assumed)' : ''}${worst}`;
}

function timesText(incident: Incident, handbook: Handbook): string {
  const day = incident.milestones.declared?.at;
  const known = milestones.flatMap((name) => {
    const mark = incident.milestones[name];
    return mark ? [`${name} ${formatTime(mark.at, handbook.zone, day)}${mark.inferred ? ' (*inferred*)' : ''}`] : [];
  });
  return known.join(', ');
}

/** The last decision is the best known answer to "what solved it", then why it was called resolved; before that, the workaround. */
function solutionText({ timeline, situation, milestones: reached }: Incident, handbook: Handbook): string {
  if (situation.solution) return quoteText(situation.solution, { limit: 200 });
  const decision = timeline.findLast(({ fact }) => fact?.kind === 'note' && fact.note === 'decision')?.fact;
  if (decision?.kind === 'note') return quoteText(decision.text, { limit: 200 });
  const resolved = statusFor(handbook, 'resolved')?.id;
  const turn = timeline.findLast(({ fact }) => fact?.kind === 'status' && fact.status === resolved)?.fact;
  if (reached.resolved && turn?.kind === 'status' && turn.because) return quoteText(turn.because, { limit: 200 });
  if (situation.workaround) return `workaround: ${quoteText(situation.workaround, { limit: 200 })}`;
  return reached.resolved ? 'resolved; how is not on record: `/solution …`' : 'none yet';
}
