// What each kind of fact changes in the incident, one small function a kind.

import type { Change } from './change.ts';
import { approved, drafted, published, retracted } from './draft-changes.ts';
import { rank, typeOf } from './handbook.ts';
import { moveHandbook } from './handbook-move.ts';
import type { Incident } from './incident.ts';
import { addTask, endCalled, endTask, join, leave, setRole } from './people-changes.ts';
import { snoozedSince } from './snooze.ts';
import { close, lapse, milestone, reopen, setStatus, setWish } from './status-changes.ts';
import { beginSubTeam, endSubTeam } from './sub-team.ts';
import type { Fact } from './timeline.ts';

type Changes = { readonly [Kind in Fact['kind']]: (incident: Incident, change: Change<Kind>) => Incident };

const nothing = (incident: Incident): Incident => incident;

export const changes: Changes = {
  declared: nothing,
  note: nothing,
  undone: nothing,
  asked: nothing,
  paged: nothing,
  answered: nothing,
  spoke: nothing,
  redacted: nothing,
  interference: nothing,
  'record-confirmed': nothing,
  adopted: nothing,
  'config-problem': nothing,
  overdue: nothing,
  'post-mortem-asked': (incident) => ({ ...incident, postMortem: { ...incident.postMortem, refused: null } }),
  handbook: moveHandbook,
  confirmed: (incident) => ({ ...incident, confirmed: true }),
  backfilled: (incident) => ({ ...incident, backfilled: true }),
  severity,
  type,
  role: setRole,
  status: setStatus,
  wish: setWish,
  'wish-lapsed': lapse,
  milestone,
  update: (incident, { fact, at, entry }) => ({
    ...incident,
    update: { text: fact.text, at, by: entry.by, nextAt: fact.nextAt ?? null },
  }),
  situation: (incident, { fact }) => ({
    ...incident,
    situation: { ...incident.situation, [fact.field]: fact.text },
  }),
  reported: (incident, { fact }) => ({ ...incident, reported: { ...incident.reported, [fact.field]: fact.text } }),
  services,
  snooze: (incident, { fact, entry }) => ({
    ...incident,
    snooze: {
      from: snoozedSince(incident, entry.saidAt),
      until: fact.until,
      because: fact.because ?? null,
      by: entry.by,
    },
  }),
  title: (incident, { fact }) => ({ ...incident, title: fact.title }),
  joined: join,
  left: leave,
  task: addTask,
  'task-ended': endTask,
  'sub-team': beginSubTeam,
  'sub-team-ended': endSubTeam,
  'called-task': endCalled,
  ticked: (incident, { fact, at, entry }) => ({
    ...incident,
    ticks: { ...incident.ticks, [fact.item]: { done: fact.done, by: entry.by, at } },
  }),
  unread: (incident, { fact }) => ({
    ...incident,
    unread: [...incident.unread, { field: fact.field, text: fact.text }],
  }),
  closed: close,
  'carried-over': (incident) => ({ ...incident, closed: incident.closed && { ...incident.closed, carriedOver: true } }),
  reopened: reopen,
  link,
  drafted,
  approved,
  published,
  retracted,
  'post-mortem-merged': (incident, { fact }) => ({
    ...incident,
    postMortem: { ...incident.postMortem, merged: fact.pull },
  }),
  'post-mortem-refused': (incident, { fact }) => ({
    ...incident,
    postMortem: { ...incident.postMortem, refused: fact.message },
  }),
};

function severity(incident: Incident, { fact, at, handbook }: Change<'severity'>): Incident {
  const current = fact.severity;
  if (!handbook.severities.some(({ id }) => id === current)) return incident;
  const peak = rank(handbook, current) < rank(handbook, incident.severity.peak) ? current : incident.severity.peak;
  const unread = incident.unread.filter(({ field }) => field !== 'severity');
  const since = current === incident.severity.current ? incident.severity.since : at;
  // Nobody put reminders off of something as bad as this.
  const raised = rank(handbook, current) < rank(handbook, incident.severity.current);
  return {
    ...incident,
    unread,
    snooze: raised ? null : incident.snooze,
    severity: { ...incident.severity, current, peak, assumed: fact.assumed ?? false, since },
  };
}

function type(incident: Incident, { fact, handbook }: Change<'type'>): Incident {
  if (!typeOf(handbook, fact.type)) return incident;
  const unread = incident.unread.filter(({ field }) => field !== 'type');
  return { ...incident, unread, type: { current: fact.type, said: true } };
}

function services(incident: Incident, { fact }: Change<'services'>): Incident {
  const kept = incident.services.filter((service) => !fact.remove.includes(service));
  const unknown = [...incident.unknownServices, ...(fact.unknown ?? [])];
  const unknownServices = unknown.filter(({ name }) => !fact.remove.includes(name));
  return { ...incident, services: [...new Set([...kept, ...fact.add])], unknownServices };
}

function link(incident: Incident, { fact }: Change<'link'>): Incident {
  const { links } = incident;
  if (fact.link === 'related') {
    return { ...incident, links: { ...links, related: [...new Set([...links.related, fact.issue])] } };
  }
  return { ...incident, links: { ...links, [fact.link]: fact.issue } };
}
