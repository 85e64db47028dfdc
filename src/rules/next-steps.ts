// What is expected next, of whom.
import type { NextStep } from '../core/expectation.ts';
import { lacking, missing } from '../core/gate.ts';
import { goneAccounts } from '../core/gone-accounts.ts';
import { type Handbook, severityOf, statusFor } from '../core/handbook.ts';
import { holders, type Incident } from '../core/incident.ts';
import { isPrivate } from '../core/items-for.ts';
import { linesToSay } from '../core/on-record.ts';
import { postMortemRole } from '../core/post-mortem-terms.ts';
import { isUnproved } from '../core/rebuilt.ts';
import { hasGate, isRoleRequired, lacksType } from '../core/required.ts';
import { standIns } from '../core/stand-in.ts';
import { lateAnswer, lateMoments, lateUpdate } from './late-steps.ts';
import { isOwed } from './post-mortem.ts';
import type { Rule } from './rule.ts';

/** At most this many steps stand on the card: what to do next in five seconds, not a plan. */
const most = 4;

/** What the handbook expects next, of which role, with the line to copy. */
export const nextSteps: Rule = {
  name: 'next-steps',
  does: 'The card says what is expected next, of whom, with the command to copy.',
  expect(known, handbook, now, { record, snapshot }) {
    // A role whose holder's account is deleted is vacant: nobody will do what it owes.
    const gone = goneAccounts(record, snapshot);
    const incident = { ...known, tenures: known.tenures.filter(({ person }) => !gone.has(person.id)) };
    const left = known.tenures.filter(({ until, person }) => until === null && gone.has(person.id));
    const vacant = new Set(left.map(({ role }) => role));
    const steps = !incident.confirmed
      ? waiting(incident)
      : incident.closed
        ? afterwards(incident, handbook)
        : open(incident, handbook, vacant, lateAnswer(known, handbook, now));
    const update = lateUpdate(known, handbook, now);
    const others = update.length > 0 ? steps.filter(({ step }) => step !== 'give-update') : steps;
    return [...update, ...others]
      .slice(0, most)
      .map((step) => ({ expect: 'next', ...step, role: owedBy(step.role, incident) }));
  },
  due: lateMoments,
};

/** Somebody says whether it is one, before anything else is expected of anybody. */
function waiting({ closed }: Incident): readonly NextStep[] {
  if (closed) return [];
  return [
    { role: null, step: 'confirm', about: 'yes', command: '/confirm' },
    { role: null, step: 'confirm', about: 'no', command: '/decline because …' },
  ];
}

function open(
  incident: Incident,
  handbook: Handbook,
  vacant: ReadonlySet<string>,
  call: readonly NextStep[],
): readonly NextStep[] {
  return [
    ...confirmRecord(incident, handbook),
    ...acknowledge(incident),
    ...call,
    ...takeRoles(incident, handbook, vacant, true),
    ...confirmSeverity(incident, handbook),
    ...classify(incident, handbook),
    ...mendTimes(incident),
    ...(hasGate(incident, handbook) ? moveOn(incident, handbook) : [closeWhenDone]),
    ...takeRoles(incident, handbook, vacant, false),
    ...inOrder(incident, handbook),
    ...closing(incident, handbook),
  ];
}

/** What a role owes that nobody holds, any responder may do. */
function owedBy(role: string | null, incident: Incident): string | null {
  return role !== null && holders(incident, role).length > 0 ? role : null;
}

function confirmRecord(incident: Incident, handbook: Handbook): readonly NextStep[] {
  if (!isUnproved(incident)) return [];
  return [{ role: leading(handbook), step: 'confirm-milestones', about: '', command: '/confirm', by: ['lead'] }];
}

function acknowledge(incident: Incident): readonly NextStep[] {
  if (incident.milestones.acknowledged || incident.backfilled || incident.milestones.resolved) return [];
  return [{ role: null, step: 'acknowledge', about: '', command: '/ack' }];
}

/**
 * Required roles that nobody holds, and those whose holder's account is gone (of who stands in, where somebody does): who leads comes before everything else, the
 * others after what stops the harm.
 */
function takeRoles(
  incident: Incident,
  handbook: Handbook,
  vacant: ReadonlySet<string>,
  leads: boolean,
): readonly NextStep[] {
  if (incident.milestones.resolved || incident.backfilled) return [];
  return handbook.roles
    .filter((role) => role.leads === leads && holders(incident, role.id).length === 0)
    .map((role) => ({ role, deputy: standIns(incident, handbook, role.id)[0]?.role ?? null }))
    .filter(({ role, deputy }) => {
      return vacant.has(role.id) || isRoleRequired(role, incident, handbook) || (role.leads && deputy !== null);
    })
    .map(({ role: { id }, deputy }) => {
      const command = vacant.has(id) ? `/takeover ${id} because …` : `/role ${id}`;
      return { role: deputy, step: 'take-role', about: id, command };
    });
}

