// The post-mortem's front matter: what machines read, every value written as JSON, which YAML reads as it is.
import { type Handbook, milestones } from '../core/handbook.ts';
import type { Incident, Tenure } from '../core/incident.ts';
import { postMortemOwner, postMortemTimes } from '../core/post-mortem-terms.ts';
import { quotePlain } from './quote.ts';

/** YAML between `---` lines. Times are ISO UTC; missing ones are `null`. */
export function frontMatter(
  incident: Incident,
  handbook: Handbook,
  issue: { readonly url: string; readonly number: number },
): string {
  const { severity } = incident;
  const { due, meetingBy } = postMortemTimes(incident, handbook);
  const owner = postMortemOwner(incident, handbook);
  const marks = milestones.map((name) => `  ${name}: ${JSON.stringify(incident.milestones[name]?.at ?? null)}`);
  const inferred = milestones.filter((name) => incident.milestones[name]?.inferred);
  const lines = {
    issue: issue.number,
    url: issue.url,
    title: quotePlain(incident.title, { limit: 250 }),
    handbook: handbook.id,
    severity: { first: severity.first, peak: severity.peak, final: severity.current, assumed: severity.assumed },
    status: incident.status,
    commander: leader(incident, handbook),
    owner: owner ? quotePlain(owner.login) : null,
    due,
    meetingBy,
    services: incident.services.map((service) => quotePlain(service, { limit: 100 })),
    backfilled: incident.backfilled,
    inferred,
  };
  const values = Object.entries(lines).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ['---', ...values, 'milestones:', ...marks, '---'].join('\n');
}

/** The login of who leads or last led; null when nobody ever did. */
function leader({ tenures }: Incident, handbook: Handbook): string | null {
  const leading = new Set(handbook.roles.filter((role) => role.leads).map(({ id }) => id));
  const led = tenures.filter(({ role }) => leading.has(role));
  const last: Tenure | undefined = led.findLast(({ until }) => until === null) ?? led.at(-1);
  return last ? quotePlain(last.person.login) : null;
}
