// Every scenario in a folder of its own is as told, but those of strangers.
import { jest } from '@jest/globals';
import { playAll } from './scenario/play-all.ts';

jest.setTimeout(600_000);

describe('a scenario is as told, four ways', () => {
  playAll('!(hostile)/**/*.yml');
});
