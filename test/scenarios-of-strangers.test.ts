// Every scenario of hostile strangers, careless insiders and accidents is as told.
import { jest } from '@jest/globals';
import { playAll } from './scenario/play-all.ts';

jest.setTimeout(600_000);

describe('a scenario is as told, four ways', () => {
  playAll('hostile/**/*.yml');
});
