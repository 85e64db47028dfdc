// Everything in a handbook that names something else in it, with the place where it does.
import type { Callee } from '../core/callee.ts';
import { type Handbook, isRight } from '../core/handbook.ts';
import type { Step } from './place.ts';

export const kinds = {
  severity: 'severities',
  status: 'statuses',
  role: 'roles',
  type: 'types',
  audience: 'audiences',
  level: 'escalation',
  customer: 'customers',
  contact: 'contacts',
  clock: 'clocks',
} as const;
type Kind = keyof typeof kinds;

/** `id` is named at `path`; `of`: as a key or as a value. */
export interface Reference {
  readonly path: readonly Step[];
  readonly id: string;
  readonly kind: Kind;
  readonly of: 'key' | 'value';
}

/** All of them, in the order of the file's documentation. `next` of a status is judged with the statuses. */
export function references(handbook: Handbook): readonly Reference[] {
  return [
    ...levels(handbook),
    ...people(handbook),
    ...work(handbook),
    ...words(handbook),
    ...afterwards(handbook),
    ...duties(handbook),
  ];
}

function value(kind: Kind, path: readonly Step[], id: string | null): readonly Reference[] {
  return id === null ? [] : [{ path, id, kind, of: 'value' }];
}

function list(kind: Kind, path: readonly Step[], ids: readonly string[]): readonly Reference[] {
  return ids.map((id, at) => ({ path: [...path, at], id, kind, of: 'value' }));
}

function keys(kind: Kind, path: readonly Step[], table: object): readonly Reference[] {
  return Object.keys(table).map((id) => ({ path: [...path, id], id, kind, of: 'key' }));
}

function levels({ major, quiet, unsure, matrix, severities, measures, types, stages }: Handbook): readonly Reference[] {
  return [
    ...value('severity', ['major'], major),
    ...value('severity', ['quiet', 'below'], quiet.below),
    ...value('severity', ['unsure', 'severity'], unsure.severity),
    ...Object.entries(matrix).flatMap(([impact, row]) =>
      Object.entries(row).flatMap(([urgency, id]) => value('severity', ['matrix', impact, urgency], id)),
    ),
    ...severities.flatMap(({ id, setBy }) =>
      setBy.flatMap((by, at) => (isRight(by) ? [] : value('role', ['severities', id, 'set-by', at], by))),
    ),
    ...measures.flatMap(({ id, above }) => keys('severity', ['measures', id, 'above'], above)),
    ...stages.flatMap(({ id, statuses }) => list('status', ['stages', id, 'statuses'], statuses)),
    ...types.flatMap((type) => value('severity', ['types', type.id, 'major'], type.major)),
  ];
}

function people({ roles, security }: Handbook): readonly Reference[] {
  return [
    ...roles.flatMap((role) => [
      ...list('severity', ['roles', role.id, 'required-at'], role.requiredAt),
      ...list('type', ['roles', role.id, 'required-for'], role.requiredFor),
      ...list('role', ['roles', role.id, 'not-with'], role.notWith),
      ...keys('severity', ['roles', role.id, 'seniority'], role.seniority),
      ...keys('severity', ['roles', role.id, 'check-in'], role.checkIn),
      ...value('role', ['roles', role.id, 'stands-in-for'], role.standsInFor),
    ]),
    ...list('role', ['security', 'roles'], security.roles),
    ...security.regulations.flatMap(({ id, owner }) => value('role', ['security', 'regulations', id, 'owner'], owner)),
  ];
}

function work({ tasks, checklist }: Handbook): readonly Reference[] {
  const owed = (table: string, entry: Handbook['tasks'][number] | Handbook['checklist'][number]) => [
    ...value('role', [table, entry.id, 'role'], entry.role),
    ...list('severity', [table, entry.id, 'severities'], entry.severities),
    ...list('type', [table, entry.id, 'types'], entry.types),
  ];
  return [
    ...tasks.flatMap((task) => [...owed('tasks', task), ...value('status', ['tasks', task.id, 'status'], task.status)]),
    ...checklist.flatMap((item) => owed('checklist', item)),
  ];
}

function words({ audiences, messages }: Handbook): readonly Reference[] {
  return [
    ...audiences.flatMap(({ id, owner, cadence, approval, review }) => [
      ...value('role', ['audiences', id, 'owner'], owner),
      ...keys('severity', ['audiences', id, 'cadence'], cadence),
      ...keys('severity', ['audiences', id, 'approval'], approval),
      ...Object.entries(approval).flatMap(([at, roles]) => list('role', ['audiences', id, 'approval', at], roles)),
      ...keys('severity', ['audiences', id, 'review'], review),
      ...Object.entries(review).flatMap(([at, roles]) => list('role', ['audiences', id, 'review', at], roles)),
    ]),
    ...messages.flatMap(({ id, audience, within }) => [
      ...value('audience', ['messages', id, 'audience'], audience),
      ...keys('severity', ['messages', id, 'within'], within),
    ]),
  ];
}

function afterwards({ postMortem, actionItems }: Handbook): readonly Reference[] {
  const { requiredAt, templates, owner, due, meeting, signOff } = postMortem;
  return [
    ...list('severity', ['post-mortem', 'required-at'], requiredAt),
    ...keys('severity', ['post-mortem', 'templates'], templates),
    ...value('role', ['post-mortem', 'owner'], owner),
    ...keys('severity', ['post-mortem', 'due'], due),
    ...keys('severity', ['post-mortem', 'meeting', 'within'], meeting?.within ?? {}),
    ...keys('severity', ['post-mortem', 'meeting', 'length'], meeting?.length ?? {}),
    ...keys('severity', ['post-mortem', 'meeting', 'participants'], meeting?.participants ?? {}),
    ...list('role', ['post-mortem', 'sign-off'], signOff),
    ...value('role', ['action-items', 'sign-off'], actionItems.signOff),
  ];
}

function duties({ clocks, escalation, services, customers }: Handbook): readonly Reference[] {
  return [
    ...clocks.flatMap(({ id, within, owner, pausedIn }) => [
      ...keys('severity', ['clocks', id, 'within'], within),
      ...value('role', ['clocks', id, 'owner'], owner),
      ...list('status', ['clocks', id, 'paused-in'], pausedIn),
    ]),
    ...escalation.levels.flatMap(({ id, at, calls }) => [
      ...list('severity', ['escalation', 'levels', id, 'at'], at),
      ...calls.flatMap((callee, place) => called(callee, ['escalation', 'levels', id, 'calls', place])),
    ]),
    ...Object.entries({ from: escalation.from }).flatMap(([key, line]) => value('severity', ['escalation', key], line)),
    ...escalation.triggers.flatMap(({ id, level, clocks: named }) => [
      ...value('level', ['escalation', 'triggers', id, 'level'], level),
      ...list('clock', ['escalation', 'triggers', id, 'clocks'], named),
    ]),
    ...services.flatMap((one) => list('customer', ['services', one.id, 'customers'], one.customers)),
    ...customers.flatMap(({ id, contract }) => keys('severity', ['customers', id, 'contract'], contract)),
  ];
}

/** Rotas and services are no part of the process: whether they are there is looked at where they are told. */
function called(callee: Callee, path: readonly Step[]): readonly Reference[] {
  if (callee.to === 'role') return value('role', path, callee.role);
  return callee.to === 'contact' ? value('contact', path, callee.contact) : [];
}
