// The post-mortem as a pull request: one file already filled in from the record, and what is left to people.

import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { templateFor } from '../core/post-mortem-terms.ts';
import { localDate } from '../time/time.ts';
import { login } from './names.ts';
import { postMortemPage } from './post-mortem-page.ts';
import type { PostMortemView } from './post-mortem-view.ts';
import { quoteTitle } from './quote.ts';
import { postMortemChecks, postMortemPlan } from './replies/post-mortem-plan.ts';
import { slugOf } from './slug-of.ts';
import type { Templates } from './templates.ts';
import { withSections } from './with-sections.ts';

export interface PostMortem {
  /** `<folder>/<year>/<date>-<issue>-<slug>.md`. */
  readonly path: string;
  readonly title: string;
  readonly body: string;
  readonly text: string;
  /** Of the commit, without the line that finds it again. */
  readonly message: string;
}

/**
 * Everything a pull request needs. The file stays below 200 kB. Neither title, body nor message closes or names another issue.
 * Uses the handbook's template below `post-mortems/` (or by its own name) and `post-mortem-pull`.
 */
export function renderPostMortem(view: PostMortemView, templates: Templates): PostMortem {
  const { incident, handbook, issue } = view;
  const title = quoteTitle(incident.title, 220) || 'incident';
  const name = templateFor(incident, handbook);
  const template = `post-mortems/${name}`;
  const page = postMortemPage(view, templates, templates.has(template) ? template : name);
  return {
    path: pathOf(incident, handbook, issue.number),
    title: `Post-mortem: ${title} (#${issue.number})`,
    body: templates.render('post-mortem-pull', {
      issue: `[#${issue.number}](${issue.url})`,
      reviewer: view.owner ? login(view.owner) : '',
      plan: postMortemPlan(incident, handbook),
      checks: postMortemChecks(handbook),
    }),
    text: withSections(page, handbook.postMortem.sections),
    message: `Post-mortem: ${title}`,
  };
}

/** The date is the local one on which the incident started, else was detected, else was declared. */
function pathOf({ milestones, title }: Incident, handbook: Handbook, issue: number): string {
  const first = milestones.started ?? milestones.detected ?? milestones.declared;
  if (!first) throw new Error('An incident was declared at some time');
  const date = localDate(first.at, handbook.zone);
  const folder = handbook.postMortem.folder.replace(/^\/+/, '').replace(/\/+$/, '');
  return `${folder}/${date.slice(0, 4)}/${date}-${issue}-${slugOf(title)}.md`;
}
