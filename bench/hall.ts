// What figures share: sandboxes in processes of their own, each made once and only when somebody asks for it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Requests } from '../sandbox/client.ts';
import type { Amount } from './world.ts';

/** A sandbox with incidents, over HTTP. */
export interface Place {
  readonly url: string;
  /** Of a person with read access and more. */
  readonly token: string;
  /** `github.token` of a workflow in the repository of the incidents. */
  readonly workflowToken: string;
  /** How long making it took, in seconds. */
  readonly made: number;
  /** Every request takes so long from now on; 0: as long as it takes. */
  delay(milliseconds: number): Promise<void>;
  /** What was asked of it so far. */
  requests(): Promise<Requests>;
}

export interface Hall {
  /** The sandbox of this amount: the same one for everybody who asks. */
  place(amount: Amount): Promise<Place>;
  /** Really waits where else is reckoned: minutes. */
  readonly patient: boolean;
  close(): Promise<void>;
}

/** Milliseconds to GitHub and back: about what a runner of theirs has. */
export const latency = 100;

export function openHall({ patient }: Pick<Hall, 'patient'>): Hall {
  const places = new Map<string, Promise<Place>>();
  const children: ChildProcess[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const serve = async (amount: Amount): Promise<Place> => {
    if (closed) throw new Error('the bench is over');
    const child = processOf(amount);
    children.push(child);
    return placeOf(child);
  };
  return {
    patient,
    place(amount) {
      const key = JSON.stringify(amount);
      // One after the other: making a world takes a core, and what is being measured needs the other one.
      const place = places.get(key) ?? last.then(() => serve(amount));
      last = place.catch(() => {});
      places.set(key, place);
      return place;
    },
    async close() {
      closed = true;
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill();
        await once(child, 'exit');
      }
    },
  };
}

function processOf(amount: Amount): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', new URL('serve.ts', import.meta.url).pathname, JSON.stringify(amount)],
    // It ends when its input does: also when this process is killed.
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
}

async function placeOf(child: ChildProcess): Promise<Place> {
  if (!child.stdout) throw new Error('a sandbox has no output');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => null),
  ]);
  if (line === null) throw new Error('a sandbox ended before it could be reached');
  const { url, token, workflowToken, made } = JSON.parse(line) as Pick<
    Place,
    'url' | 'token' | 'workflowToken' | 'made'
  >;
  return {
    ...{ url, token, workflowToken, made },
    async delay(milliseconds) {
      await fetch(`${url}/_sandbox/latency`, { method: 'POST', body: JSON.stringify({ milliseconds }) });
    },
    async requests() {
      return (await (await fetch(`${url}/_sandbox/requests`)).json()) as Requests;
    },
  };
}

/** What some work asked of a place. */
export async function counted<T>(
  place: Place,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly requests: number; readonly points: number }> {
  const before = await place.requests();
  const result = await work();
  const after = await place.requests();
  return {
    result,
    requests: after.graphql + after.rest - before.graphql - before.rest,
    points: after.points - before.points,
  };
}
