// Every rule, in the order in which the docs list them.
import { announcements } from './announcements.ts';
import { answers } from './answers.ts';
import { assignees } from './assignees.ts';
import { checklist } from './checklist.ts';
import { labels } from './labels.ts';
import { nextSteps } from './next-steps.ts';
import { postMortem } from './post-mortem.ts';
import { reactions } from './reactions.ts';
import { replies } from './replies.ts';
import type { Rule } from './rule.ts';
import { state } from './state.ts';
import { title } from './title.ts';

export const rules: readonly Rule[] = [
  labels,
  title,
  assignees,
  reactions,
  replies,
  answers,
  announcements,
  checklist,
  state,
  postMortem,
  nextSteps,
];
