// Which next words were owed, and when they came: stories, and by hand what is to be found of them.
import { lineOfStory, on } from './story.ts';

/** Staff hear something every 30 minutes at Sev-1, every hour at Sev-2, and as needed below. */
const staff = `
config: &config |
  handbook: workflow-guide
  replace: [audiences, messages]
  audiences:
    staff:
      name: Staff
      cadence: {sev-1: 30m, sev-2: 1h}
people: {ada: maintain, bob: write, cy: write}
`;

/** Customers hear a first word within 20 minutes at Sev-1, then one every hour; after two hours as each word says. */
const customers = `
config: &config |
  handbook: workflow-guide
  replace: [audiences, messages]
  audiences:
    customers:
      name: Customers
      external: true
      cadence: {sev-1: 1h}
      slower-after: 2h
  messages:
    first:
      name: First
      audience: customers
      purpose: first
      within: {sev-1: 20m}
      text: We look into it.
    more:
      name: More
      audience: customers
      purpose: update
      text: We still look into it.
people: {ada: maintain, bob: write, cy: write}
`;

async function owed(story: string): Promise<readonly (readonly [string | null, string, string | null])[]> {
  const { cadence } = await lineOfStory(story);
  return cadence.map(({ audience, dueAt, givenAt }) => [audience, clock(dueAt), givenAt && clock(givenAt)] as const);
}

/** `10:30` of day one; any other day with its date. */
function clock(at: string): string {
  return at.startsWith('2026-03-02') && at.endsWith(':00Z') ? at.slice(11, 16) : at;
}

test('each word is owed by the rhythm of the severity as it then stands; what passed stays owed, whatever is said later', async () => {
  const story = `
story: Raised, lowered, raised and lowered
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-3}
  - 10:20 bob: /severity sev-1 because it spreads
  - 10:25 bob: /update We look
  - 10:40 ada: /severity sev-2
  - 11:30 bob: /update We still look
  - 12:10 bob: /severity sev-1
  - 12:20 bob: /update It got worse
  - 13:00 ada: /severity sev-3
  - 13:05 bob: /update It got better
  - 13:40 bob: /resolved
`;
  expect(await owed(story)).toEqual([
    // Half an hour after the raise, which comes sooner than what was owed without it.
    ['staff', '10:50', '10:25'],
    // 10:25 and an hour.
    ['staff', '11:25', '11:30'],
    // 11:30 and half an hour had passed when it was raised: by the old rhythm, sooner than half an hour after the raise.
    ['staff', '12:30', '12:20'],
    // Late when it was lowered.
    ['staff', '12:50', '13:05'],
  ]);
});

test('a rhythm that begins with a raise counts from it where it would have passed already', async () => {
  const story = `
story: Raised late
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-3}
  - 11:00 bob: /severity sev-1
  - 11:40 bob: /update We look
  - 11:45 bob: /resolved
`;
  expect(await owed(story)).toEqual([['staff', '11:30', '11:40']]);
});

test('nothing is owed once it is over, and a relapse begins anew; a word after the end did not come in time', async () => {
  const story = `
story: A relapse
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:10 bob: /update We look
  - 10:35 bob: /resolved
  - 10:50 bob: /update It is over
  - 12:00 bob: /reopen
  - 12:20 bob: /update It is back
  - 13:00 bob: /resolved
  - 13:10 bob: /update It is over again
`;
  expect(await owed(story)).toEqual([
    ['staff', '10:30', '10:10'],
    ['staff', '12:30', '12:20'],
    ['staff', '12:50', null],
  ]);
});

test('a corrected end takes away what was due after it', async () => {
  const story = `
story: Over sooner than thought
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:10 bob: /update We look
  - 12:00 bob: /resolved at 11:00
  - 12:10 bob: /resolved at 10:35 because the graph was read wrong
`;
  expect(await owed(story)).toEqual([['staff', '10:30', '10:10']]);
});

