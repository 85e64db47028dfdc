// Loaded before the App (`node --import`): kills its process at a named point of its way to GitHub. The App knows nothing of it.
// DEADLY_POINT is one of `points`, DEADLY_COUNT which write it is (from 1); counting begins with the signal SIGUSR2.
import type { Point } from './points.ts';

const point = process.env.DEADLY_POINT as Point | undefined;
const nth = Number(process.env.DEADLY_COUNT ?? 1);
const send = globalThis.fetch;
let armed = false;
let count = 0;

process.on('SIGUSR2', () => {
  armed = true;
});

globalThis.fetch = async (...given: Parameters<typeof fetch>): Promise<Response> => {
  const isHit = armed && isMeant(String(given[1]?.body ?? ''));
  if (isHit) count += 1;
  if (!isHit || count !== nth) return send(...given);
  if (point === 'before send' || point === 'before record') return die();
  const answer = await send(...given);
  await answer.text();
  return die();
};

function isMeant(body: string): boolean {
  if (point === undefined || !body.includes('"query":"mutation')) return false;
  return point !== 'before record' || (body.includes('updateIssueComment') && body.includes('<!-- sitrep:card -->'));
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}
