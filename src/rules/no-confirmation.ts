// Nobody has said whether an outsider's report counts.
import { reminding } from './reminder-of.ts';

export const noConfirmation = reminding(
  'no-confirmation',
  'Asks for a word on an outsider’s report that has waited for the time of `unconfirmed-after`, naming who is on call, and calls nobody.',
  'no-confirmation',
  ({ kind }) => kind === 'confirmation',
);
