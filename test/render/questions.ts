// Questions that people ask, and their answers, for the tests of this room.

import type { Entry } from '../../src/core/entry.ts';
import type { Right } from '../../src/core/handbook.ts';
import type { Question } from '../../src/core/question.ts';
import { type Asked, renderAnswers } from '../../src/render/answers.ts';
import type { HelpTopic } from '../../src/render/help-topic.ts';
import { ada, eve, handbook, incidentOf, said, story, templates } from './sample.ts';

export const topic = (name: string, who: Right, more: Partial<HelpTopic> = {}): HelpTopic => ({
  name,
  aliases: [],
  usage: `/${name}`,
  does: `Does ${name}`,
  who,
  examples: [],
  ...more,
});

export const catalogue = [
  topic('incident', 'reporter', { beforeIncident: true }),
  topic('help', 'anyone', { beforeIncident: true }),
  topic('ack', 'responder'),
  topic('mitigated', 'responder'),
  topic('reopen', 'responder'),
  topic('severity', 'responder'),
  topic('join', 'responder'),
  topic('catchup', 'anyone'),
  topic('note', 'reporter'),
  topic('role', 'responder', {
    usage: '/role <role> [@who|none]',
    aliases: ['assign'],
    examples: ['/role scribe @bob'],
  }),
  topic('update', 'responder'),
  topic('handover', 'holder'),
  topic('cancel', 'lead'),
];

export function moved(status: string): Entry {
  return said('12:00', ada, { kind: 'status', status });
}

export const closing = said('12:10', ada, { kind: 'closed', reason: 'completed' });

export function asked(at: string, question: Question, about = '', right: Right = 'responder'): Asked {
  return { entry: said(at, eve, { kind: 'asked', question, about, right }), incident: incidentOf(...story) };
}

export const answer = (...questions: readonly Asked[]): string =>
  renderAnswers(eve, questions, handbook, catalogue, templates);
