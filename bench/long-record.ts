// One incident with a record of a given length, played by the real engine: what a pass over it has to plan.
import { inProcess } from '../sandbox/client.ts';
import { formBody } from '../sandbox/form-body.ts';
import { World } from '../sandbox/world.ts';
import { sealWith } from '../src/core/seal.ts';
import { createServices, type Services } from '../src/footing.ts';
import { type Look, lookAt } from '../src/look-at.ts';
import { reconcile } from '../src/reconcile.ts';
import { readShipped } from '../src/shipped.ts';
import { leads, words } from './people-and-words.ts';
import { followed, home, ledgerKey } from './world.ts';

/** What people say in turn, so that every third comment is no command. */
const commands = ['/note', '/update', null, '/todo', '/timeline', null, '/hypothesis', '/impact', null];
/** A pass for so many comments: in life there are more of them. */
const batch = 60;

export interface LongRecord {
  /** At the thread with one new command in it, which no pass has heard. */
  readonly look: Look;
  readonly services: Services;
}

/** @param entries about as many as the record is to hold */
export async function longRecord(entries: number): Promise<LongRecord> {
  const world = new World({ now: '2026-03-02T08:00:00Z' });
  world.createRepository(home.owner, home.name, {
    ...{ private: true, files: { '.github/sitrep.yml': `handbook: ${followed}\n` } },
  });
  for (const login of leads) world.setPermission(home, login, 'maintain');
  const services = createServices(readShipped(), sealWith(ledgerKey));
  const github = inProcess(world, { kind: 'app' });
  const form = { Summary: 'The checkout is down.', Severity: 'Sev-2', 'Affected services': 'checkout' };
  world.as('ada').createLabel(home, { name: 'incident' });
  const { number } = world
    .as('ada')
    .openIssue(home, { title: 'The checkout is down', body: formBody(form), labels: ['incident'], template: true });
  const pass = () => reconcile(github, { ...home, number }, world.now, services);
  let said = 1;
  for (let count = 0; said < entries; count += 1) {
    const command = commands[count % commands.length];
    const text = `${words[count % words.length]} ${words[(count * 7) % words.length]} (${count})`;
    world.now = later(world.now, 20);
    world.as(leads[count % leads.length] ?? 'ada').comment(home, number, command ? `${command} ${text}` : text);
    said += command ? 1 : 0;
    if (count % batch === 0) await pass();
  }
  while ((await pass()).outcome === 'changed') world.now = later(world.now, 20);
  world.now = later(world.now, 20);
  world.as('bea').comment(home, number, '/note And now this.');
  const look = await lookAt(github, { ...home, number }, world.now, services);
  if (typeof look === 'string') throw new Error(`the look at a long record was ${look}`);
  return { look, services };
}

function later(at: string, seconds: number): string {
  return `${new Date(Date.parse(at) + seconds * 1000).toISOString().slice(0, 19)}Z`;
}
