// Bundles the Action into action/dist, which GitHub runs without installing anything; with --check it only says whether that is fresh.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleFiles } from './bundle/bundle-files.ts';

const root = new URL('..', import.meta.url);

function present(path: string): string | null {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return null;
  }
}

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
const files = await bundleFiles();
const stale = Object.entries(files).filter(([path, text]) => present(path) !== text);
if (check) {
  for (const [path] of stale) console.log(`${path} is stale: run \`npm run bundle\`.`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  mkdirSync(new URL('action/dist', root), { recursive: true });
  for (const [path, text] of stale) {
    writeFileSync(new URL(path, root), text);
    console.log(`wrote ${path} (${Math.ceil(text.length / 1024)} KiB)`);
  }
}
