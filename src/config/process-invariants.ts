// The process itself: it can be gone through to its end, by people who may.

import { type Handbook, isRight } from '../core/handbook.ts';
import { clockFindings } from './clock-invariants.ts';
import type { Finding } from './explain.ts';
import { ladderFindings } from './ladder-invariants.ts';
import { triageFindings } from './triage-invariants.ts';

/** What nobody could do, or would never end, although every name in the handbook is there. */
export function processFindings(handbook: Handbook): readonly Finding[] {
  return [
    ...deadEnds(handbook),
    ...gate(handbook),
    ...unfillable(handbook),
    ...undeclarable(handbook),
    ...approvals(handbook),
    ...clockFindings(handbook),
    ...ladderFindings(handbook),
    ...triageFindings(handbook),
  ];
}

/** Every status leads on to the last one, and the gate stands between `resolved` and it. */
function deadEnds({ statuses }: Handbook): readonly Finding[] {
  const last = statuses.at(-1)?.id ?? '';
  const ends = new Set([last]);
  for (let known = 0; known < ends.size; ) {
    known = ends.size;
    for (const { id, next } of statuses) if (next.some((one) => ends.has(one))) ends.add(id);
  }
  return statuses
    .filter(({ id }) => !ends.has(id))
    .map(({ id }) => ({
      path: ['statuses', id],
      of: 'key',
      what: `\`${id}\` is a dead end: nothing leads from it to \`${last}\`.`,
      suggestion: `Name under its \`next\` what may follow.`,
    }));
}

function gate({ statuses, types, checklist, postMortem }: Handbook): readonly Finding[] {
  const last = statuses.at(-1);
  const resolved = statuses.find(({ milestone }) => milestone === 'resolved');
  const found: Finding[] = [];
  if (last && resolved && last !== resolved && !resolved.next.includes(last.id)) {
    const what = `The gate never opens: \`${resolved.id}\` does not lead to \`${last.id}\`.`;
    found.push({ path: ['statuses', resolved.id, 'next'], of: 'value', what, suggestion: `Add \`${last.id}\`.` });
  }
  if (!types.some(({ private: closed }) => !closed)) {
    const suggestion = 'Leave `private` away at one of them.';
    found.push({ path: ['types'], of: 'key', what: 'Every type is private.', suggestion });
  }
  for (const { id, provedBy, severities } of checklist) {
    const never = severities.filter((one) => !postMortem.requiredAt.includes(one));
    if (provedBy === 'post-mortem-merged' && severities.length > 0 && never.length === severities.length) {
      const what = `No post-mortem is opened at ${never.join(', ')}: \`${id}\` can never be proved there.`;
      found.push({ path: ['checklist', id, 'severities'], of: 'value', what, suggestion: 'Take `proved-by` away.' });
    }
  }
  return found;
}

/** A role that must be held can be. */
function unfillable({ roles, types, security }: Handbook): readonly Finding[] {
  const secret = types.some((type) => type.private && type.roles) && security.roles.length > 0;
  const secrets = types.filter((type) => type.private).map((type) => type.id);
  return roles.flatMap(({ id, notWith, requiredAt, requiredFor, standsInFor }): readonly Finding[] => {
    if (notWith.includes(id)) {
      const what = `Nobody can hold \`${id}\`: it cannot be combined with itself.`;
      return [{ path: ['roles', id, 'not-with'], of: 'value', what, suggestion: `Take \`${id}\` away there.` }];
    }
    if (standsInFor === id) {
      const what = `\`${id}\` stands in for itself.`;
      return [{ path: ['roles', id, 'stands-in-for'], of: 'value', what, suggestion: 'Name another role.' }];
    }
    const key = requiredFor.some((type) => secrets.includes(type)) ? 'required-for' : 'required-at';
    if (secret && (requiredAt.length > 0 || key === 'required-for') && !security.roles.includes(id)) {
      const what = `\`${id}\` must be held, but nobody may take it in a private matter.`;
      const suggestion = `Add \`${id}\` to \`security.roles\`, or set \`roles: false\` at the private type.`;
      return [{ path: ['roles', id, key], or: ['security', 'roles'], of: 'value', what, suggestion }];
    }
    return [];
  });
}

/** A severity that somebody can say, and an unsure report that stays an incident. */
function undeclarable({ severities, unsure, major, roles }: Handbook): readonly Finding[] {
  const rank = (id: string): number => severities.findIndex((one) => one.id === id);
  return severities.flatMap(({ id, setBy, becomes }): readonly Finding[] => {
    const held = setBy.filter((by) => isRight(by) || roles.some((role) => role.id === by));
    if (setBy.length > 0 && held.length === 0) {
      const what = `Nobody may declare \`${id}\`: none of these roles is there.`;
      return [{ path: ['severities', id, 'set-by'], of: 'value', what, suggestion: 'Name `lead`, or a role.' }];
    }
    if (becomes && (unsure.severity === id || rank(id) <= rank(major))) {
      const why = unsure.severity === id ? 'what an unsure report counts as' : 'at or above the line';
      const what = `\`${id}\` is no incident (\`becomes\`), but it is ${why}.`;
      return [{ path: ['severities', id, 'becomes'], of: 'key', what, suggestion: 'Take `becomes` away.' }];
    }
    return [];
  });
}

/** Where somebody else must approve, there is somebody else. */
function approvals({ audiences, roles }: Handbook): readonly Finding[] {
  return audiences.flatMap(({ id, owner, approval, secondPerson }) =>
    Object.entries(approval).flatMap(([severity, by]): readonly Finding[] => {
      const path = ['audiences', id, 'approval', severity];
      if (by.length === 0) {
        const suggestion = 'Name a role, or take the line away: then the author may publish.';
        return [{ path, of: 'value', what: `Nobody may approve at \`${severity}\`.`, suggestion }];
      }
      const alone = by.length === 1 && by[0] === owner && roles.find((role) => role.id === owner)?.holders === 'one';
      if (!secondPerson || !alone) return [];
      const what = `At \`${severity}\` only \`${owner}\` may approve, who also writes: there is no second person.`;
      return [{ path, of: 'value', what, suggestion: 'Name another role.' }];
    }),
  );
}
