// Anything of a shipped handbook can be taken out with `null`; what cannot be missed says why, at the line that took it out.
import { parse } from 'yaml';
import { resolve, shipped, shown } from './ground.ts';

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const told: Readonly<Record<string, Tables>> = Object.fromEntries(
  Object.entries(shipped).map(([id, text]) => [id, parse(text) as Tables]),
);
const ids = Object.keys(shipped);

/** Tables that a handbook may do without, each entry of which may go. */
const free = [
  ...['tasks', 'messages', 'clocks', 'audiences', 'measures', 'stages', 'indicators', 'practices', 'contacts'],
  ...['reported-by', 'customers', 'services'],
];

test.each(ids)('%s: each entry of the tables that need not be there', (id) => {
  const config = free.flatMap((table) => {
    const entries = Object.keys(told[id]![table] ?? {});
    return entries.length > 0 ? [`${table}: {${entries.map((entry) => `${entry}: null`).join(', ')}}`] : [];
  });
  expect(config.length).toBeGreaterThan(3);
  const { problems, handbook } = resolve(`handbook: ${id}\n${config.join('\n')}\n`);
  expect(problems.map(shown)).toEqual([]);
  expect([...handbook.tasks, ...handbook.messages, ...handbook.clocks, ...handbook.audiences]).toEqual([]);
});

test.each(ids)('%s: whole tables', (id) => {
  const tables = [...free, 'triage', 'types', 'action-items', 'escalation', 'on-call', 'security', 'sub-teams'];
  const config = [...tables, 'zone', 'lowering', 'queue', 'who', 'announce', 'takeover-after', 'matrix'];
  const { problems, handbook } = resolve(`handbook: ${id}\n${config.map((table) => `${table}: null\n`).join('')}`);
  expect(problems.map(shown)).toEqual([]);
  expect(handbook.id).toBe(id);
  expect(handbook.types.map((type) => type.id)).toEqual(['incident']);
  expect([handbook.zone, handbook.takeoverAfterMinutes, handbook.tasks]).toEqual(['UTC', 30, []]);
});

test.each(ids)(
  '%s: a level, status, role or type that is needed says so where it was taken out, with what to do',
  (id) => {
    const kept: string[] = [];
    for (const table of ['severities', 'statuses', 'roles', 'types', 'checklist'] as const) {
      for (const entry of Object.keys(told[id]![table] ?? {})) {
        const { problems, handbook } = resolve(`handbook: ${id}\n\n${table}:\n  ${entry}: null\n`);
        if (problems.length === 0) expect(handbook[table].map((one) => one.id)).not.toContain(entry);
        else kept.push(`${table}.${entry}`);
        for (const problem of problems) {
          expect([shown(problem), problem.line > 2]).toEqual([shown(problem), true]);
          expect(problem.suggestion).not.toBe('');
        }
      }
    }
    expect(kept).toContain('statuses.closed');
    expect(kept).not.toContain('roles.scribe');
  },
);
