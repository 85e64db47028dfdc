// The reference lifecycle of an incident: who does what at GitHub's buttons, the same for every App that answers.
import { formBody } from '../sandbox/form-body.ts';
import type { Act } from '../sandbox/server.ts';
import { World } from '../sandbox/world.ts';
import { resolveHandbook } from '../src/config/parse.ts';
import { handbookLabels } from '../src/core/handbook-labels.ts';
import { readShipped } from '../src/shipped.ts';

/** Something that one person does. */
export interface Deed {
  /** As the table names it; deeds of one name are told together. */
  readonly name: string;
  /** ISO UTC, in the sandbox. */
  readonly at: string;
  readonly who: string;
  readonly act: Act;
  /** The next one comes so many milliseconds later, done or not; missing: once the App is at rest. */
  readonly hurry?: number;
}

/** The people of acme/ops and what GitHub lets them do. */
const people = { ada: 'maintain', bob: 'write', cleo: 'write', rae: 'triage' } as const;

const repository = { owner: 'acme', name: 'ops' };
const number = 1;
/** Seven ticks within a minute, evenly: one on the other's heels would be easier for whoever gathers them. */
const betweenTicks = 8000;

const report = formBody({
  ...{ Summary: 'Customers cannot pay: the checkout page answers 500.', Severity: 'Sev-2', Impact: 'High' },
  ...{ Urgency: 'High', 'Affected services': 'checkout', Symptoms: 'HTTP 500 from /pay, since about the deploy' },
  ...{ 'Started at': '2026-03-02 09:41 UTC', 'Detected at': '09:55 UTC', 'How detected': 'Customer report' },
  ...{ 'Users affected': 'everybody who pays by card', 'Business functions disrupted': 'sales' },
});

const boxes = [
  ...['service-restored', 'root-cause', 'actions-documented', 'users-notified', 'monitoring-stable'],
  ...['follow-ups-created', 'knowledge-base-updated'],
];

/** What it begins with; where only one is filed, it is the incident #1. */
export const firstReport: Deed = {
  ...{ name: 'report', at: '2026-03-02T10:00:00Z', who: 'rae' },
  act: { act: 'open', title: 'Checkout is down', body: report, labels: ['incident'], template: true },
};

/** From the report to the merged post-mortem: twenty deeds. */
export function lifecycle(hurry = betweenTicks): readonly Deed[] {
  const say = (name: string, time: string, who: string, text: string): Deed => ({
    ...{ name, at: `2026-03-02T${time}:00Z`, who, act: { act: 'comment', number, text } },
  });
  return [
    firstReport,
    say('acknowledged', '10:02', 'bob', '/ack'),
    say('severity', '10:04', 'bob', '/severity sev-1 because card payments fail everywhere'),
    say('three roles', '10:05', 'ada', '/role commander'),
    say('three roles', '10:06', 'bob', '/role technical-lead'),
    say('three roles', '10:07', 'ada', '/role scribe @cleo'),
    say('three updates', '10:20', 'ada', '/update Rolling back the 09:40 deploy next in 30m'),
    say('three updates', '10:45', 'ada', '/update The rollback is through on half of the nodes next in 15m'),
    say('three updates', '10:55', 'ada', '/update Card payments work again, the queue empties next in 30m'),
    say('mitigated', '11:00', 'bob', '/mitigated'),
    say('resolved', '11:40', 'bob', '/resolved'),
    ...boxes.map((item, index) => ({
      ...{ name: 'seven ticks', at: `2026-03-02T12:00:${two(index * 8)}Z`, who: 'cleo' },
      ...{ act: { act: 'tick', number, item }, ...(index < boxes.length - 1 ? { hurry } : {}) },
    })),
    say('closed', '12:12', 'ada', '/close'),
    {
      ...{ name: 'post-mortem merged', at: '2026-03-03T09:30:00Z', who: 'bob' },
      act: { act: 'merge', branch: `post-mortem/${number}` },
    },
  ];
}

/** Where it happens: set up for both (the labels of the handbook, a config for each), and nothing reported yet. */
export function lifecycleWorld(): World {
  const world = new World({ now: '2026-03-02T09:59:00Z' });
  for (const login of Object.keys(people)) world.addUser(login);
  world.createRepository(repository.owner, repository.name, {
    files: {
      'README.md': '# acme operations\n',
      '.github/sitrep.yml': 'app: sitrep\n',
      '.github/incidents.yml': 'label: incident\n',
    },
  });
  for (const [login, permission] of Object.entries(people)) world.setPermission(repository, login, permission);
  const config = { path: '.github/sitrep.yml', text: null };
  const { handbook } = resolveHandbook({ config, files: {}, shipped: readShipped().handbooks });
  for (const label of handbookLabels(handbook)) world.as('ada').createLabel(repository, label);
  return world;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