test('an open incident tells the word that is still to come', async () => {
  const story = `
story: Still open
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:10 bob: /update We look
`;
  expect(await owed(story)).toEqual([
    ['staff', '10:30', '10:10'],
    ['staff', '10:40', null],
  ]);
});

test('what was undone was neither a word nor a severity', async () => {
  const story = `
story: Taken back
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:10 bob: /update We look
  - 10:11 bob: /undo
  - 10:12 bob: /severity sev-2
  - 10:13 bob: /undo
  - 10:25 bob: /update We look indeed
  - 10:50 bob: /resolved
`;
  expect(await owed(story)).toEqual([['staff', '10:30', '10:25']]);
});

test('where no rhythm holds, a promised time does; the next update keeps it', async () => {
  const story = `
story: Promises
${staff}
given:
  - 10:00 rae opens: Mails are late
    form: {Severity: Sev-4}
  - 10:05 bob: /update We look next in 30m
  - 10:50 bob: /update We still look, next 11:20
  - 11:10 bob: /update We know
  - 11:30 bob: /update We mend it, next 12:30
  - 12:00 bob: /resolved
`;
  expect(await owed(story)).toEqual([
    [null, '10:35', '10:50'],
    [null, '11:20', '11:10'],
  ]);
});

test('where a rhythm holds, the promise of the thread is not counted beside it', async () => {
  const story = `
story: Both
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:20 bob: /update We look next in 15m
  - 10:45 bob: /update We found it next in 5m
  - 10:55 bob: /resolved
`;
  expect(await owed(story)).toEqual([
    ['staff', '10:30', '10:20'],
    ['staff', '10:50', '10:45'],
  ]);
});

test('customers: the first word by its own time, a retracted one is none, a promise holds once it may go slower', async () => {
  const story = `
story: Customers are told
${customers}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:05 bob: /update We look
  - 10:10 bob: /draft first
  - 10:15 bob: /publish draft 1
  - 10:16 bob: /retract draft 1 because it was wrong
  - 10:24 bob: /draft first
  - 10:25 bob: /publish draft 2
  - 11:00 bob: /draft more
  - 11:10 bob: /publish draft 3
  - 12:05 bob: /update It takes long next 14:30
  - 12:06 bob: /draft more
  - 12:08 bob: /publish draft 4
  - 14:20 bob: /draft more
  - 14:25 bob: /publish draft 5
  - 14:40 bob: /resolved
`;
  expect(await owed(story)).toEqual([
    ['customers', '10:20', '10:25'],
    ['customers', '11:25', '11:10'],
    // Since 12:05 it is promised for 14:30; but the word of 11:10 was within the two hours: an hour after that.
    ['customers', '12:10', '12:08'],
    ['customers', '14:30', '14:25'],
  ]);
});

test('no word is owed of the past', async () => {
  const story = `
story: Recorded afterwards
${staff}
given:
  - 10:00 rae opens: Checkout was down
    form: {Severity: Sev-1}
  - 10:50 bob: /backfill because the chat was down too
`;
  const line = await lineOfStory(story);
  expect(line.cadence).toEqual([]);
  expect(line.interventions).toEqual([
    { what: 'backfilled', at: on('10:50'), by: 'bob', because: 'the chat was down too', about: '', minutes: null },
  ]);
});

test('after a move the new handbook counts, from the move on', async () => {
  const story = `
story: Moved
${staff}
given:
  - 10:00 rae opens: Checkout is down
    form: {Severity: Sev-1}
  - 10:05 ada: /role commander
  - 10:10 bob: /update We look
  - 11:00 bob pushes:
    files:
      .github/sitrep.yml: |
        handbook: officeluv
        replace: [audiences, messages]
        audiences:
          crew: {name: Crew, cadence: {sev-1: 20m}}
  - 11:05 ada: /handbook current
  - 11:40 bob: /update We found it
  - 11:50 ada: /resolved
`;
  // Staff's missed word of 10:40 is not known any more; the crew's counts from the move.
  expect(await owed(story)).toEqual([['crew', '11:25', '11:40']]);
});
