// `npm run say -- ada 1 "/role scribe"`: takes part in the sandbox that `npm run demo` left running, and shows what came of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from './demo/comes-true.ts';
import { reportBody } from './demo/report-body.ts';
import type { Dump } from './world/dump.ts';

const usage = `npm run say -- WHO NUMBER TEXT      e.g. npm run say -- ada 1 "/role scribe"
npm run say -- WHO open TITLE       files an incident report
npm run say -- WHO NUMBER close     closes the issue by hand
npm run say -- WHO NUMBER tick ITEM ticks a box of the checklist
`;

process.exitCode = await main(process.argv.slice(2));

async function main([who, number, ...words]: readonly string[]): Promise<number> {
  const act = actOf(number, words);
  if (!who || !act) {
    process.stderr.write(usage);
    return 2;
  }
  const url = sandboxUrl();
  if (!url) {
    process.stderr.write('No sandbox is running here. Start one in another terminal: npm run demo\n');
    return 1;
  }
  try {
    const before = await world(url);
    const answer = await fetch(`${url}/_sandbox/people/${encodeURIComponent(who)}`, {
      method: 'POST',
      body: JSON.stringify(act),
    });
    if (!answer.ok) {
      process.stderr.write(`GitHub says no: ${((await answer.json()) as { message?: string }).message}\n`);
      return 1;
    }
    // The App gathers wake-ups before it looks; then it writes.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    show(before, await world(url));
    return 0;
  } catch {
    process.stderr.write('The sandbox does not answer (any more). Start it in another terminal: npm run demo\n');
    return 1;
  }
}

function actOf(number: string | undefined, words: readonly string[]): object | null {
  const [first, ...rest] = words;
  if (!first) return null;
  if (number === 'open')
    return { act: 'open', title: words.join(' '), body: reportBody, labels: ['incident'], template: true };
  if (!/^\d+$/.test(number ?? '')) return null;
  if (words.length === 1 && first === 'close') return { act: 'close', number: Number(number) };
  if (first === 'tick') return { act: 'tick', number: Number(number), item: rest.join(' ') };
  return { act: 'comment', number: Number(number), text: words.join(' ') };
}

function sandboxUrl(): string | null {
  try {
    const file = join(import.meta.dirname, '../node_modules/.cache/sitrep-sandbox.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
  } catch {
    return null;
  }
}

async function world(url: string): Promise<Dump> {
  return (await (await fetch(`${url}/_sandbox/world`)).json()) as Dump;
}

/** Every comment that is new or changed, as people see it. */
function show(before: Dump, after: Dump): void {
  const known = new Set(before.issues.flatMap((issue) => issue.comments.map(({ body }) => body)));
  for (const issue of after.issues) {
    const fresh = issue.comments.filter(({ body }) => !known.has(body));
    if (fresh.length > 0)
      process.stdout.write(`\n#${issue.number} ${issue.title} [${issue.state}] ${issue.labels.join(', ')}\n`);
    for (const { author, body } of fresh) process.stdout.write(`\n── ${author}\n${visible(body)}\n`);
  }
}
