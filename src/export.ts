// `sitrep export owner/repo`: every incident of a repository, one JSON object a line. The shape is documented in docs/export.md.
import type { Draft } from './core/draft.ts';
import { milestones } from './core/handbook.ts';
import type { Incident, Task, Tenure } from './core/incident.ts';
import type { Person } from './core/person.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { currentConfig } from './github/config-files.ts';
import { search } from './github/search.ts';
import { type Look, lookAt } from './look-at.ts';

/** Version of the lines' shape: rises when a field changes its meaning or goes. */
const schema = 1;

export interface Exporting {
  readonly github: GitHub;
  readonly services: Services;
  /** ISO. */
  readonly now: string;
}

/** The repository's incidents as lines of JSON, oldest first. Texts are as people wrote them: JSON escapes control characters. */
export async function* exportLines(
  repository: { readonly owner: string; readonly name: string },
  { github, services, now }: Exporting,
): AsyncGenerator<string> {
  for (const number of await incidentNumbers(repository, { github, services, now })) {
    const look = await lookAt(github, { ...repository, number }, now, services, true);
    if (typeof look === 'string' || !look.plan.incident) continue;
    yield escaped(JSON.stringify(lineOf(look, look.plan.incident)));
  }
}

async function incidentNumbers(
  repository: { readonly owner: string; readonly name: string },
  { github, services }: Exporting,
): Promise<readonly number[]> {
  const { label } = services.resolve(await currentConfig(github, repository)).handbook;
  const scope = `repo:${repository.owner}/${repository.name}`;
  const query = `${scope} is:issue label:"${label.name.replaceAll('"', '')}" sort:created-asc`;
  const found = await search(github, query, 10);
  return found.map(({ ref }) => ref.number).sort((one, other) => one - other);
}

function lineOf({ snapshot, plan }: Look, incident: Incident): Record<string, unknown> {
  const { issue, repository } = snapshot;
  const { first, peak, current, assumed } = incident.severity;
  return {
    schema,
    repository: `${repository.owner}/${repository.name}`,
    issue: issue.number,
    url: issue.url,
    title: issue.title,
    state: issue.state,
    handbook: incident.handbook.id,
    backfilled: incident.backfilled,
    reporter: login(issue.by),
    declaredBy: login(incident.declaredBy),
    severity: { first, peak, final: current, assumed },
    status: incident.status,
    milestones: Object.fromEntries(milestones.map((name) => [name, milestoneOf(incident, name)])),
    active: incident.segments,
    roles: incident.tenures.map(tenureOf),
    services: incident.services,
    situation: incident.situation,
    reported: incident.reported,
    tasks: incident.tasks.map(taskOf),
    called: incident.called.map(({ id, at, ended }) => ({ id, at, ended: ended?.how ?? null })),
    words: incident.drafts.map(wordOf),
    checklist: Object.fromEntries(Object.entries(incident.ticks).map(([item, tick]) => [item, tick.done])),
    closed: incident.closed && {
      reason: incident.closed.reason,
      at: incident.closed.at,
      anyway: incident.closed.anyway,
    },
    links: incident.links,
    postMortem: incident.postMortem.merged,
    entries: plan.record.entries.length,
    refused: plan.record.entries.filter(({ refusal }) => refusal !== undefined).length,
  };
}

function tenureOf({ role, person, from, until, change }: Tenure) {
  return { role, login: person.login, from, until, change };
}

function taskOf({ number, who, text, at, ended }: Task) {
  return { number, login: who.login, text, at, ended: ended?.how ?? null };
}

function wordOf({ number, message, audience, by, at, approvals, published, retracted }: Draft) {
  return {
    ...{ number, message, audience, by: login(by), at },
    approvals: approvals.map((one) => ({ by: login(one.by), at: one.at, as: one.as, hash: one.hash })),
    published: published && {
      ...{ by: login(published.by), at: published.at, text: published.text, hash: published.hash },
      ...{ purpose: published.purpose, external: published.external, approver: login(published.approver) },
      ...{ dueAt: published.dueAt, lateMinutes: published.lateMinutes },
    },
    retracted: retracted && { by: login(retracted.by), at: retracted.at, because: retracted.because },
  };
}

function milestoneOf(incident: Incident, name: (typeof milestones)[number]) {
  const mark = incident.milestones[name];
  return mark ? { at: mark.at, saidAt: mark.saidAt, by: login(mark.by), inferred: mark.inferred } : null;
}

function login(person: Person | null): string | null {
  return person?.login ?? null;
}

/** JSON leaves bidi and zero-width characters as they are; a terminal must not see them. */
function escaped(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
