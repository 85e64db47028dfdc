// A world with many incidents whose cards are as the engine writes them, and a reading of it.
import { inProcess, noRequests, type Requests } from '../../sandbox/client.ts';
import type { Faults } from '../../sandbox/faults.ts';
import { formBody } from '../../sandbox/form-body.ts';
import { World } from '../../sandbox/world.ts';
import type { Entry } from '../../src/core/entry.ts';
import { encodeLedger } from '../../src/core/ledger.ts';
import { mark } from '../../src/core/marker.ts';
import { recall } from '../../src/core/recall.ts';
import type { GitHub } from '../../src/github/client.ts';
import { readIncidentLines } from '../../src/incident-lines.ts';
import type { IncidentsLook, LinesAsked, LinesWires } from '../../src/incident-reading.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import { lookAt } from '../../src/look-at.ts';
import type { RepositoryRead } from '../../src/metrics/report.ts';
import { reconcile } from '../../src/reconcile.ts';
import { newProcess, seal } from '../scenario/new-process.ts';

export const repo = { owner: 'acme', name: 'ops' } as const;
export const start = '2026-03-02T10:00:00Z';

/** acme/ops with ada (maintain), bob (write) and eve, and the label of incidents. */
export function smallWorld(files?: Record<string, string>, name = repo.name): World {
  const world = new World({ now: start });
  addRepository(world, name, files);
  return world;
}

export function addRepository(world: World, name: string, files?: Record<string, string>, isPrivate = false): void {
  world.createRepository('acme', name, { ...(files ? { files } : {}), private: isPrivate });
  const place = { owner: 'acme', name };
  world.setPermission(place, 'ada', 'maintain');
  world.setPermission(place, 'bob', 'write');
  world.as('ada').createLabel(place, { name: 'incident' });
}

/** Opens an incident by form, lets the engine hear it and what is said then, a minute apart. @returns its number */
export async function engineIncident(
  world: World,
  title: string,
  words: readonly string[] = ['/sev 2', '/ack', '/resolved'],
  name: string = repo.name,
): Promise<number> {
  const place = { owner: 'acme', name };
  const services = newProcess();
  const github = inProcess(world, { kind: 'app' });
  const body = formBody({ Severity: 'Sev-1', Summary: title, Symptoms: '500s' });
  const { number } = world.as('ada').openIssue(place, { title, body, labels: ['incident'], template: true });
  const settle = async () => {
    for (let pass = 0; pass < 5; pass += 1) {
      if ((await reconcile(github, { ...place, number }, world.now, services)).outcome === 'settled') return;
    }
  };
  await settle();
  for (const word of words) {
    world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
    world.as('ada').comment(place, number, word);
    await settle();
  }
  return number;
}

/** The entries of an incident that the engine made, in a world of its own. */
export async function engineEntries(): Promise<readonly Entry[]> {
  const world = smallWorld();
  const number = await engineIncident(world, 'Nobody can pay');
  const look = await lookAt(inProcess(world, { kind: 'app' }), { ...repo, number }, world.now, newProcess());
  if (typeof look === 'string') throw new Error(look);
  return recall(look.snapshot, seal).entries;
}

/** Opens so many incidents with cards of these entries, a second apart, the first one numbered 1. */
export function cardedIncidents(
  world: World,
  count: number,
  entries: readonly Entry[],
  name: string = repo.name,
): void {
  const place = { owner: 'acme', name };
  for (let index = 0; index < count; index += 1) {
    world.now = new Date(Date.parse(world.now) + 1000).toISOString();
    const issue = world.as('ada').openIssue(place, { title: `Incident ${index + 1}`, body: '', labels: ['incident'] });
    world.as('sitrep').comment(place, issue.number, card(issue.nodeId, entries));
  }
}

/** A card with this record, as the engine would hide it. */
export function card(issueId: string, entries: readonly Entry[], records = 0): string {
  const ledger = encodeLedger({ block: 'card', revision: 1, records, pinned: true, entries }, issueId, seal);
  return mark('card', `**Incident**\n\n${ledger}`);
}

export interface Reading {
  readonly lines: readonly IncidentLine[];
  readonly repositories: readonly RepositoryRead[];
  readonly look: IncidentsLook | null;
  readonly said: readonly string[];
  readonly count: Requests;
  /** What it failed with. */
  readonly failed: Error | null;
}

interface Over {
  readonly github?: GitHub;
  readonly faults?: Faults;
  readonly asked?: Partial<LinesAsked>;
  readonly wires?: Partial<LinesWires>;
}

/** Reads acme/ops as the App itself; by issue number. */
export async function reading(world: World, { github, faults, asked, wires }: Over = {}): Promise<Reading> {
  const count = noRequests();
  const lines: IncidentLine[] = [];
  const repositories: RepositoryRead[] = [];
  const said: string[] = [];
  let look: IncidentsLook | null = null;
  let failed: Error | null = null;
  const stood: LinesWires = {
    github: github ?? inProcess(world, { kind: 'app' }, { count, ...(faults ? { faults } : {}) }),
    ...{
      services: newProcess(),
      now: () => world.now,
      progress: () => {},
      say: (sentence) => void said.push(sentence),
    },
    wait: async (milliseconds) => {
      world.now = new Date(Date.parse(world.now) + milliseconds).toISOString();
    },
    look: (seen) => {
      look = seen;
      return true;
    },
    repository: (read) => void repositories.push(read),
    ...wires,
  };
  const question: LinesAsked = {
    ...{ repositories: ['acme/ops'], since: null, home: 'acme/ops', label: 'incident-metrics' },
    ...asked,
  };
  try {
    for await (const line of readIncidentLines(question, stood)) lines.push(line);
  } catch (error) {
    failed = error as Error;
  }
  lines.sort((one, other) => one.repository.localeCompare(other.repository) || one.issue - other.issue);
  return { lines, repositories, look, said, count, failed };
}
