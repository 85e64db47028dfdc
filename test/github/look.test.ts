// Every document that we send is valid against GitHub's published schema.
import { expect, test } from '@jest/globals';
import * as config from '../../src/github/config-documents.ts';
import * as look from '../../src/github/look.ts';
import * as others from '../../src/github/other-issue-documents.ts';
import { objections } from './published-schema.ts';

const documents = Object.entries({ ...config, ...look, ...others }).flatMap(([name, document]) =>
  name.endsWith('Document') && typeof document !== 'number' ? [[name, document] as const] : [],
);

test('all of them are looked at', () => {
  expect(documents.length).toBeGreaterThanOrEqual(11);
});

test.each(documents)('%s is valid against the published schema', (_name, document) => {
  const texts = typeof document === 'string' ? [document] : [document(1), document(20)];
  expect(texts.flatMap(objections)).toEqual([]);
});
