// The lines that the report says to type do what it says, in every handbook: typed with an hour they mend, as they stand they harm nothing.
import type { IncidentLine } from '../../src/lines/line.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { shipped } from '../config/ground.ts';
import { lineOfStory } from '../lines/story.ts';
import { asked } from './asked.ts';

const zones = ['UTC', 'Europe/Berlin'] as const;

/** An incident that was closed over everything, and what is typed into it two days later. */
function story(handbook: string, typed: readonly string[]): string {
  return `
story: Closed, and hardly anything is known of it
config: "handbook: ${handbook}\\n"
people: {ada: admin, bob: write}
given:
  - 10:00 ada opens: Checkout is down
    labels: []
    body: It is.
  - 10:01 ada: /incident
  - 23:00 ada: /close anyway because nobody had the time
${typed.map((line, index) => `  - +2d 12:0${index} ada: "${line}"`).join('\n')}
`;
}

function quality(line: IncidentLine, zone: string) {
  return reportOf([line], asked('2026-W10', { zone, now: '2026-03-09T06:00:00Z' })).quality;
}

const hours: Readonly<Record<string, string>> = {
  ...{ '/started': '09:30', '/detected': '09:40', '/ack': '10:30' },
  ...{ '/mitigated': '15:00', '/resolved': '16:00' },
};

describe.each(Object.keys(shipped))('%s', (handbook) => {
  test.each(zones)('typed with an hour in %s, the lines mend what was missing', async (zone) => {
    const [row] = quality(await lineOfStory(story(handbook, [])), zone);
    expect(row?.missing.length).toBeGreaterThan(1);
    const commands = row?.commands ?? [];
    expect(commands.length).toBe(row?.missing.length);
    const typed = commands.map((command) => command.replace('HH:MM', hours[command.split(' ')[0] ?? ''] ?? ''));
    const mended = await lineOfStory(story(handbook, typed));
    expect(quality(mended, zone)).toEqual([]);
    expect(mended.state).toBe('closed');
  });

  test('typed as they stand they are refused', async () => {
    const before = await lineOfStory(story(handbook, []));
    const [row] = quality(before, 'UTC');
    const after = await lineOfStory(story(handbook, row?.commands ?? []));
    expect(after.milestones).toEqual(before.milestones);
    expect(after.refused - before.refused).toBe(row?.commands.length);
  });
});

test('an issue that was never an incident of ours gets its record by the line that is told', async () => {
  const line = await lineOfStory(`
story: Older than the installation
config: "handbook: ims\\n"
people: {ada: admin}
given:
  - 10:00 ada opens: Checkout was down
    body: It was.
  - 11:00 ada closes: completed
  - +2d 12:00 ada: /backfill
`);
  expect(line).toMatchObject({ source: 'card', backfilled: true });
});
