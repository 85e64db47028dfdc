// The wire over Octokit: what is an answer and what is none; and which of it is asked again.
import { expect, test } from '@jest/globals';
import type { GitHub } from '../../src/github/client.ts';
import { overOctokit, type RequestingOctokit } from '../../src/github/octokit.ts';
import { retryReads } from '../../src/github/retry-reads.ts';
import { Unanswered } from '../../src/github/unanswered.ts';

type Reply = { status: number; data: unknown } | Error;

function octokit(reply: Reply, baseUrl = 'https://api.github.com') {
  const asked: { route: string; parameters: unknown }[] = [];
  const request = async (route: string, parameters?: Record<string, unknown>) => {
    asked.push({ route, parameters });
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const made: RequestingOctokit = { request: Object.assign(request, { endpoint: { DEFAULTS: { baseUrl } } }) };
  return { octokit: made, asked };
}

function httpError(status: number, headers: Record<string, string> = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { status, headers, data: { message } } });
}

test('errors of GraphQL with data are an answer', async () => {
  const errors = [{ message: 'm', type: 'NOT_FOUND', path: ['e0'] }];
  const { octokit: wire, asked } = octokit({ status: 200, data: { data: { e0: null }, errors } });
  expect(await overOctokit(wire).graphql('query q { a }', { n: 1 })).toEqual({ data: { e0: null }, errors });
  expect(asked).toEqual([
    { route: 'POST https://api.github.com/graphql', parameters: { query: 'query q { a }', variables: { n: 1 } } },
  ]);
});

test.each([
  ['https://ghe.example/api/v3', undefined, 'POST https://ghe.example/api/graphql'],
  ['http://127.0.0.1:8/', undefined, 'POST http://127.0.0.1:8/graphql'],
  ['https://api.github.com', 'http://127.0.0.1:9/graphql', 'POST http://127.0.0.1:9/graphql'],
])('GraphQL of %s stands where it should', async (baseUrl, graphqlUrl, route) => {
  const { octokit: wire, asked } = octokit({ status: 200, data: { data: {} } }, baseUrl);
  await overOctokit(wire, graphqlUrl).graphql('query q { a }', {});
  expect(asked[0]?.route).toBe(route);
});

test('a primary limit that comes with 200 is no answer', async () => {
  const { octokit: wire } = octokit({ status: 200, data: { errors: [{ type: 'RATE_LIMITED', message: 'enough' }] } });
  await expect(overOctokit(wire).graphql('query q { a }', {})).rejects.toMatchObject({ limited: true });
});

test('a REST status of 400 or more is an answer', async () => {
  const { octokit: wire } = octokit(httpError(404, {}, 'Not Found'));
  expect(await overOctokit(wire).rest('GET /x', {})).toEqual({ status: 404, data: { message: 'Not Found' } });
});

test.each([
  [403, { 'retry-after': '60' }, 60],
  [429, {}, null],
  [403, { 'x-ratelimit-remaining': '0' }, null],
])('a limit (%s) is no answer', async (status, headers: Record<string, string>, retryAfterSeconds) => {
  const { octokit: wire } = octokit(httpError(status, headers));
  await expect(overOctokit(wire).rest('GET /x', {})).rejects.toMatchObject({
    limited: true,
    retryAfterSeconds,
    status,
  });
});

test('what Octokit throws is not passed on: it holds the token', async () => {
  const thrown = Object.assign(httpError(502), { request: { headers: { authorization: 'token secret-value' } } });
  const { octokit: wire } = octokit(thrown);
  const error = await overOctokit(wire)
    .rest('GET /x', {})
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Unanswered);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret-value');
  expect((error as Error).cause).toBeUndefined();
});

function failing(times: number, error: Error) {
  const calls: string[] = [];
  const answer = async <T>(name: string, value: T): Promise<T> => {
    calls.push(name);
    if (calls.length <= times) throw error;
    return value;
  };
  const github: GitHub = {
    graphql: (document) => answer(document, { data: {}, errors: [] }),
    rest: (route) => answer(route, { status: 200, data: null }),
  };
  return { calls, github: retryReads(github, [1, 2], async () => {}) };
}

test('reads are asked again, writes never', async () => {
  const query = failing(2, new Unanswered('502', { status: 502 }));
  expect(await query.github.graphql('query q { a }', {})).toEqual({ data: {}, errors: [] });
  expect(query.calls.length).toBe(3);
  const mutation = failing(1, new Unanswered('502', { status: 502 }));
  await expect(mutation.github.graphql('mutation m { a }', {})).rejects.toThrow('502');
  const put = failing(1, new Unanswered('502', { status: 502 }));
  await expect(put.github.rest('PUT /x', {})).rejects.toThrow('502');
  expect([mutation.calls.length, put.calls.length]).toEqual([1, 1]);
});

test('a limit is not waited out by asking again, and a lasting fault is told', async () => {
  const limited = failing(1, new Unanswered('enough', { limited: true }));
  await expect(limited.github.rest('GET /x', {})).rejects.toThrow('enough');
  expect(limited.calls.length).toBe(1);
  const lasting = failing(9, new Unanswered('502', { status: 502 }));
  await expect(lasting.github.rest('GET /x', {})).rejects.toThrow('502');
  expect(lasting.calls.length).toBe(3);
});
