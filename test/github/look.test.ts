// Every document that we send is valid against GitHub's published schema.
import { expect, test } from '@jest/globals';
import * as look from '../../src/github/look.ts';
import { objections } from './published-schema.ts';

test.each(Object.entries(look))('%s is valid against the published schema', (_name, document) => {
  const texts = typeof document === 'string' ? [document] : [document(1), document(20)];
  expect(texts.flatMap(objections)).toEqual([]);
});
