// A sub-team's issue, and its line on the card.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { openSubTeams, reportingTo, subTeamKey, subTeamOf } from '../core/sub-team.ts';
import type { SubTeamState } from '../core/sub-team-fact.ts';
import { formatTime } from '../time/time.ts';
import type { CardView } from './card-view.ts';
import type { IssueText, IssueView } from './issue-view.ts';
import { code, listed, login, mention, toType } from './names.ts';
import { quoteOurs, quoteText, quoteTitle } from './quote.ts';
import { subTeamWords } from './replies/sub-team-words.ts';

/** Its title tells incident, name and task; its body calls the leader and the others, once. */
export function subTeamIssue({ incident, handbook, issue }: IssueView, source: string): IssueText {
  const begun = subTeamOf(incident, source);
  if (!begun) throw new Error('A sub-team has an issue because of the words that began it');
  const { leader, members = [], minutes, text, team } = begun;
  const name = nameOf(team, handbook);
  const { why, end } = subTeamWords({ number: issue.number, name, team });
  const lines = [
    `- **Leader** ${mention(leader)}`,
    ...(members.length > 0 ? [`- **With** ${listed(members.slice(0, 20).map(mention))}`] : []),
    `- **Task** ${quoteText(text, { limit: 200 })}`,
    ...(minutes === undefined ? [] : [`- **Time box** ${minutes} min from ${formatTime(begun.at, handbook.zone)}`]),
  ];
  return { title: quoteTitle(`${name}: ${text}`, 250), body: [why, lines.join('\n'), end].join('\n\n') };
}

/** A line for each sub-team at work. Numbers may still be stand-ins. */
export function subTeamLines({ incident, handbook, opened }: CardView, longest: number): readonly string[] {
  return openSubTeams(incident)
    .slice(0, 12)
    .map((one) => {
      const issue = opened.find(({ key }) => key === subTeamKey(one));
      const closed = issue?.state === 'closed' ? ' (closed)' : '';
      const link = issue ? ` [#${issue.number}](${issue.url})${closed}` : '';
      return `**${nameOf(one.team, handbook)}** ${teamText(one, incident, handbook, longest)}${link} ${toType(`/team ${one.team} done`)}`;
    });
}

function teamText(
  { leader, members = [], minutes, text, at }: SubTeamState,
  incident: Incident,
  handbook: Handbook,
  longest: number,
) {
  const since = formatTime(at, handbook.zone, incident.milestones.declared?.at);
  const others = members.length > 0 ? ` with ${listed(members.slice(0, 20).map(login))}` : '';
  const box = minutes === undefined ? '' : `, ${minutes} min`;
  return `${login(leader)}${others}: ${quoteText(text, { limit: longest })} (since ${since}${box})`;
}

/** How many report to who leads, where the handbook says that it is too many; null: not too many. */
export function tooMany(
  incident: Incident,
  handbook: Handbook,
): { readonly count: number; readonly most: number } | null {
  const most = handbook.subTeams.mostReports;
  if (most === null || incident.closed) return null;
  const count = reportingTo(incident, handbook).length;
  return count > most ? { count, most } : null;
}

function nameOf(id: string, { subTeams }: Handbook): string {
  const found = subTeams.teams.find((one) => one.id === id);
  return found ? quoteOurs(found.name, { limit: 60 }) : code(id);
}
