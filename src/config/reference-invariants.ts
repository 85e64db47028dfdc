// References: every severity, role and command that a handbook speaks of is there.
import type { Handbook, Proof } from '../core/handbook.ts';
import { type Finding, nameOf } from './explain.ts';
import type { KnownNames } from './known-names.ts';
import { didYouMean } from './nearest.ts';
import type { Step } from './place.ts';
import { kinds, type Reference, references } from './references.ts';

/** What a handbook names and does not have. */
export function referenceFindings(handbook: Handbook, known: KnownNames): readonly Finding[] {
  return [...named(handbook), ...nobodyLeads(handbook), ...commandReferences(handbook, known), ...proofs(handbook)];
}

function named(handbook: Handbook): readonly Finding[] {
  if (handbook.severities.length === 0) {
    return [{ path: ['severities'], of: 'key', what: '`severities` is empty.', suggestion: 'Name at least one.' }];
  }
  return references(handbook).flatMap(({ path, id, kind, of }) =>
    missing({ path, of, kind, table: kinds[kind] }, id, there(handbook, kind)),
  );
}

function there(handbook: Handbook, kind: Reference['kind']): readonly string[] {
  const table = kind === 'level' ? handbook.escalation.levels : handbook[kinds[kind] as Exclude<Tables, 'escalation'>];
  return table.map(({ id }) => id);
}

type Tables = (typeof kinds)[keyof typeof kinds];

function nobodyLeads({ roles }: Handbook): readonly Finding[] {
  if (roles.length === 0 || roles.some(({ leads }) => leads)) return [];
  const what = 'No role leads: nobody without maintain access could close an incident anyway.';
  return [{ path: ['roles'], of: 'key', what, suggestion: 'Write `leads: true` at one of the roles.' }];
}

/** Commands that give roles away; a role never lets its holder say them (decision 19). */
const giving = ['role', 'takeover'];

function commandReferences(handbook: Handbook, { commands }: KnownNames): readonly Finding[] {
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
  const spoken = [
    ...inMay.map((one) => ({ ...one, of: 'value' as const })),
    ...Object.keys(handbook.who).map((name) => ({ path: ['who', name], name, of: 'key' as const })),
    ...Object.entries(handbook.aliases).map(([word, name]) => ({
      path: ['aliases', word],
      name,
      of: 'value' as const,
    })),
  ];
  return [
    ...forbidden,
    ...spoken.flatMap(({ path, name, of }) =>
      missing({ path, of, kind: 'command', table: 'commands' }, name, commands),
    ),
  ];
}

/** Proofs that some handbooks can never bring. */
const impossible: Readonly<Partial<Record<Proof, (handbook: Handbook) => boolean>>> = {
  'post-mortem-merged': ({ postMortem }) => postMortem.requiredAt.length === 0,
};

function proofs(handbook: Handbook): readonly Finding[] {
  return handbook.checklist.flatMap(({ id, provedBy }): readonly Finding[] => {
    if (provedBy === null || !impossible[provedBy]?.(handbook)) return [];
    const what = `\`checklist.${id}\` waits for \`${provedBy}\`, which can never become true in this handbook.`;
    return [
      {
        path: ['checklist', id, 'proved-by'],
        or: ['statuses', provedBy],
        of: 'value',
        what,
        suggestion: `Write \`checklist: {${id}: {proved-by: null}}\`, or take the item out.`,
      },
    ];
  });
}

interface Place {
  readonly path: readonly Step[];
  readonly of: 'key' | 'value';
  /** What is named, and the table it should be in. */
  readonly kind: string;
  readonly table: string;
}

function missing({ path, of, kind, table }: Place, name: string, ids: readonly string[]): readonly Finding[] {
  if (ids.includes(name)) return [];
  const namer = nameOf(of === 'key' ? path.slice(0, -1) : path);
  const what = `${namer} names the ${kind} \`${name}\`, which is not there.`;
  return [
    {
      path,
      or: [table, name],
      of,
      what,
      suggestion: didYouMean(name, ids) || `Tell it under \`${table}\`, or take it away here.`,
    },
  ];
}
