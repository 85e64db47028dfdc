// The usual App's commands: each says what becomes of the incident, or null where it does not understand.
import { after, type Incident, type Said } from './incident.ts';

export interface Change {
  readonly incident: Incident;
  /** Who is to be assigned. */
  readonly assignee?: string;
  /** What is answered in the thread. */
  readonly words?: string;
  readonly closes?: boolean;
}

type Judge = (said: Said, incident: Incident) => Change | null;

export const commands: Readonly<Record<string, Judge>> = {
  ack: (said, incident) => ({ incident: reach(incident, said, 'investigating', 'acknowledged') }),
  severity: (said, incident) => {
    const [severity = ''] = said.rest.split(' ');
    if (!/^sev-[1-4]$/.test(severity)) return null;
    return { incident: after(incident, said, `set severity ${said.rest}`, { severity }) };
  },
  role: (said, incident) => {
    const [role = '', who = said.by] = said.rest.split(/ +@?/);
    if (!['commander', 'technical-lead', 'scribe', 'communications'].includes(role)) return null;
    const changed = after(incident, said, `made ${who} ${role}`, { roles: { ...incident.roles, [role]: who } });
    if (who === said.by) return { incident: changed, assignee: who };
    return { incident: changed, assignee: who, words: `@${who}, ${said.by} made you ${role}.` };
  },
  update: (said, incident) => ({ incident: after(incident, said, `update: ${said.rest}`, { lastUpdate: said.rest }) }),
  note: (said, incident) => ({ incident: after(incident, said, said.rest) }),
  mitigated: (said, incident) => ({ incident: reach(incident, said, 'monitoring', 'mitigated') }),
  resolved: (said, incident) => ({ incident: reach(incident, said, 'resolved', 'resolved') }),
  close: (said, incident) => ({ incident: reach(incident, said, 'closed', 'closed'), closes: true }),
};

function reach(incident: Incident, said: Said, status: string, milestone: string): Incident {
  return after(incident, said, milestone, {
    status,
    milestones: { ...incident.milestones, [milestone]: said.at },
  });
}
