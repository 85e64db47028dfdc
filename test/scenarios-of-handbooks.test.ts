// Every scenario of a further handbook, and those of hostile strangers, are as told.
import { jest } from '@jest/globals';
import { playAll } from './scenario/play-all.ts';

jest.setTimeout(600_000);

describe('a scenario is as told, four ways', () => {
  playAll('*/**/*.yml');
});
