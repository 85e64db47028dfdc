// Every scenario of the default handbook is as told; those of the others stand in a file of their own, so that two run at a time.
import { jest } from '@jest/globals';
import { playAll } from './scenario/play-all.ts';

jest.setTimeout(600_000);

describe('a scenario is as told, four ways', () => {
  playAll('*.yml');
});
