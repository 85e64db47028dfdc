// Checklist, post-mortem and other issues: where to go from the card.
import { openSubTeams, subTeamKey } from '../core/sub-team.ts';
import type { CardRow } from './card-situation.ts';
import { rows } from './card-situation.ts';
import type { CardView } from './card-view.ts';
import { code, issueLink, toType } from './names.ts';
import { quoteText } from './quote.ts';
import { postMortemDates } from './replies/post-mortem-plan.ts';

/** Rows of what this incident is tied to. Addresses and numbers may still be stand-ins. */
export function linkRows(view: CardView): readonly CardRow[] {
  const { links } = view.incident;
  return rows({
    Checklist: checklistText(view),
    'Post-mortem': postMortemText(view),
    Opened: openedText(view),
    'Duplicate of': links.duplicate === null ? undefined : issueLink(links.duplicate, view.repository.url),
    Related: related(links.related, view.repository.url),
    Parent: links.parent === null ? undefined : issueLink(links.parent, view.repository.url),
  });
}

/** Markdown link to the post-mortem's pull request, or null. */
export function pullLink({ postMortem, repository }: CardView): string | null {
  return postMortem.number === null ? null : `[#${postMortem.number}](${repository.url}/pull/${postMortem.number})`;
}

function checklistText({ checklist }: CardView): string | undefined {
  if (!checklist || checklist.items.length === 0) return undefined;
  const { items, url } = checklist;
  const open = items.filter((item) => !item.done).map((item) => code(item.id));
  const state = `${items.length - open.length} of ${items.length}`;
  const linked = url === null ? state : `[${state}](${url})`;
  const done = items.filter((item) => item.done).map((item) => code(item.id));
  if (open.length === 0) return `${linked}, all done`;
  const rest = done.length > 0 ? `; done: ${done.join(', ')}` : '';
  return `${linked}, open: ${open.join(', ')}${rest}`;
}

function postMortemText(view: CardView): string | undefined {
  const { postMortem, incident, handbook } = view;
  const pull = pullLink(view);
  if (postMortem.state === 'merged') return `merged: ${pull ?? ''}`;
  if (postMortem.state === 'open')
    return `${pull ?? 'open'}: fill in, review, merge${postMortemDates(incident, handbook)}`;
  if (postMortem.state === 'closed')
    return `${pull ?? ''} was closed unmerged: ${toType('/postmortem')} opens it again`;
  if (incident.postMortem.refused !== null)
    return `GitHub refused it: ${quoteText(incident.postMortem.refused, { limit: 200 })}. Then: ${toType('/postmortem')}`;
  return postMortem.required ? 'opens as a pull request at resolved' : undefined;
}

/** Sub-teams have lines of their own while they are at work. */
function openedText({ incident, ...view }: CardView): string | undefined {
  const atWork = openSubTeams(incident).map(subTeamKey);
  const opened = view.opened.filter(({ key }) => !atWork.includes(key));
  if (opened.length === 0) return undefined;
  const shown = opened.slice(0, 20).map(({ number, url, title, state }) => {
    return `[#${number}](${url}) ${quoteText(title, { limit: 80 })}${state === 'closed' ? ' (closed)' : ''}`;
  });
  return opened.length > 20 ? `${shown.join(', ')} and ${opened.length - 20} more` : shown.join(', ');
}

function related(issues: readonly string[], repository: string): string | undefined {
  return issues.length === 0
    ? undefined
    : issues
        .slice(0, 20)
        .map((issue) => issueLink(issue, repository))
        .join(', ');
}
