// The post-mortem's file: the record laid out for people, and headings for what only they know.
import { type Handbook, type Milestone, milestones } from '../core/handbook.ts';
import type { Incident, Tenure } from '../core/incident.ts';
import { milestonesUntilResolved } from '../core/milestone.ts';
import { formatSpan, formatTime } from '../time/time.ts';
import { type CardRow, rows } from './card-situation.ts';
import { activeMinutes, durationText, measureName, measures } from './durations.ts';
import { frontMatter } from './front-matter.ts';
import { code, login, roleName, severityName } from './names.ts';
import type { PostMortemView } from './post-mortem-view.ts';
import { quoteText } from './quote.ts';
import { servicesOf } from './record-summary.ts';
import type { Templates } from './templates.ts';
import { threadDigest } from './thread-digest.ts';
import { timelineLines } from './timeline-lines.ts';

/** Bytes of the whole file, and the timeline's share; what people said in the thread gets the rest. */
const longestFile = 190_000;
const longestTimeline = 90_000;

/** The file as Markdown below 200 kB; times are UTC, with the date where it is not the day of the declaration. */
export function postMortemPage(view: PostMortemView, templates: Templates, template: string): string {
  const { incident, handbook, issue, comments } = view;
  const timeline = withinBytes(timelineLines(incident, handbook, { zone: 'UTC', issue: issue.url }), longestTimeline);
  const page = {
    front: frontMatter(incident, handbook, issue),
    title: quoteText(incident.title, { limit: 250 }),
    issue: `[#${issue.number}](${issue.url})`,
    summary: summaryText(incident),
    severity: severityText(incident, handbook),
    roles: incident.tenures.slice(0, 200).map((tenure) => tenureText(tenure, incident, handbook)),
    impact: impactRows(incident),
    solution: quoteText(incident.situation.solution ?? '', { limit: 200 }),
    milestones: told(incident).map((name) => ({ name, text: markText(name, incident) })),
    when: Object.fromEntries(milestones.map((name) => [name, markText(name, incident)])),
    durations: durationRows(incident),
    responseTime: durationText({ from: 'declared', to: 'acknowledged' }, incident),
    timeline: timeline.kept,
    timelineLeftOut: timeline.leftOut,
    notes: noteLines(incident, ['decision', 'hypothesis', 'ruled-out']),
    actions: noteLines(incident, ['todo']),
  };
  const bare = templates.render(template, { ...page, thread: [], threadLeftOut: 0 });
  const thread = withinBytes(threadDigest(comments, incident), longestFile - bytes(bare));
  return templates.render(template, { ...page, thread: thread.kept, threadLeftOut: thread.leftOut });
}

function summaryText({ situation, update }: Incident): string {
  if (situation.summary) return quoteText(situation.summary, { limit: 200 });
  return update ? `Last update: ${quoteText(update.text, { limit: 200 })}` : '';
}

function severityText({ severity }: Incident, handbook: Handbook): string {
  const { first, peak, current, assumed } = severity;
  return `first ${severityName(handbook, first)}, peak ${severityName(handbook, peak)}, final ${severityName(handbook, current)}${assumed ? ' (assumed)' : ''}`;
}

function tenureText({ role, person, from, until, change }: Tenure, incident: Incident, handbook: Handbook): string {
  const when = (at: string): string => formatTime(at, 'UTC', incident.milestones.declared?.at);
  return `| ${roleName(handbook, role)} | ${login(person)} | ${when(from)} | ${until ? when(until) : 'to the end'} | ${change} |`;
}

function impactRows({ situation, reported, services, ...incident }: Incident): readonly CardRow[] {
  const say = (text: string | undefined): string | undefined => text && quoteText(text, { limit: 200 });
  return rows({
    Impact: say(situation.impact),
    'Users affected': say(reported['users-affected']),
    'Business functions': say(reported.functions),
    Services: services.length > 0 ? servicesOf({ situation, reported, services, ...incident }) : undefined,
    Symptoms: say(reported.symptoms),
    'How detected': say(reported['how-detected']),
    Workaround: say(situation.workaround),
  });
}

/** The page is opened before anybody can have reviewed or closed: that they did not yet is nothing that is missing. */
function told({ milestones: known }: Incident): readonly Milestone[] {
  return milestones.filter((name) => milestonesUntilResolved.some((one) => one === name) || known[name]);
}

function markText(name: Milestone, incident: Incident): string {
  const mark = incident.milestones[name];
  if (!mark) return 'missing';
  const when = formatTime(mark.at, 'UTC', incident.milestones.declared?.at);
  return `${when}${mark.inferred ? ' (*inferred*)' : ''}`;
}

function durationRows(incident: Incident): readonly CardRow[] {
  const active = activeMinutes(incident);
  return [
    ...measures.map((measure) => ({ name: measureName(measure), text: durationText(measure, incident) })),
    { name: 'Active time', text: active === null ? 'still active' : formatSpan(active) },
  ];
}

function noteLines(incident: Incident, kinds: readonly string[]): readonly string[] {
  return incident.timeline.flatMap(({ fact, by }) => {
    if (fact?.kind !== 'note' || !kinds.includes(fact.note)) return [];
    const kind = kinds.length > 1 ? `${code(fact.note)} ` : '';
    return [`${kind}${quoteText(fact.text, { limit: 200 })} (${login(by)})`];
  });
}

/** As many from the front as fit, each with a line end. */
function withinBytes(lines: readonly string[], room: number) {
  let used = 0;
  const first = lines.findIndex((line) => {
    used += bytes(line) + 2;
    return used > room;
  });
  const kept = first === -1 ? lines : lines.slice(0, first);
  return { kept, leftOut: lines.length - kept.length };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
