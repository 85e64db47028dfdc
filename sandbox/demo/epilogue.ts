// What the demo does when it stays up: a second report is filed, so that whoever takes part finds an open incident.
import { formBody } from '../form-body.ts';
import type { Line } from './story.ts';

const title = 'Search is slow';

/** The second report, on the Monday after; it is not part of the story. */
export const epilogue: Line = {
  at: '2026-03-09T09:40:00Z',
  who: 'rae',
  tells: `files another incident report: "${title}", Sev-3, search`,
  act: {
    act: 'open',
    title,
    body: formBody({
      Summary: 'A search takes about 20 seconds, and some end with a timeout.',
      Severity: 'Sev-3',
      Impact: 'Medium',
      Urgency: 'Low',
      'Affected services': 'search',
      Symptoms: 'The spinner turns; now and then "Try again later"',
      'Started at': '2026-03-09 09:10 UTC',
      'Detected at': '09:35 UTC',
      'How detected': 'Support tickets',
      'Users affected': 'about one search in five',
      Workaround: 'Choose a category first: that search is quick.',
    }),
    labels: ['incident'],
    template: true,
  },
  comesTrue: [
    {
      what: 'the second report is an incident of its own',
      holds: ({ issues }) => issues.some((issue) => issue.title === title && issue.labels.includes('sev-3')),
    },
  ],
};

/** How to take part. @param open the number of the incident that waits for somebody; @param over of the story's. */
export function invitation(open: number, over: number): string {
  return [
    `The sandbox stays up, and #${open} waits for somebody. Take part from another terminal:`,
    '',
    `  npm run say -- ada ${open} "/role scribe"          # takes a role`,
    `  npm run say -- bob ${open} "/ack"                  # is on it`,
    `  npm run say -- eve ${open} "/severity sev-1"       # a stranger: see how Sitrep says no`,
    '  npm run say -- rae open "Login is slow"      # files a new report',
    `  npm run say -- card ${open}                        # shows the whole status card`,
    `  npm run say -- bob ${open} "/severity sev-1"       # it is worse than that: see what is owed now`,
    '  npm run say -- wait 30m                      # time passes: see what falls due, and who is told',
    '',
    `#${over} is over; what is said there is answered too, with why not and what to type instead:`,
    '',
    `  npm run say -- ada ${over} "/role scribe"`,
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}
