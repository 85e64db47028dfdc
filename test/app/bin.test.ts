// `npx sitrep`: the command of the package runs under the machine's Node, also one that strips no types.
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { usage } from '../../src/cli.ts';
import { root, spawned } from './spawned.ts';

const bin = join(root, 'bin/sitrep.js');
/** The machine's own Node is often an older one; where there is none of its own, ours stands in. */
const machine = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path)) ?? process.execPath;

test.each([
  ['ours', process.execPath],
  ["the machine's", machine],
])('%s: arguments, exit code and the folder go through', async (_whose, node) => {
  expect(await spawned(node, [bin, '--help']).ended).toEqual({ code: 0, out: `${usage}\n`, err: '' });
  const gone = await spawned(node, [bin, 'check', 'gone.yml']).ended;
  expect(gone).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no file gone.yml.') });
  const here = await spawned(node, [bin, 'check', 'workflow-guide.yml'], { cwd: join(root, 'handbooks') }).ended;
  expect(here).toMatchObject({ code: 0, err: '' });
});

test('it is executable as it stands', async () => {
  expect(await spawned(bin, ['--help']).ended).toMatchObject({ code: 0 });
});

test('below node_modules, where no Node strips types, it says what to do', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'sitrep-')), 'node_modules', 'sitrep');
  mkdirSync(folder, { recursive: true });
  for (const path of ['bin', 'package.json']) cpSync(join(root, path), join(folder, path), { recursive: true });
  const { code, out, err } = await spawned(machine, [join(folder, 'bin/sitrep.js'), '--help']).ended;
  expect([code, out, err.split('\n').length]).toEqual([1, '', 2]);
  expect(err).toContain('npm ci');
});

test('an old Node and no other one is one sentence', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'sitrep-')), 'sitrep');
  mkdirSync(folder, { recursive: true });
  for (const path of ['bin', 'package.json']) cpSync(join(root, path), join(folder, path), { recursive: true });
  const old = [
    '--eval',
    `Object.defineProperty(process.versions, 'node', { value: '20.1.0' }); import('file://${folder}/bin/sitrep.js')`,
  ];
  const { code, err } = await spawned(machine, old).ended;
  expect([code, err.split('\n').length]).toEqual([1, 2]);
  expect(err).toContain('needs Node 24');
});
