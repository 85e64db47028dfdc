// The ladder: what its triggers wait for can come.
import type { Handbook } from '../core/handbook.ts';
import type { Finding } from './explain.ts';

/** What is wrong with the triggers of a handbook. That the clocks they name are there is a matter of references. */
export function ladderFindings({ escalation, clocks }: Handbook): readonly Finding[] {
  return escalation.triggers.flatMap(({ id, when, clocks: named }): readonly Finding[] => {
    const path = ['escalation', 'triggers', id];
    if (when !== 'overdue') {
      if (named.length === 0) return [];
      const what = `The trigger \`${id}\` names clocks, which only \`when: overdue\` waits for.`;
      return [{ path: [...path, 'clocks'], of: 'key', what, suggestion: 'Write `when: overdue`, or take them away.' }];
    }
    if (named.length === 0) {
      const what = `The trigger \`${id}\` waits for a clock that it does not name.`;
      return [{ path: [...path, 'when'], of: 'value', what, suggestion: 'Write e.g. `clocks: [resolution]`.' }];
    }
    return named.flatMap((name, place): readonly Finding[] => {
      const clock = clocks.find((one) => one.id === name);
      if (!clock || clock.escalateAt !== null) return [];
      const what = `The trigger \`${id}\` waits for the clock \`${name}\`, which has no \`escalate-at\`.`;
      const suggestion = `Write \`clocks: {${name}: {escalate-at: 150%}}\`.`;
      return [{ path: [...path, 'clocks', place], of: 'value', what, suggestion }];
    });
  });
}
