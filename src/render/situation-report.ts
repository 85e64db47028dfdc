// The situation report (`/sitrep`): what was reported, times, how fast the response was, who did what, what solved it, who was hit.
import { type Handbook, milestones } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime } from '../core/time.ts';
import { rows } from './card-situation.ts';
import { durationText, measures } from './durations.ts';
import { login, severityName, statusName } from './names.ts';
import { quoteText } from './quote.ts';
import { rolesOf, servicesOf } from './record-summary.ts';

/** A list of what is known, Markdown; what is missing is said to be. Times in the handbook's zone and UTC. */
export function situationReport(incident: Incident, handbook: Handbook): string {
  const { severity, reported, situation } = incident;
  const say = (text: string | undefined): string | undefined => text && quoteText(text, { limit: 200 });
  const report = rows({
    Reported: `${quoteText(incident.title, { limit: 200 })}, by ${login(incident.declaredBy)}${reported.symptoms ? `: ${say(reported.symptoms)}` : ''}`,
    Severity: `${severityName(handbook, severity.current)}${severity.assumed ? ' (assumed)' : ''}, at its worst ${severityName(handbook, severity.peak)}`,
    Status: statusName(handbook, incident.status),
    Times: timesText(incident, handbook),
    Response: measures.map((measure) => `${measure.name.toLowerCase()} ${durationText(measure, incident)}`).join('; '),
    Roles: rolesOf(incident, handbook),
    'What is known': say(situation.summary ?? incident.update?.text) ?? 'nothing yet',
    Solution: solutionText(incident),
    Impact: say(situation.impact),
    'Affected services': incident.services.length > 0 ? servicesOf(incident) : 'none named',
    'Users affected': say(reported['users-affected']),
    'Business functions': say(reported.functions),
  });
  return [...report.map(({ name, text }) => `- **${name}**: ${text}`), '', 'The whole story: `/catchup`'].join('\n');
}

function timesText(incident: Incident, handbook: Handbook): string {
  const day = incident.milestones.declared?.at;
  const known = milestones.flatMap((name) => {
    const mark = incident.milestones[name];
    return mark ? [`${name} ${formatTime(mark.at, handbook.zone, day)}${mark.inferred ? ' (*inferred*)' : ''}`] : [];
  });
  return known.join(', ');
}

/** The last decision is the best known answer to "what solved it"; before that, the workaround. */
function solutionText({ timeline, situation, milestones: reached }: Incident): string {
  const decision = timeline.findLast(({ fact }) => fact?.kind === 'note' && fact.note === 'decision')?.fact;
  if (decision?.kind === 'note') return quoteText(decision.text, { limit: 200 });
  if (situation.workaround) return `workaround: ${quoteText(situation.workaround, { limit: 200 })}`;
  return reached.resolved ? 'resolved; how is not on record: `/decision …`' : 'none yet';
}
