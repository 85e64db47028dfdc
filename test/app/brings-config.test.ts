// Which webhooks are a reason to check the config of a pull request.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bringsConfig } from '../../src/brings-config.ts';

const known = { slug: () => 'sitrep' };
const ref = { owner: 'Acme', name: 'ops', number: 7 };
const home = { id: 1 };
const fork = { id: 2 };

interface Given {
  readonly action?: string;
  readonly by?: string;
  readonly base?: string;
  readonly branch?: string;
  readonly from?: { readonly id: number } | null;
  readonly changes?: object;
}

function payload({ action = 'opened', by = 'bob', base = 'main', branch = 'x', from = home, changes }: Given) {
  return {
    ...{ action, changes, sender: { login: by } },
    repository: { name: 'ops', default_branch: 'main', owner: { login: 'Acme' } },
    pull_request: { number: 7, base: { ref: base, repo: home }, head: { ref: branch, repo: from } },
  };
}

test.each<[Given, boolean]>([
  [{}, true],
  [{ action: 'synchronize', from: fork }, true],
  [{ action: 'reopened', from: null }, true],
  [{ action: 'closed' }, false],
  [{ action: 'labeled' }, false],
  [{ action: 'edited', changes: { title: { from: 'y' } } }, false],
  [{ action: 'edited', changes: { base: { ref: { from: 'side' } } } }, true],
  [{ base: 'side' }, false],
  [{ by: 'sitrep[bot]' }, false],
  [{ branch: 'post-mortem/1' }, false],
  [{ branch: 'post-mortem/1', from: fork }, true],
])('%j: %s', (given, worth) => {
  expect(bringsConfig('pull_request', payload(given), known)).toEqual(worth ? ref : null);
  expect(bringsConfig('issues', payload(given), known)).toBeNull();
});

test('any payload is taken', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(bringsConfig('pull_request', value, known)).toBeNull();
    }),
  );
});
