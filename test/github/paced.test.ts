// In the pace of an installation only writes wait; pins go beside them and hold nothing up.
import type { GitHub } from '../../src/github/client.ts';
import { paced } from '../../src/github/paced.ts';
import { pinRoute } from '../../src/github/pin.ts';
import { Unanswered } from '../../src/github/unanswered.ts';

function pacing({ rest = 0, pin = async (): Promise<unknown> => ({}) } = {}) {
  const done: string[] = [];
  const left: number[] = [];
  const github: GitHub = {
    async graphql(document) {
      done.push(document);
      return { data: {}, errors: [] };
    },
    async rest(route) {
      done.push(route);
      if (route === pinRoute) await pin();
      return { status: 200, data: {} };
    },
  };
  const besides: (() => Promise<void>)[] = [];
  const waits: number[] = [];
  const wire = paced(github, {
    async document() {
      done.push('turn');
      return rest;
    },
    async beside(send, after) {
      besides.push(send);
      waits.push(after);
    },
    leaveAlone: (milliseconds) => void left.push(milliseconds),
  });
  return { wire, done, left, besides, waits };
}

test('documents and other writes wait for their turn; what only reads does not', async () => {
  const { wire, done } = pacing();
  await wire.graphql('query q { a }', {});
  await wire.graphql('mutation m { a }', {});
  await wire.rest('GET /x', {});
  await wire.rest('POST /x', {});
  expect(done).toEqual(['query q { a }', 'turn', 'mutation m { a }', 'GET /x', 'turn', 'POST /x']);
});

test('while GitHub wants to be left alone a write is not sent, and the pass ends as after a limit', async () => {
  const { wire, done } = pacing({ rest: 1500 });
  const limited = { limited: true, retryAfterSeconds: 2 };
  await expect(wire.graphql('mutation m { a }', {})).rejects.toMatchObject(limited);
  await expect(wire.rest('POST /x', {})).rejects.toMatchObject(limited);
  expect(done).toEqual(['turn', 'turn']);
});

test('a pin is taken at once and sent later; a limit that it meets is kept', async () => {
  const { wire, done, besides } = pacing();
  expect(await wire.rest(pinRoute, {})).toEqual({ status: 202, data: null });
  expect(done).toEqual([]);
  await besides[0]?.();
  expect(done).toEqual([pinRoute]);
  const limit = new Unanswered('slow down', { status: 403, limited: true });
  for (const [error, left] of [
    [limit, [60_000]],
    [new Unanswered('slow down', { status: 403, limited: true, retryAfterSeconds: 7 }), [7000]],
    [new Unanswered('Bad Gateway', { status: 502 }), []],
  ] as const) {
    const failing = pacing({ pin: () => Promise.reject(error) });
    await failing.wire.rest(pinRoute, {});
    await failing.besides[0]?.();
    expect(failing.left).toEqual(left);
  }
});

test('a pin without an answer is sent again in a later gap, three times in all, each time after a longer wait', async () => {
  const lost = () => Promise.reject(new Unanswered('Bad Gateway', { status: 502 }));
  const { wire, done, besides, waits } = pacing({ pin: lost });
  await wire.rest(pinRoute, {});
  for (let count = 0; count < 9; count += 1) await besides[count]?.();
  expect(done).toEqual([pinRoute, pinRoute, pinRoute]);
  expect(waits).toEqual([0, 1000, 10_000]);
});

test('what GitHub answers a pin with is the end of it, also a no', async () => {
  const { wire, done, besides } = pacing({ pin: async () => ({ status: 404 }) });
  await wire.rest(pinRoute, {});
  for (let count = 0; count < 9; count += 1) await besides[count]?.();
  expect(done).toEqual([pinRoute]);
});
