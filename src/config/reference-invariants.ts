// References: every severity, role and command that a handbook speaks of is there.
import type { Handbook, Proof } from '../core/handbook.ts';
import { type Finding, nameOf } from './explain.ts';
import type { Known } from './invariants.ts';
import { didYouMean } from './nearest.ts';
import type { Step } from './place.ts';

/** What a handbook names and does not have. */
export function referenceFindings(handbook: Handbook, known: Known): readonly Finding[] {
  return [
    ...severityReferences(handbook),
    ...roleReferences(handbook),
    ...commandReferences(handbook, known),
    ...proofs(handbook),
  ];
}

function severityReferences(handbook: Handbook): readonly Finding[] {
  const ids = handbook.severities.map(({ id }) => id);
  if (ids.length === 0) {
    return [{ path: ['severities'], of: 'key', what: '`severities` is empty.', suggestion: 'Name at least one.' }];
  }
  const named: readonly (readonly [readonly Step[], string])[] = [
    [['major'], handbook.major],
    [['unsure', 'severity'], handbook.unsure.severity],
    ...Object.entries(handbook.matrix).flatMap(([impact, row]) =>
      Object.entries(row).map(([urgency, id]) => [['matrix', impact, urgency], id] as const),
    ),
    ...handbook.roles.flatMap((role) =>
      role.requiredAt.map((id, at) => [['roles', role.id, 'required-at', at], id] as const),
    ),
    ...handbook.postMortem.requiredAt.map((id, at) => [['post-mortem', 'required-at', at], id] as const),
  ];
  return named.flatMap(([path, id]) => missing(path, id, ids, 'severity'));
}

function roleReferences({ roles, checklist }: Handbook): readonly Finding[] {
  const ids = roles.map(({ id }) => id);
  const owed = checklist.flatMap(({ id, role }) =>
    role === null ? [] : missing(['checklist', id, 'role'], role, ids, 'role'),
  );
  if (ids.length === 0 || roles.some(({ leads }) => leads)) return owed;
  const what = 'No role leads: nobody without maintain access could close an incident anyway.';
  return [...owed, { path: ['roles'], of: 'key', what, suggestion: 'Write `leads: true` at one of the roles.' }];
}

/** Commands that give roles away; a role never lets its holder say them (decision 19). */
const giving = ['role', 'takeover'];

function commandReferences(handbook: Handbook, { commands }: Known): readonly Finding[] {
  const inMay = handbook.roles.flatMap((role) =>
    role.may.map((name, at) => ({ path: ['roles', role.id, 'may', at], name })),
  );
  const forbidden = inMay
    .filter(({ name }) => giving.includes(name))
    .map(
      ({ path, name }): Finding => ({
        path,
        of: 'value',
        what: `A role cannot let its holder say \`/${name}\`.`,
        suggestion: 'Take it away.',
      }),
    );
  if (!commands) return forbidden;
  const named = [
    ...inMay.map((one) => ({ ...one, of: 'value' as const })),
    ...Object.keys(handbook.who).map((name) => ({ path: ['who', name], name, of: 'key' as const })),
    ...Object.entries(handbook.aliases).map(([word, name]) => ({
      path: ['aliases', word],
      name,
      of: 'value' as const,
    })),
  ];
  return [...forbidden, ...named.flatMap(({ path, name, of }) => missing(path, name, commands, 'command', of))];
}

/** Proofs that some handbooks can never bring. */
const impossible: Readonly<Partial<Record<Proof, (handbook: Handbook) => boolean>>> = {
  identified: ({ statuses }) => !statuses.some(({ milestone }) => milestone === 'identified'),
  'post-mortem-merged': ({ postMortem }) => postMortem.requiredAt.length === 0,
};

function proofs(handbook: Handbook): readonly Finding[] {
  return handbook.checklist.flatMap(({ id, provedBy }): readonly Finding[] => {
    if (provedBy === null || !impossible[provedBy]?.(handbook)) return [];
    const what = `\`${provedBy}\` can never become true in this handbook.`;
    return [{ path: ['checklist', id, 'proved-by'], of: 'value', what, suggestion: 'Take `proved-by` away.' }];
  });
}

type Kind = 'severity' | 'role' | 'command';
const tables: Readonly<Record<Kind, string>> = { severity: 'severities', role: 'roles', command: 'commands' };

function missing(
  path: readonly Step[],
  name: string,
  there: readonly string[],
  kind: Kind,
  of: 'key' | 'value' = 'value',
): readonly Finding[] {
  if (there.includes(name)) return [];
  const namer = nameOf(of === 'key' ? path.slice(0, -1) : path);
  const what = `${namer} names the ${kind} \`${name}\`, which is not there.`;
  return [{ path, or: [tables[kind], name], of, what, suggestion: didYouMean(name, there) }];
}
