// `npm run scenario -- FILE…`: plays scenario files. Exit 0: as told; 1: a difference; 2: not a scenario.
import { parseArgs } from 'node:util';
import { parseStory } from './parse.ts';
import { printOutcomes } from './print.ts';
import { runStory } from './run.ts';
import { NotAScenario, type Story } from './story.ts';
import { type Way, ways } from './ways.ts';

const usage = `npm run scenario -- [--way ${ways.join('|')}] [--seed N] [--show] FILE…`;

interface Asked {
  readonly files: readonly string[];
  readonly ways: readonly Way[];
  readonly seed: number;
  readonly show: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    console.error(`${asked}\n${usage}`);
    return 2;
  }
  let worst = 0;
  for (const file of asked.files) worst = Math.max(worst, await runFile(file, asked));
  return worst;
}

function readArguments(args: readonly string[]): Asked | string {
  try {
    const options = {
      way: { type: 'string', multiple: true },
      seed: { type: 'string' },
      show: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const chosen = values.way ?? [...ways];
    const unknown = chosen.find((way) => !ways.some((known) => known === way));
    const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
    if (unknown !== undefined) return `There is no way "${unknown}".`;
    if (!Number.isInteger(seed) || seed < 0) return `The seed must be a whole number, not "${values.seed}".`;
    if (positionals.length === 0) return 'Which file?';
    return { files: positionals, ways: ways.filter((way) => chosen.includes(way)), seed, show: values.show === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function runFile(file: string, asked: Asked): Promise<number> {
  try {
    const story: Story = parseStory(file);
    const outcomes = await runStory(story, { ...asked, show: asked.show ? (text) => console.log(text) : null });
    const asTold = outcomes.every(({ differences }) => differences.length === 0);
    const seeded = asked.ways.includes('shuffle') ? ` (seed ${asked.seed})` : '';
    console.log(`${asTold ? 'as told' : 'DIFFERENT'}  ${file}: ${story.story} [${asked.ways.join(', ')}]${seeded}`);
    if (asTold) return 0;
    console.log(printOutcomes(file, outcomes));
    return 1;
  } catch (error) {
    if (!(error instanceof NotAScenario)) throw error;
    console.error(`not a scenario  ${error.message}`);
    return 2;
  }
}
