// Every rule, in the order in which the docs list them.

import type { Incident } from '../core/incident.ts';
import { adoption } from './adoption.ts';
import { announcements } from './announcements.ts';
import { answers } from './answers.ts';
import { assignees } from './assignees.ts';
import { carriedOver } from './carried-over.ts';
import { checklist } from './checklist.ts';
import { clockLabels } from './clock-labels.ts';
import { clocks } from './clocks.ts';
import { communication } from './communication.ts';
import { exposure } from './exposure.ts';
import { handOverOffered } from './hand-over-offered.ts';
import { labels } from './labels.ts';
import { nextSteps } from './next-steps.ts';
import { noAcknowledgement } from './no-acknowledgement.ts';
import { noConfirmation } from './no-confirmation.ts';
import { noUpdate } from './no-update.ts';
import { ownWords } from './own-words.ts';
import { postMortem } from './post-mortem.ts';
import { reactions } from './reactions.ts';
import { redaction } from './redaction.ts';
import { replies } from './replies.ts';
import type { Rule, View } from './rule.ts';
import { state } from './state.ts';
import { subTeams } from './sub-teams.ts';
import { taskOver } from './task-over.ts';
import { timeOver } from './time-over.ts';
import { title } from './title.ts';
import { twins } from './twins.ts';
import { unstaffedRole } from './unstaffed-role.ts';

export const rules: readonly Rule[] = [
  labels,
  clockLabels,
  title,
  assignees,
  reactions,
  replies,
  answers,
  announcements,
  communication,
  twins,
  checklist,
  ownWords,
  state,
  carriedOver,
  subTeams,
  postMortem,
  ...[noConfirmation, unstaffedRole, noAcknowledgement, noUpdate, taskOver, timeOver, handOverOffered],
  nextSteps,
  clocks,
  redaction,
  exposure,
  adoption,
];

/** What goes on without a word while a private matter stands in public. */
const wordless: readonly Rule[] = [labels, clockLabels, assignees, reactions, twins, state, exposure];

/**
 * What is done about an outsider's report: card, labels and answers, and who could say whether it counts is asked for that; nobody is
 * called or assigned, nothing is opened.
 */
const unconfirmed: readonly Rule[] = [
  ...[labels, clockLabels, title, reactions, replies, answers, twins],
  ...[state, noConfirmation, nextSteps, clocks, redaction, exposure, adoption],
];

/** The rules that hold for an incident as it stands. */
export function rulesFor({
  exposure: exposed,
  incident,
}: Pick<View, 'exposure'> & { readonly incident: Incident | null }): readonly Rule[] {
  if (exposed?.until === null) return wordless;
  return incident?.confirmed === false ? unconfirmed : rules;
}
