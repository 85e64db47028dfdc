// Answers to one person's questions in one comment: the newest on top, older ones folded.

import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';
import type { Fact } from '../core/timeline.ts';
import { formatTime } from '../time/time.ts';
import type { AnswerScene } from './answer-scene.ts';
import { helpText } from './help.ts';
import { mayType } from './help-right.ts';
import type { HelpTopic } from './help-topic.ts';
import { login } from './names.ts';
import { quotePlain } from './quote.ts';
import { handbookText } from './replies/handbook-words.ts';
import { messagesText } from './replies/message-list.ts';
import { onCallText } from './replies/on-call-words.ts';
import {
  catchupText,
  noIncidentYet,
  rolesText,
  severitiesText,
  statusText,
  typesText,
} from './replies/question-answers.ts';
import { queueText } from './replies/queue-words.ts';
import { triageText } from './replies/triage-words.ts';
import { situationReport } from './situation-report.ts';
import type { Templates } from './templates.ts';

/** A question and the incident as it was when asked; null before there was one. */
export interface Asked {
  readonly entry: Entry;
  readonly incident: Incident | null;
}

type Question = Extract<Fact, { kind: 'asked' }>;

/** Answers kept in the comment; what was asked before is gone from it. */
const kept = 5;

/**
 * The comment of answers for one person: questions in the order they were asked come newest first, at most five.
 * Entries that are no questions are passed over. Uses the template `answers`.
 */
export function renderAnswers(
  person: Person,
  questions: readonly Asked[],
  handbook: Handbook,
  catalogue: readonly HelpTopic[],
  templates: Templates,
): string {
  const answers = standing(questions)
    .slice(-kept)
    .reverse()
    .flatMap(({ entry, incident }) => {
      if (entry.fact?.kind !== 'asked') return [];
      const word = `/${entry.fact.question} ${quotePlain(entry.fact.about, { limit: 40 })}`.trim();
      const at = formatTime(entry.saidAt, handbook.zone, questions.at(-1)?.entry.saidAt);
      return [{ word, at, text: answer(entry.fact, { person, incident, handbook, catalogue, at: entry.saidAt }) }];
    });
  return templates.render('answers', { who: login(person), newest: answers.slice(0, 1), older: answers.slice(1) });
}

/** A triage is one conversation: its last answer tells all that was said before. */
function standing(questions: readonly Asked[]): readonly Asked[] {
  const isTriage = ({ entry: { fact } }: Asked): boolean => fact?.kind === 'asked' && fact.question === 'triage';
  const last = questions.findLast(isTriage);
  return questions.filter((one) => one === last || !isTriage(one));
}

function answer(question: Question, scene: AnswerScene): string {
  const { incident, handbook, person } = scene;
  const { right } = question;
  if (question.question === 'help') return helpText(question, scene);
  if (question.question === 'severity')
    return severitiesText(incident, handbook, incident !== null && mayType('severity', right, scene));
  if (!incident) return noIncidentYet;
  if (question.question === 'triage')
    return triageText(question, incident, handbook, mayType('severity', right, scene));
  if (question.question === 'type') return typesText(incident, handbook, mayType('type', right, scene));
  if (question.question === 'queue') return queueText(question, handbook, scene.at);
  if (question.question === 'oncall') return onCallText(question, scene.at);
  if (question.question === 'roles') return rolesText(incident, handbook);
  if (question.question === 'status') return statusText(incident, handbook);
  if (question.question === 'handbook') return handbookText(incident, handbook, mayType('handbook', right, scene));
  if (question.question === 'draft') return messagesText(incident, handbook, scene.at);
  if (question.question === 'sitrep') return situationReport(incident, handbook, scene.at);
  const here = incident.joined.some(({ id }) => id === person.id);
  return catchupText(incident, handbook, !here && mayType('join', right, scene), scene.at);
}
