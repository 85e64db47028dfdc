import { eventShape } from '../shape/event.ts';
import { issueIn } from './issues.ts';
import { paged, type Route } from './route.ts';

/** What happened to an issue besides comments, oldest first. */
export const eventRoutes: readonly Route[] = [
  {
    name: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
    answer: (call) => {
      const shapes = issueIn(call).timeline.flatMap((item) => {
        return (item.kind === 'IssueComment' ? null : eventShape(item)) ?? [];
      });
      return paged(call, shapes, (shape) => shape);
    },
  },
];
