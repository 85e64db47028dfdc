// The affected services as their files tell them: where to look, whom to ask.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { knownServices, type Service } from '../core/service.ts';
import { code, listed, toType } from './names.ts';
import { quoteOurs } from './quote.ts';

/** Services told in full; more are only named. */
const most = 8;

/** A line for each known service with something to tell; nobody is called by it. */
export function serviceLines(incident: Incident, { services }: Handbook): readonly string[] {
  const lines = knownServices(services, incident.services).flatMap((service) => {
    const told = facts(service);
    return told.length > 0 ? [`${nameOf(service)}: ${told.join(' · ')}`] : [];
  });
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `and ${more} more`] : lines;
}

function nameOf({ id, name }: Service): string {
  return name.toLowerCase() === id ? `**${code(id)}**` : `**${code(id)} ${quoteOurs(name, { limit: 60 })}**`;
}

function facts({ id, runbook, dashboards, owners, onCall, rota, tier, repository }: Service): readonly string[] {
  const plain = (text: string): string => quoteOurs(text, { limit: 100 });
  const screens = dashboards.slice(0, 5).map((one, at) => link(at === 0 ? 'dashboard' : String(at + 1), one));
  return [
    ...(runbook === null ? [] : [link('runbook', runbook)]),
    ...(screens.length > 0 ? [screens.join(' ')] : []),
    ...(owners.length > 0 ? [`owned by ${listed(owners.slice(0, 5).map((owner) => code(owner)))}`] : []),
    ...(onCall === null ? [] : [`on call: ${toType(`/oncall ${id}`)}`]),
    ...(rota === null ? [] : [`on call: ${plain(rota)}`]),
    ...(tier === null ? [] : [`tier ${plain(tier)}`]),
    ...(repository === null ? [] : [`code in ${code(repository)}`]),
  ];
}

/** Addresses of a config hold neither spaces nor angle brackets. */
function link(text: string, url: string): string {
  return `[${text}](<${url}>)`;
}
