// Sitrep and the usual App (`bench/naive`), each a process of its own before a sandbox of its own, with the same people doing the same.
import { fileURLToPath } from 'node:url';
import { type Stage, setStage } from '../sandbox/demo/stage.ts';
import { latency } from './hall.ts';
import { lifecycleWorld } from './lifecycle.ts';

export interface Sides<T> {
  readonly sitrep: T;
  readonly usual: T;
}

export interface Circumstances {
  /** Nobody waits: no way to GitHub and back, no pace, hardly any gathering. For what is counted, not timed. */
  readonly hasty?: boolean;
  /** Stock Probot without its throttling, which lets a second and more pass between two writes. */
  readonly unthrottled?: boolean;
}

const programOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const production = programOf('start-in-time.ts');
const quick = programOf('../sandbox/demo/app.ts');
const usualApp = programOf('naive/start.ts');

/** Does the same work before both, at the same time; every request takes 100 ms. @throws when one of them asked what GitHub has not */
export async function sideBySide<T>(
  work: (stage: Stage) => Promise<T>,
  { hasty = false, unthrottled = hasty }: Circumstances = {},
): Promise<Sides<T>> {
  const before = async (program: string, env: Readonly<Record<string, string>>): Promise<T> => {
    const stage = await setStage({
      ...{ world: lifecycleWorld(), program, sweeps: program !== usualApp },
      env: { LOG_LEVEL: 'warn', ...env },
    });
    try {
      stage.sandbox.latency(hasty ? 0 : latency);
      const result = await work(stage);
      const { invalid } = stage.sandbox.requests;
      if (invalid.length > 0) throw new Error(`GitHub would not understand ${program}: ${JSON.stringify(invalid)}`);
      return result;
    } finally {
      await stage.close();
    }
  };
  const [sitrep, usual] = await Promise.all([
    before(hasty ? quick : production, {}),
    before(usualApp, unthrottled ? { RIVAL_THROTTLE: 'off' } : {}),
  ]);
  return { sitrep, usual };
}
