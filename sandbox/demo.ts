// `npm run demo`: the main job on a GitHub of your own, told as it happens. Exit 0: all came true; 1: which line did not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { branch, cardOf, visible } from './demo/comes-true.ts';
import { playLine, type Scene } from './demo/play.ts';
import { type Stage, setStage } from './demo/stage.ts';
import { story } from './demo/story.ts';

const cache = join(import.meta.dirname, '../node_modules/.cache');
const usage = 'npm run demo -- [--exit] [--json FILE] [--port N]\n';

const options = readOptions();
if (options) process.exitCode = await main(options);

interface Options {
  readonly exit: boolean;
  readonly json: string | undefined;
  readonly port: number;
}

function readOptions(): Options | null {
  try {
    const flags = { exit: { type: 'boolean' }, json: { type: 'string' }, port: { type: 'string' } } as const;
    const { exit = false, json, port = '4470' } = parseArgs({ options: flags }).values;
    const number = Number(port);
    if (!Number.isInteger(number) || number < 0 || number > 65_534) throw new Error(`--port ${port} is no port`);
    return { exit, json, port: number };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 2;
    return null;
  }
}

async function main({ exit, json, port }: Options): Promise<number> {
  // `--port` is the page's; the API takes the next one.
  const stage = await setStage(port === 0 ? 0 : port + 1);
  say(`\nA GitHub of your own runs at ${stage.sandbox.url}, the real App beside it. People of acme/ops:`);
  say('  ada (maintain), bob and cleo (write), rae (read), eve (a stranger)\n');
  const missing = await tell(stage);
  if (missing.length === 0) farewell(stage);
  if (json) writeFileSync(json, `${JSON.stringify(finalWorld(stage), null, 2)}\n`);
  for (const complaint of missing) process.stderr.write(`${complaint}\n`);
  if (exit || missing.length > 0) {
    await stage.close();
    return missing.length === 0 ? 0 : 1;
  }
  await stayUp(stage);
  return 0;
}

async function tell(stage: Stage): Promise<readonly string[]> {
  for (const line of story) {
    say(`${line.at.slice(11, 16)}  ${line.who}: ${line.tells.replaceAll('\n', '\n       ')}`);
    const scene = await playLine(line, stage);
    tellScene(scene);
    if (scene.missing.length > 0) {
      const where = `${line.at} ${line.who}: ${line.tells}`;
      return scene.missing.map((what) => `This did not come true after "${where}": ${what}`);
    }
  }
  const { invalid } = stage.sandbox.requests;
  return invalid.map((request) => `GitHub would not understand: ${JSON.stringify(request)}`);
}

function tellScene({ did, cost }: Scene): void {
  for (const sentence of did) say(`       sitrep ${sentence}`);
  const requests = cost.graphql + cost.rest;
  say(
    `       (${requests === 0 ? 'no request' : `${requests} request${requests === 1 ? '' : 's'}: ${cost.graphql} GraphQL, ${cost.rest} REST`})\n`,
  );
}

function farewell(stage: Stage): void {
  const dump = stage.dump();
  const pull = dump.pulls.find((candidate) => candidate.branch === branch);
  const { graphql, rest, points } = stage.sandbox.requests;
  heading('The status card now');
  say(visible(cardOf(dump)));
  for (const [path, text] of Object.entries(pull?.files ?? {})) {
    heading(`The post-mortem as merged: ${path}`);
    say(text.trimEnd());
  }
  heading('What it cost');
  say(`${graphql + rest} requests for the whole incident: ${graphql} GraphQL (${points} points), ${rest} REST.`);
  say(
    '\nWhere to go next: README.md (install it), docs/commands.md (what to type), test/scenarios/ (what it promises).',
  );
}

function finalWorld(stage: Stage) {
  const { issues, pulls } = stage.dump();
  const { graphql, rest, byRoute } = stage.sandbox.requests;
  return { issues, pulls, requests: { graphql, rest, byRoute } };
}

async function stayUp(stage: Stage): Promise<void> {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'sitrep-sandbox.json'), JSON.stringify({ url: stage.sandbox.url }));
  stage.sandbox.clock.set(stage.sandbox.clock.now);
  say('\nThe sandbox stays up. Take part from another terminal:');
  say('  npm run say -- ada 1 "/role scribe"');
  say('  npm run say -- rae open "Search is slow"      # files a new report');
  say('Ctrl-C ends it.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await stage.close();
}

function heading(text: string): void {
  say(`\n──── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
