// A handbook of a repository's own: whole ones of ours that were damaged, and tables of them over our default one.
import assert from 'node:assert/strict';
import { plan } from '../../src/plan.ts';
import { snapshotOf } from '../commands/thread.ts';
import { resolve } from '../config/ground.ts';
import { templates } from '../render/sample.ts';
import { sound, yamlPieces } from './config.ts';
import { handbook, now, seal } from './ground.ts';
import type { Reader } from './reader.ts';
import { changedHandbooks, handbooks } from './samples.ts';
import { textsOf } from './texts.ts';

const keys = [...new Set(handbooks.join('\n').match(/^ *[a-z-]+:/gm) ?? [])];
const pieces = ['extends: workflow-guide\n', ...keys.map((key) => `\n${key} `), ...yamlPieces];

export const handbookReader: Reader = {
  name: 'handbook',
  // Whole handbooks take longest to read: one text in fifty.
  texts: textsOf({
    pieces,
    samples: [...changedHandbooks, ...handbooks.slice(0, Math.ceil(changedHandbooks.length / 20))],
  }),
  pieces,
  opening: 'extends: workflow-guide\n',
  read(text) {
    const resolved = resolve('handbook: h.yml', { 'h.yml': text });
    sound(resolved, text);
    if (!resolved.sound)
      assert.equal(resolved.handbook.id, handbook.id, 'where a handbook is wrong, the default one holds');
    if (!resolved.sound || text.length % 8 !== 0) return;
    // Whatever is called sound carries an incident.
    const said = snapshotOf([
      ['10:05', 'ada', '/incident\n/ack\n/roles'],
      ['10:06', 'bob', '/resolved'],
    ]);
    plan(said, resolved.handbook, now, { seal, templates });
  },
};