function confirmSeverity(incident: Incident, handbook: Handbook): readonly NextStep[] {
  const { current, assumed } = incident.severity;
  const { setBy: by, becomes } = severityOf(handbook, current);
  if (!assumed && becomes && !isPrivate(incident, handbook)) {
    return [{ role: leading(handbook), step: 'set-severity', about: 'no-incident', command: '/severity …' }];
  }
  if (!assumed) return [];
  const step = { step: 'set-severity', about: current, command: `/severity ${current}` } as const;
  return [{ role: leading(handbook), ...step, ...(by.length > 0 && { by }) }];
}

function classify(incident: Incident, handbook: Handbook): readonly NextStep[] {
  if (!lacksType(incident, handbook)) return [];
  return [{ role: leading(handbook), step: 'classify', about: '', command: '/type …' }];
}

function leading(handbook: Handbook): string | null {
  return handbook.roles.find((role) => role.leads)?.id ?? null;
}

/** Who speaks for the incident: the first role that leads not and may give updates. */
function speaking(handbook: Handbook): string | null {
  return handbook.roles.find((role) => !role.leads && role.may.includes('update'))?.id ?? leading(handbook);
}

function mendTimes(incident: Incident): readonly NextStep[] {
  return incident.unread.map(({ field }) => ({ role: null, step: 'mend-time', about: field, command: mending(field) }));
}

/** The line that tells what the report's field could not. */
function mending(field: string): string {
  if (field === 'severity' || field === 'type') return `/${field}`;
  return field === 'over' ? '/resolved at HH:MM' : `/${field} HH:MM`;
}

/** What has no gate has no way to it either: a service request is done, or not yet. */
const closeWhenDone: NextStep = { role: null, step: 'close', about: 'when-done', command: '/close' };

/** The next milestone's status: mitigate, then resolve. */
function moveOn(incident: Incident, handbook: Handbook): readonly NextStep[] {
  const position = handbook.statuses.findIndex(({ id }) => id === incident.status);
  const before = (status: { readonly id: string } | undefined): boolean =>
    status !== undefined && position < handbook.statuses.findIndex(({ id }) => id === status.id);
  if (before(statusFor(handbook, 'mitigated'))) {
    const update: NextStep = {
      role: speaking(handbook),
      step: 'give-update',
      about: '',
      command: '/update … next in 30m',
    };
    return [
      { role: leading(handbook), step: 'mitigate', about: '', command: '/mitigated' },
      ...(incident.update ? [] : [update]),
    ];
  }
  return before(statusFor(handbook, 'resolved')) && !incident.wish
    ? [{ role: leading(handbook), step: 'resolve', about: '', command: '/resolved' }]
    : [];
}

function closing(incident: Incident, handbook: Handbook): readonly NextStep[] {
  if (incident.status !== statusFor(handbook, 'resolved')?.id || !hasGate(incident, handbook)) return [];
  const { items, unclassified } = missing(incident, handbook);
  if (unclassified && items.length === 0) return [];
  if (items.length === 0 && incident.wish) return [];
  if (items.length === 0) return [{ role: null, step: 'close', about: '', command: '/close' }];
  if (isPrivate(incident, handbook)) return [];
  return items.map((item) => ticking(item, incident, handbook));
}

/** The steps of a private matter come one by one, from the beginning on. */
function inOrder(incident: Incident, handbook: Handbook): readonly NextStep[] {
  const [first] = isPrivate(incident, handbook) ? missing(incident, handbook).items : [];
  return first === undefined ? [] : [ticking(first, incident, handbook)];
}

function ticking(id: string, incident: Incident, handbook: Handbook): NextStep {
  const item = handbook.checklist.find((one) => one.id === id);
  const [need] = item ? lacking(item, incident) : [];
  const command = need === undefined ? `/done ${id}` : linesToSay[need];
  return { role: item?.role ?? null, step: 'tick', about: id, command };
}

function afterwards(incident: Incident, handbook: Handbook): readonly NextStep[] {
  if (!isOwed(incident, handbook) || incident.milestones.reviewed) return [];
  return [{ role: postMortemRole(handbook), step: 'review-post-mortem', about: '', command: '' }];
}
