// The ordinary issue that an incident of a low level goes on as: what was reported, so that nobody has to ask again.
import type { IssueText, IssueView } from './issue-view.ts';
import { login, severityName } from './names.ts';
import { quoteText, quoteTitle } from './quote.ts';
import { servicesOf } from './record-summary.ts';
import { carriedOverWords } from './replies/carried-over-words.ts';

/** Its title is the incident's; its body names the incident first and ends with the way back. */
export function carriedOver({ incident, handbook, issue }: IssueView): IssueText {
  const severity = severityName(handbook, incident.severity.current);
  const { why, wayBack } = carriedOverWords(issue.number, severity);
  const { situation, reported, services } = incident;
  const say = (text: string | undefined): string | undefined => text && quoteText(text, { limit: 200 });
  const told = {
    Summary: say(situation.summary),
    Symptoms: say(reported.symptoms),
    Impact: say(situation.impact),
    Services: services.length > 0 ? servicesOf(incident) : undefined,
    'Users affected': say(reported['users-affected']),
    Workaround: say(situation.workaround),
    'Reported by': issue.by ? login(issue.by) : undefined,
  };
  const rows = Object.entries(told).flatMap(([name, text]) => (text ? [`- **${name}** ${text}`] : []));
  return {
    title: quoteTitle(incident.title, 250) || `#${issue.number}`,
    body: [why, rows.join('\n'), wayBack].filter((part) => part !== '').join('\n\n'),
  };
}
