// A process of the bench: makes a world of so many incidents and serves it until its input ends. Says where it is in one line of JSON.
import { startSandbox } from '../sandbox/server.ts';
import { type Amount, home, worldOf } from './world.ts';

process.stdin.on('end', () => process.exit()).resume();
const start = performance.now();
const world = await worldOf(JSON.parse(process.argv[2] ?? '{}') as Amount);
const sandbox = await startSandbox({ world, webhookSecret: 'bench', clock: 'still' });
const made = (performance.now() - start) / 1000;
const workflowToken = sandbox.workflowToken(`${home.owner}/${home.name}`, { issues: 'write', contents: 'read' });
process.stdout.write(`${JSON.stringify({ url: sandbox.url, token: sandbox.token('ada'), workflowToken, made })}\n`);
