// A process of the bench: reads lines from a file, makes the report of the week and its page, and says what time each took: the
// processor's for this thread, since others on the machine are not ours to measure, and for the computing the clock's as well.
import { createReadStream } from 'node:fs';
import { sealWith } from '../src/core/seal.ts';
import { createServices } from '../src/footing.ts';
import type { IncidentLine } from '../src/lines/line.ts';
import { readLines } from '../src/lines/read-lines.ts';
import { readPeriod } from '../src/metrics/read-period.ts';
import { reportOf } from '../src/metrics/report-of.ts';
import { renderIssue } from '../src/report/render-issue.ts';
import { readShipped } from '../src/shipped.ts';
import { week } from './amounts.ts';
import { followed, monday } from './world.ts';

const file = process.argv[2] ?? '';
const zone = 'UTC';
const period = readPeriod(week, monday, zone);
if ('why' in period) throw new Error(period.why);
const services = createServices(readShipped(), sealWith(null));
const none = { oid: null, folderOid: null, files: {}, catalogOid: null, catalog: null };
const { handbook } = services.read({ ...none, text: `handbook: ${followed}\n` });

const start = spent();
const lines: IncidentLine[] = [];
for await (const line of readLines(createReadStream(file, 'utf8'), file)) lines.push(line);
const read = spent();
const clock = performance.now();
const report = reportOf(lines, { period, zone, now: monday, since: null, handbook, repositories: [] });
const computed = spent();
const byTheClock = (performance.now() - clock) / 1000;
const { body } = renderIssue(report, services.tools.templates);
const rendered = spent();

const told = {
  incidents: lines.length,
  inPeriod: report.incidents.length,
  reading: read - start,
  computing: computed - read,
  byTheClock,
  rendering: rendered - computed,
  characters: body.length,
};
process.stdout.write(JSON.stringify(told));

/** Seconds of the processor that this thread has had. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000_000;
}
