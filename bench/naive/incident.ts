// What the usual App knows of an incident. It stands as JSON in the status comment, where such Apps keep it.

export interface Said {
  readonly by: string;
  /** ISO UTC. */
  readonly at: string;
  readonly rest: string;
}

interface Happening {
  readonly at: string;
  readonly by: string;
  readonly what: string;
}

export interface Incident {
  readonly title: string;
  readonly severity: string;
  readonly status: string;
  readonly summary: string;
  readonly services: string;
  readonly lastUpdate: string;
  /** Logins by role. */
  readonly roles: Readonly<Record<string, string>>;
  /** ISO UTC by milestone. */
  readonly milestones: Readonly<Record<string, string>>;
  /** Oldest first. */
  readonly timeline: readonly Happening[];
  /** Boxes ticked, of how many; null before there are any. */
  readonly boxes: { readonly ticked: number; readonly of: number } | null;
  /** Number of its pull request. */
  readonly postMortem: number | null;
}

interface Report {
  readonly title: string;
  readonly body: string | null;
  readonly created_at: string;
  readonly user: { readonly login: string } | null;
}

/** From the report by form. */
export function reported(issue: Report, { severity }: { readonly severity: string }): Incident {
  const { title, body, created_at: at } = issue;
  const by = issue.user?.login ?? '';
  return {
    ...{ title, severity: answer(body, 'Severity').toLowerCase() || severity, status: 'new' },
    ...{ summary: answer(body, 'Summary'), services: answer(body, 'Affected services'), lastUpdate: '' },
    ...{ roles: {}, milestones: { declared: at }, boxes: null, postMortem: null },
    timeline: [{ at, by, what: 'declared the incident' }],
  };
}

/** With one more happening, and whatever else is another. */
export function after(incident: Incident, { by, at }: Said, what: string, change: Partial<Incident> = {}): Incident {
  return { ...incident, ...change, timeline: [...incident.timeline, { at, by, what }] };
}

/** With the boxes as the checklist's comment now has them. */
export function ticked(incident: Incident, body: string, said: Said): Incident {
  const boxes = { ticked: body.match(/^- \[x\] /gim)?.length ?? 0, of: body.match(/^- \[[ x]\] /gim)?.length ?? 0 };
  return after(incident, said, `ticked a box (${boxes.ticked} of ${boxes.of})`, { boxes });
}

function answer(body: string | null, heading: string): string {
  const [, text = ''] = new RegExp(`### ${heading}\\s+([^#]*)`).exec(body ?? '') ?? [];
  return text.includes('_No response_') ? '' : text.trim();
}
