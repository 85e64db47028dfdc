// Progress: a bar on a terminal, plain lines elsewhere, silence for quick work.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { progressOn, type Screen } from '../../src/progress.ts';
import { line } from '../metrics/line.ts';
import { root } from './spawned.ts';

const at = (read: number, total: number | null = 1000) => ({ repository: 'acme/ops', read, total });

/** A screen that keeps what is drawn on it. */
function screenOf(): { readonly screen: Screen; readonly drawn: () => string } {
  const stream = new PassThrough();
  return {
    screen: Object.assign(stream, { isTTY: true, columns: 120 }),
    drawn: () => String(stream.read() ?? ''),
  };
}

function linesOf() {
  const lines: string[] = [];
  let now = 0;
  const clock = () => now;
  return {
    lines,
    clock,
    line: (text: string) => void lines.push(text),
    pass: (seconds: number) => (now += seconds * 1000),
  };
}

test('in a pipe: nothing for quick work, then a line now and then, none for each page', () => {
  const { lines, pass, line, clock } = linesOf();
  const progress = progressOn({ screen: null, line, clock });
  progress.step(at(50));
  expect(lines).toEqual([]);
  pass(3);
  progress.step(at(1100, 12_000));
  for (const read of [1150, 1200, 1250]) progress.step(at(read, 12_000));
  expect(lines).toEqual(['acme/ops: 1,100 of 12,000 incidents read.']);
  pass(11);
  progress.step(at(1300, null));
  progress.say('Waiting for a minute.');
  progress.end();
  expect(lines.slice(1)).toEqual(['acme/ops: 1,300 incidents read.', 'Waiting for a minute.']);
  expect(lines.join('')).not.toMatch(/[^\x20-\x7e]/);
});

test('on a terminal: nothing for quick work, then a bar, which is gone at the end', () => {
  const { pass, line, clock, lines } = linesOf();
  const { screen, drawn } = screenOf();
  const progress = progressOn({ screen, line, clock });
  progress.step(at(50));
  expect(drawn()).toBe('');
  pass(3);
  progress.step(at(500));
  expect(drawn()).toMatch(/█{12}░{12} acme\/ops: 500 of 1,000 incidents read/);
  progress.end();
  expect(drawn().endsWith('\u001b[2K')).toBe(true);
  expect(lines).toEqual([]);
});

test('on a terminal, where nobody knows how many there are: no bar that would tell', () => {
  const { pass, line, clock } = linesOf();
  const { screen, drawn } = screenOf();
  const progress = progressOn({ screen, line, clock });
  pass(3);
  progress.step(at(500, null));
  const shown = drawn();
  expect(shown).toContain('acme/ops: 500 incidents read');
  expect(shown).not.toMatch(/[█░]/);
  progress.end();
});

test('a sentence is written where the bar was, and the bar comes back below it', () => {
  const { pass, line, clock, lines } = linesOf();
  const { screen, drawn } = screenOf();
  const progress = progressOn({ screen, line, clock });
  pass(3);
  progress.step(at(500));
  drawn();
  progress.say('GitHub lets us wait for a minute.');
  expect([lines, drawn().endsWith('\u001b[2K')]).toEqual([['GitHub lets us wait for a minute.'], true]);
  progress.step({ repository: 'acme/web', read: 20, total: 10 });
  expect(drawn()).toMatch(/█{24} acme\/web: 20 of 20 incidents read/);
  progress.end();
});

test('the cursor is never hidden and lines are never cut: Ctrl-C leaves the terminal as it was', () => {
  const { pass, line, clock } = linesOf();
  const { screen, drawn } = screenOf();
  const before = process.listenerCount('SIGINT');
  const progress = progressOn({ screen, line, clock });
  pass(3);
  progress.step(at(500));
  expect(drawn()).not.toContain('\u001b[?');
  expect(process.listenerCount('SIGINT')).toBe(before);
  progress.end();
});

test('the program itself: slow input in a pipe is told of on standard error, and the report alone goes on', async () => {
  const given = [join(root, 'src/cli.ts'), 'metrics', '--from', '-', '--period', '2026-W10', '--format', 'csv'];
  const child = spawn(process.execPath, given, { cwd: tmpdir(), env: { PATH: process.env.PATH } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += String(data)));
  child.stderr.on('data', (data) => (said.err += String(data)));
  const ended = once(child, 'close');
  let fed = 0;
  // It tells when it has read for a while, however long it took to start.
  for (; said.err === '' && fed < 200; fed += 1) {
    child.stdin.write(`${JSON.stringify(line(fed + 1))}\n`);
    await sleep(250);
  }
  child.stdin.end();
  expect(await ended).toEqual([0, null]);
  expect(said.err).toMatch(/^(standard input: \d+ incidents read\.\n)+$/);
  expect(said.out.split('\n').filter(Boolean)).toHaveLength(fed + 1);
});
