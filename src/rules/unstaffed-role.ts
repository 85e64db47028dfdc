// A role that must be held, and that nobody holds.
import { reminding } from './reminder-of.ts';

export const unstaffedRole = reminding(
  'unstaffed-role',
  'Reminds of a role that the severity or type asks for and that nobody has held for the time of `unstaffed-after`.',
  'unstaffed-role',
  ({ kind }) => kind === 'vacant',
);
