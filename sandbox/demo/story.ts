// The story of the demo: one Sev-1 from report to merged post-mortem, line by line, with what must come true after each.

import { formBody } from '../form-body.ts';
import type { Act } from '../server.ts';
import type { Dump } from '../world/dump.ts';
import {
  assigned,
  branch,
  type ComesTrue,
  incident,
  issueOf,
  labelled,
  onCard,
  ours,
  pullOf,
  says,
} from './comes-true.ts';

export interface Line {
  /** When it is said, ISO UTC. */
  readonly at: string;
  readonly who: string;
  /** How the terminal tells it. */
  readonly tells: string;
  readonly act: Act;
  readonly comesTrue: readonly ComesTrue[];
}

/** The people of acme/ops and what GitHub lets them do. */
export const people = { ada: 'maintain', bob: 'write', cleo: 'write', rae: 'triage', eve: 'none' } as const;

function comment(at: string, who: string, text: string, ...comesTrue: readonly ComesTrue[]): Line {
  return { at: `2026-03-02T${at}:00Z`, who, tells: text, act: { act: 'comment', number: incident, text }, comesTrue };
}

function done(at: string, who: string, item: string): Line {
  const act = { act: 'tick', number: incident, item };
  const ticked = new RegExp(`- \\[x\\].*item:${item} `);
  const comesTrue = [
    { what: `\`${item}\` is ticked`, holds: (dump: Dump) => ours(dump).some((body) => ticked.test(body)) },
  ];
  return { at: `2026-03-02T${at}:00Z`, who, tells: `ticks ${item}`, act, comesTrue };
}

const lesson =
  'A red canary job stops deploys from now on: ours had been red for a week, and people had learned to skip it.';

/** What ada writes below the headings of the post-mortem. */
const written: Readonly<Record<string, string>> = {
  'What happened':
    'The 09:40 deploy dropped the timeout of the payment call. Calls that never ended piled up until the checkout answered 500; rolling back freed it.',
  'Contributing factors':
    '- The timeout stands in two files, and only one of them is tested.\n- The deploy skipped the canary.',
  'What went well': 'Cleo decided to roll back after half an hour, and did not wait for the fix.',
  'What went badly': 'We heard of it from customers: no alarm of ours rang.',
  Lessons: lesson,
  'Action items':
    '- [ ] @bob: the timeout stands in one file, by 16 March\n- [ ] @cleo: a red canary stops deploys, by 9 March',
};

/** The commit with which a person fills the post-mortem in; the path and the text are GitHub's by then. */
export function filledIn(dump: Dump): Record<string, string> {
  const [path = '', text = ''] = Object.entries(pullOf(dump)?.files ?? {})[0] ?? [];
  const filled = text
    .replace('- [ ] …: owner …, by …\n\n', '')
    .replaceAll(/^## (.+)\n/gm, (line, heading: string) =>
      written[heading] ? `${line}\n${written[heading]}\n` : line,
    );
  return { [path]: filled };
}

const report = formBody({
  Summary: 'Customers cannot pay: the checkout page answers 500.',
  Severity: 'Sev-2',
  Impact: 'High',
  Urgency: 'High',
  'Affected services': 'checkout',
  Symptoms: 'HTTP 500 from /pay, since about the deploy',
  'Started at': '2026-03-02 09:41 UTC',
  'Detected at': '09:55 UTC',
  'How detected': 'Customer report',
  'Users affected': 'everybody who pays by card',
  'Business functions disrupted': 'sales',
});

export const story: readonly Line[] = [
  {
    at: '2026-03-02T10:00:00Z',
    who: 'rae',
    tells: 'files an incident report: "Checkout is down", Sev-2, checkout',
    act: { act: 'open', title: 'Checkout is down', body: report, labels: ['incident'], template: true },
    comesTrue: [labelled('incident', 'sev-2', 'status: new'), onCard('the services', /checkout/)],
  },
  comment(
    '10:02',
    'ada',
    '/role commander',
    assigned('ada'),
    onCard('who commands', /ada/),
    labelled('status: investigating'),
  ),
  comment('10:04', 'bob', '/severity sev-1 because card payments fail everywhere', labelled('sev-1')),
  comment('10:05', 'eve', '/severity sev-4', says('why not, and what to type', /\/severity/), labelled('sev-1')),
  comment('10:06', 'ada', '/role scribe @cleo', says('to cleo what a scribe does', /@cleo/), assigned('cleo')),
  comment('10:07', 'bob', '/role technical-lead', assigned('bob')),
  comment(
    '10:12',
    'bob',
    '/hypothesis the 09:40 deploy dropped the payment timeout',
    onCard('the hypothesis', /09:40 deploy/),
  ),
  comment(
    '10:20',
    'ada',
    '/update Rolling back the 09:40 deploy next in 30m',
    onCard('the understanding', /Rolling back/),
  ),
  comment('10:31', 'cleo', '/decision roll back, do not wait for the fix', onCard('the decision', /roll back, do not/)),
  comment('10:40', 'bob', '/status identified', labelled('status: identified')),
  comment(
    '10:55',
    'bob',
    '/mitigated at 10:50',
    labelled('status: monitoring'),
    onCard('when it was mitigated', /10:50/),
  ),
  comment(
    '11:50',
    'bob',
    '/resolved at 11:40',
    labelled('status: resolved'),
    says('what is left to do before closing', /- \[ \]/),
    {
      what: 'the post-mortem is open as a pull request, filled in',
      holds: (dump) => Object.values(pullOf(dump)?.files ?? {}).some((text) => text.includes('11:40')),
    },
  ),
  {
    at: '2026-03-02T11:55:00Z',
    who: 'ada',
    tells: 'closes the issue',
    act: { act: 'close', number: incident },
    comesTrue: [
      { what: 'it is open again', holds: (dump) => issueOf(dump).state === 'open' },
      says('what is missing', /close anyway/),
    ],
  },
  ...['service-restored', 'actions-documented', 'users-notified', 'monitoring-stable'].map((item, index) =>
    done(`12:0${index}`, 'cleo', item),
  ),
  comment(
    '12:10',
    'ada',
    '/done follow-ups-created\n/done knowledge-base-updated',
    onCard('the whole checklist', /7 of 7/),
  ),
  comment(
    '12:12',
    'ada',
    '/close',
    { what: 'the incident is closed', holds: (dump) => issueOf(dump).state === 'closed' },
    labelled('status: closed'),
  ),
  {
    at: '2026-03-03T09:00:00Z',
    who: 'ada',
    tells: 'fills the post-mortem in',
    act: { act: 'push', branch, text: 'What happened, and what we learned' },
    comesTrue: [
      {
        what: 'her words are in it',
        holds: (dump) => Object.values(pullOf(dump)?.files ?? {}).some((text) => text.includes(lesson)),
      },
    ],
  },
  {
    at: '2026-03-03T09:30:00Z',
    who: 'bob',
    tells: 'merges the post-mortem',
    act: { act: 'merge', branch },
    comesTrue: [
      {
        what: 'it is on the default branch, with her words',
        holds: (dump) =>
          Object.entries(dump.files).some(([path, text]) => path.startsWith('post-mortems/') && text.includes(lesson)),
      },
      onCard('that it was reviewed', /reviewed[^\n]*09:30/i),
    ],
  },
];
