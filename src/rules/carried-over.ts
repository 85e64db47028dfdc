// What an incident of a low level goes on as.
import { currentMilestone } from '../core/current-milestone.ts';
import type { Expectation } from '../core/expectation.ts';
import { carriedOverKey } from '../core/opened-issue.ts';
import type { Rule } from './rule.ts';

/** Grey: what these labels mean, the repository decides. */
const color = 'ededed';

/** The first time only: an incident that came back and went again goes on in the issue that it has. */
export const carriedOver: Rule = {
  name: 'carried-over',
  does: 'At a level that is no incident, an ordinary issue is opened once, with what was reported and a link back.',
  expect(_incident, handbook, _now, { record, snapshot }) {
    const cause = record.entries.find(({ fact }) => fact?.kind === 'carried-over');
    if (cause?.fact?.kind !== 'carried-over' || !record.fresh.has(cause.source)) return [];
    const { severity } = cause.fact;
    const becomes = handbook.severities.find(({ id }) => id === severity)?.becomes;
    if (!becomes) return [];
    const current = becomes.currentMilestone ? currentMilestone(snapshot.milestones, cause.saidAt) : null;
    const { labels } = becomes;
    return [
      ...labels.map((name): Expectation => ({ expect: 'repository-label', name, color, description: '' })),
      {
        expect: 'issue',
        key: carriedOverKey,
        cause,
        about: { page: 'carried-over' },
        labels,
        milestone: current?.id ?? null,
        parent: false,
      },
    ];
  },
};
