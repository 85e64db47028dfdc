// npm run soak: `soak.ts [NAME…] [--seed N] [--times N]`. Exit 1: something did not hold; 2: not a call.
import { parseArgs } from 'node:util';
import { readSoaks, runSoaks } from './frame.ts';

const whole = (text: string | undefined): number | null => {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is not a whole number`);
  return text === undefined ? null : Number(text);
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' }, times: { type: 'string' } },
    allowPositionals: true,
  });
  const seed = whole(values.seed) ?? Math.floor(Math.random() * 1e9);
  const times = whole(values.times);
  const soaks = await readSoaks();
  const unknown = positionals.filter((name) => !soaks.some((soak) => soak.name === name));
  if (unknown.length > 0) {
    throw new Error(`no soak is called ${unknown.join(', ')} (${soaks.map(({ name }) => name).join(' · ')})`);
  }
  const chosen = soaks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const failed = await runSoaks(chosen, { seed, times, tell: (line) => void process.stdout.write(`${line}\n`) });
  return failed.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
