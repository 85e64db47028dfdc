// Whether a post-mortem's page of a repository's own can be filled in, tried on incidents that we make up.

import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { replay } from '../core/replay.ts';
import type { Fact } from '../core/timeline.ts';
import { postMortemPage } from './post-mortem-page.ts';
import { compileTemplates } from './templates.ts';

/** What is wrong with a page, and where: lines and columns from 1. */
export interface PageFault {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** The fault that keeps a page from being filled in, with little on record or with much; null: it can be. */
export function pageFault(text: string, handbook: Handbook): PageFault | null {
  try {
    const templates = compileTemplates({ page: text });
    for (const incident of [madeUp(handbook, few), madeUp(handbook, many)]) {
      const view = { incident, handbook, issue, repository: { url: 'https://github.com/acme/ops' }, owner: null };
      const comments = [{ by: person, at, body: 'A word in between', url: issue.url }];
      postMortemPage({ ...view, comments: incident.tenures.length > 0 ? comments : [] }, templates, 'page');
    }
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

const issue = { number: 1, url: 'https://github.com/acme/ops/issues/1' };
const person = { id: 'U_1', login: 'somebody', bot: false };
const at = '2026-03-02T10:00:00Z';

type Made = (handbook: Handbook) => readonly Fact[];

const few: Made = () => [];

const many: Made = ({ roles, statuses }) => [
  ...roles.slice(0, 1).map(
    ({ id }): Fact => ({
      kind: 'role',
      role: id,
      change: 'taken',
      holder: person,
      before: null,
    }),
  ),
  { kind: 'milestone', milestone: 'started' },
  { kind: 'situation', field: 'summary', text: 'What is known' },
  { kind: 'situation', field: 'impact', text: 'Who is hurt' },
  { kind: 'services', add: ['shop'], remove: [] },
  { kind: 'note', note: 'decision', text: 'What was decided' },
  { kind: 'note', note: 'todo', text: 'What is to be done' },
  ...statuses
    .filter(({ milestone }) => milestone === 'resolved')
    .map(({ id }): Fact => ({ kind: 'status', status: id })),
];

function madeUp(handbook: Handbook, facts: Made): Incident {
  const severity = handbook.severities[0]?.id ?? '';
  const pinned = { id: handbook.id, oid: null };
  const told = { severity, assumed: false, backfilled: false, title: 'Something is down', handbook: pinned };
  const entries = [{ kind: 'declared' as const, ...told }, ...facts(handbook)].map(
    (fact, order): Entry => ({ source: `comment:${order}:00000000`, by: person, saidAt: at, order, fact }),
  );
  const incident = replay(entries, handbook);
  if (!incident) throw new Error('What was declared is an incident');
  return incident;
}

/** Handlebars tells the place beside its message, or in it. */
function faultOf(error: unknown): PageFault {
  const { message, lineNumber, column } = error as { message?: string; lineNumber?: number; column?: number };
  const [first = ''] = (message ?? 'It cannot be filled in').split('\n');
  const line = lineNumber ?? Number(/(?:line |- )(\d+)/.exec(first)?.[1] ?? 1);
  if (/^(Parse|Lexical) error/.test(first)) {
    const unclosed = (message ?? '').includes("got 'EOF'");
    const what = unclosed
      ? 'A field or block is not closed, as in `{{#if title}}…{{/if}}`'
      : 'From here on it is no Handlebars; a field is written `{{title}}`';
    return { line, column: (column ?? 0) + 1, what };
  }
  const what = first
    .replace(/ in \[object \w+\]/, '')
    .replace(/ - \d+:\d+$/, '')
    .replace(/:$/, '');
  return { line, column: (column ?? 0) + 1, what };
}
