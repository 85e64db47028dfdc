// The visible part of the status card: what a tired person needs, the next step first.
import type { Task } from '../core/incident.ts';
import type { Problem } from '../core/snapshot.ts';
import { formatTime } from '../time/time.ts';

import { serviceLines } from './affected-rows.ts';

import { calledLines } from './called-tasks.ts';

import { clockRows } from './card-clocks.ts';
import { linkRows, pullLink } from './card-links.ts';
import { milestoneRows } from './card-milestones.ts';
import { dutyLists, roleRows } from './card-roles.ts';
import { headline, sinceLine, situationRows } from './card-situation.ts';
import type { CardView } from './card-view.ts';
import { wordRows } from './card-words.ts';
import { login, toType } from './names.ts';
import { quoteCode, quoteText } from './quote.ts';
import { isOpen } from './record-summary.ts';
import { nextStepText } from './replies/next-steps.ts';
import { noticeText } from './replies/notices.ts';
import { subTeamLines } from './sub-team.ts';
import type { Templates } from './templates.ts';
import { newestLines } from './timeline-lines.ts';

/** The card's share of GitHub's 65,536 characters; the hidden ledger has the rest. */
const longestCard = 25_000;
/** Room for what stand-ins become and for the line that counts what was left out. */
const spare = 600;
/** Rows of the timeline that stand unfolded (decision 16). */
const unfolded = 30;
/** Characters of each text that people said, tried from the longest: the first that fits. */
const textLengths = [300, 120, 50, 20];

/**
 * The card as Markdown, at most 25,000 characters: texts of people are shortened and the oldest rows of the timeline left
 * out (and counted) where it would be longer. Never prints the present time (decision 7). Uses the template `card`.
 */
export function renderCard(view: CardView, templates: Templates): string {
  const { incident, handbook, issue } = view;
  for (const longest of textLengths) {
    const page = pageOf(view, longest);
    const room = longestCard - spare - templates.render('card', { ...page, ...told([], 0) }).length;
    if (room < 0 && longest !== textLengths.at(-1)) continue;
    const { lines, leftOut } = newestLines(incident, handbook, { zone: handbook.zone, issue: issue.url }, room);
    return templates.render('card', { ...page, ...told(lines, leftOut) });
  }
  throw new Error('A card has at least one length');
}

function pageOf(view: CardView, longest: number) {
  const { incident, handbook, postMortem } = view;
  const { confirmed } = incident;
  const scene = { incident, handbook, pull: pullLink(view) };
  const steps = view.next.length > 0 ? view.next : [nothingNext];
  return {
    headline: headline(incident, handbook),
    title: quoteText(incident.title, { limit: Math.max(longest, 80) }),
    since: sinceLine(incident, handbook),
    notices: view.notices.slice(0, 8).map((notice) => noticeText(notice)),
    next: steps.slice(0, 12).map((step) => nextStepText(step, scene)),
    clocks: clockRows(view.clocks, incident, handbook),
    situation: situationRows(incident, handbook, longest),
    roles: roleRows(incident, handbook).slice(0, 40),
    duties: confirmed && longest > 100 ? dutyLists(incident, handbook).slice(0, 12) : [],
    services: serviceLines(incident, handbook),
    milestones: milestoneRows(incident, handbook, postMortem.required || postMortem.state !== 'none'),
    unread: incident.unread.slice(0, 13).map(({ field, text }) => unreadText(field, text, longest)),
    tasks: taskLines(view, longest),
    teams: subTeamLines(view, longest),
    words: confirmed ? wordRows(incident, handbook, view.clocks) : [],
    called: confirmed ? calledLines(incident, handbook) : nothingCalled,
    links: linkRows(view),
    problems: view.problems.slice(0, 8).map((problem) => problemText(problem, longest)),
  };
}

const nothingCalled = { shown: [], folded: [], foldedCount: 0 };
const nothingNext = { role: null, step: 'nothing', about: '', command: '' } as const;

function told(lines: readonly string[], leftOut: number) {
  return { newest: lines.slice(0, unfolded), older: lines.slice(unfolded), leftOut };
}

function unreadText(field: string, text: string, longest: number): string {
  const line =
    field === 'severity' || field === 'type'
      ? `/${field}`
      : field === 'over'
        ? '/resolved at HH:MM'
        : `/${field} HH:MM`;
  return `**${quoteText(field, { limit: 30 })}** “${quoteText(text, { limit: Math.min(longest, 100) })}”: ${toType(line)}`;
}

function taskLines({ incident, handbook }: CardView, longest: number): readonly string[] {
  const open = incident.tasks.filter(isOpen);
  const lines = open.slice(0, 20).map((task) => taskText(task));
  return open.length > 20 ? [...lines, `${open.length - 20} more`] : lines;

  function taskText(task: Task): string {
    const since = formatTime(task.at, handbook.zone, incident.milestones.declared?.at);
    const box = task.minutes === null ? '' : `, ${task.minutes} min`;
    return `**${task.number}** ${login(task.who)}: ${quoteText(task.text, { limit: longest })} (since ${since}${box}) ${toType(`/task ${task.number} done`)}`;
  }
}

function problemText({ file, line, column, what, suggestion }: Problem, longest: number): string {
  const advice = suggestion ? ` ${quoteText(suggestion, { limit: longest })}` : '';
  return `${quoteCode(`${file}:${line}:${column}`)} ${quoteText(what, { limit: longest })}${advice}`;
}
