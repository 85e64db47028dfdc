// What a workflow says under `with:` for `mode: respond`, read as strictly as that of the report.
import { inputFaults } from '../src/report/action-input-words.ts';
import { type InputFault, type ReadInput, readWait } from './inputs.ts';

export interface RespondInputs {
  readonly token: string;
  /** Null: a card is proved by nothing but who wrote it. */
  readonly ledgerKey: string | null;
  /** Minutes that a run works at most. */
  readonly wait: number;
}

/** @param home `owner/name` of the repository that the workflow runs in */
export function readRespondInputs(read: ReadInput, home: string): RespondInputs | InputFault {
  if (!/^[\w.-]+\/[\w.-]+$/.test(home)) return { why: inputFaults.home() };
  const token = read('token');
  if (token === '') return { why: inputFaults.token() };
  const wait = readWait(read);
  return typeof wait === 'number' ? { token, ledgerKey: read('ledger-key') || null, wait } : wait;
}
