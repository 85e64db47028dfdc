// `npm run bench [-- NAME…] [--wait] [--date 2026-03-09]`: measures, tells each figure as a line of JSON, and writes docs/performance.md
// when all were measured.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { figures } from './catalogue.ts';
import { type Figure, type Told, told } from './figure.ts';
import { openHall } from './hall.ts';
import { writePage } from './page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wait: { type: 'boolean', default: false }, date: { type: 'string' } },
});
const asked = positionals.length === 0 ? figures : figures.filter(({ name }) => positionals.includes(name));
const unknown = positionals.filter((name) => !figures.some((figure) => figure.name === name));
if (unknown.length > 0) {
  const names = figures.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no figure ${unknown.join(', ')}. There are: ${names}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(asked);
}

async function run(chosen: readonly Figure[]): Promise<number> {
  const start = performance.now();
  const load = loadavg()[0] ?? 0;
  const hall = openHall({ patient: values.wait });
  const all: Told[] = [];
  try {
    // Made one after the other while the first figures are measured already.
    for (const amount of chosen.flatMap(({ needs }) => needs)) hall.place(amount).catch(() => {});
    for (const figure of chosen) {
      for (const measured of await figure.measure(hall)) {
        all.push(told(measured));
        process.stdout.write(`${JSON.stringify(all.at(-1))}\n`);
      }
    }
  } finally {
    await hall.close();
  }
  const broken = all.filter(({ holds }) => holds === false);
  for (const { figure, value, bound, unit } of broken)
    process.stderr.write(`${figure}: ${value} ${unit}, and it may be ${bound}\n`);
  if (chosen === figures)
    writePage(all, { date: values.date ?? today(), minutes: (performance.now() - start) / 60_000, load });
  return broken.length > 0 ? 1 : 0;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
