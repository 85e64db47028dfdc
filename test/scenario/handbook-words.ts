// Plausible words for any handbook, made of its own ids: what people would type who know it, and who do not.
import type { Handbook } from '../../src/core/handbook.ts';
import type { Act } from './story.ts';

/** Lines that people type in an incident under a handbook. */
export function wordsOf(handbook: Handbook): readonly string[] {
  const { severities, statuses, roles, checklist, tasks, types, triage, measures, messages } = handbook;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return [
    ...['/ack', '/join', '/resolved', '/resolved', '/mitigated', '/reopen', '/undo', '/close', '/close', '/type'],
    ...['/close anyway because it is over', '/close now because it is over', '/cancel because it was a test'],
    ...[
      '/note The pool is empty',
      '/update The pool is refilled next in 30m',
      '/impact All of Europe',
      '/summary Over',
    ],
    ...['/solution The pool is larger now', '/users everybody in Europe', '/decision We roll back', '/related #1'],
    ...['/started at 08:50', '/resolved at 09:30', '/affects +checkout', '/roles', '/help', '/queue', '/severity'],
    ...['/triage', '/triage yes', '/triage no', '/draft', '/approve draft 1', '/publish draft 1', '/retract draft 1'],
    ...['/approve 2', '/publish 1', '/publish draft 2', '/publish 3', '/retract draft 2 because it is wrong'],
    ...[
      '/team @bob look at the pool',
      '/team alpha @cy @ada 10m look',
      '/team alpha done',
      '/handbook',
      '/handbook current',
      '/postmortem',
      '/sitrep',
      '/catchup',
    ],
    ...ids(severities).flatMap((id) => [`/severity ${id}`, `/severity ${id} because it spreads`]),
    ...ids(statuses).map((id) => `/status ${id}`),
    ...ids(roles).flatMap((id) => [`/role ${id}`, `/role ${id} @cy`, `/role ${id} none`, `/handover ${id} @bob`]),
    ...ids(checklist).flatMap((id) => [`/done ${id}`, `/undone ${id}`]),
    ...ids(tasks).map((id) => `/done ${id}`),
    ...ids(types).map((id) => `/type ${id}`),
    ...triage.flatMap(({ answers }) => Object.keys(answers).map((answer) => `/triage ${answer}`)),
    ...ids(measures).map((id) => `/triage ${id} 60`),
    ...ids(messages).flatMap((id) => [`/draft ${id}`, `/draft ${id} The pool is empty, says bob`]),
  ];
}

/** What people do to our comments of drafts: most fill them in, one loses the code block, one deletes the whole. */
const drafting: readonly Act[] = [
  ...['draft 1', 'draft 1', 'draft 2'].map(
    (target): Act => ({ verb: 'edit', target, text: '```text\nThe pool is empty.\n```' }),
  ),
  { verb: 'edit', target: 'draft 1', text: 'Look!\n```text\nThe pool is\n```\nalmost\n```' },
  { verb: 'edit', target: 'draft 2', text: 'nothing' },
  { verb: 'delete', target: 'draft 2' },
];

/** What people do with the mouse. */
export function clicksOf(handbook: Handbook): readonly Act[] {
  const item = handbook.checklist[0]?.id;
  const types = handbook.types.flatMap(({ label }) => (label ? [label.name] : []));
  return [
    ...handbook.severities.map(({ id }): Act => ({ verb: 'label', names: [id] })),
    ...handbook.statuses.map(({ id }): Act => ({ verb: 'label', names: [`${handbook.statusPrefix}${id}`] })),
    ...types.map((name): Act => ({ verb: 'label', names: [name] })),
    ...drafting,
    { verb: 'assign', logins: ['cy'] },
    { verb: 'unassign', logins: ['ada'] },
    { verb: 'close', reason: 'completed' },
    { verb: 'close', reason: 'not_planned' },
    { verb: 'reopen' },
    { verb: 'merge', branch: 'post-mortem/1', method: 'squash' },
    ...(item ? [{ verb: 'tick', item } as const] : []),
  ];
}
