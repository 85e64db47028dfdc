// Statuses: a way from the first to the last, and one status for each milestone.
import type { Handbook, Status } from '../core/handbook.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';

/** What is unsound in the statuses of a handbook. */
export function statusFindings(handbook: Handbook): readonly Finding[] {
  if (handbook.statuses.length < 2) {
    const suggestion = 'Name the one that an incident begins with and the one that closes it.';
    return [{ path: ['statuses'], of: 'key', what: '`statuses` needs at least two.', suggestion }];
  }
  return [...unknownNext(handbook), ...unreachable(handbook), ...milestonesTwice(handbook), ...ends(handbook)];
}

function unknownNext({ statuses }: Handbook): readonly Finding[] {
  const ids = statuses.map(({ id }) => id);
  return statuses.flatMap((status) =>
    status.next.flatMap((next, index): readonly Finding[] =>
      ids.includes(next)
        ? []
        : [
            {
              path: ['statuses', status.id, 'next', index],
              or: ['statuses', next],
              of: 'value',
              what: `\`${status.id}\` goes on to \`${next}\`, which is no status.`,
              suggestion: didYouMean(next, ids),
            },
          ],
    ),
  );
}

function unreachable({ statuses }: Handbook): readonly Finding[] {
  const first = statuses[0] as Status;
  const reached = new Set([first.id]);
  for (const id of reached) for (const next of statuses.find((one) => one.id === id)?.next ?? []) reached.add(next);
  return statuses
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({
      path: ['statuses', id],
      of: 'key',
      what: `No way leads from \`${first.id}\` to the status \`${id}\`.`,
      suggestion: `Name \`${id}\` under \`next\` of the status before it.`,
    }));
}

function milestonesTwice({ statuses }: Handbook): readonly Finding[] {
  return statuses.flatMap((status, index): readonly Finding[] => {
    const other = statuses
      .slice(0, index)
      .find(({ milestone }) => milestone !== null && milestone === status.milestone);
    if (!other) return [];
    const what = `The milestone \`${status.milestone}\` is set by \`${other.id}\` and by \`${status.id}\`.`;
    const path = ['statuses', status.id, 'milestone'];
    const or = ['statuses', other.id, 'milestone'];
    return [{ path, or, of: 'value', what, suggestion: 'Leave it with one of them.' }];
  });
}

function ends({ statuses, relapse }: Handbook): readonly Finding[] {
  const last = statuses.at(-1) as Status;
  const found: Finding[] = [];
  if (last.milestone !== 'closed') {
    const what = `The last status, \`${last.id}\`, must set the milestone \`closed\`.`;
    found.push({ path: ['statuses', last.id], of: 'key', what, suggestion: 'Write `milestone: closed` there.' });
  }
  if (!statuses.some(({ milestone }) => milestone === 'resolved')) {
    const what = 'No status sets the milestone `resolved`.';
    found.push({ path: ['statuses'], of: 'key', what, suggestion: 'Write `milestone: resolved` at one of them.' });
  }
  const active = statuses.filter(({ milestone }) => milestone !== 'closed' && milestone !== 'resolved');
  if (!active.some(({ id }) => id === relapse)) {
    const what = `A relapse cannot go back to \`${relapse}\`.`;
    const suggestion = didYouMean(
      relapse,
      active.map(({ id }) => id),
    );
    found.push({ path: ['relapse'], or: ['statuses', relapse], of: 'value', what, suggestion });
  }
  return found;
}
