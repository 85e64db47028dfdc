// The time of a task is over, and nobody has said that it is done.
import { reminding } from './reminder-of.ts';

export const taskOver = reminding(
  'task-over',
  'Reminds of tasks and sub-teams whose time box is over, and of what the handbook called for by a time.',
  'task-over',
  ({ kind }) => kind === 'task' || kind === 'called' || kind === 'team',
);
