import type { Account } from './account.ts';
import type { State } from './state.ts';

/** Deletes an account: what it wrote stays, without an author; its assignments and its access end. */
export function eraseAccount(state: State, account: Account): void {
  account.gone = true;
  state.accounts.delete(account.login.toLowerCase());
  state.nodes.delete(account.nodeId);
  for (const repository of state.repositories.values()) {
    repository.permissions.delete(account.id);
    for (const issue of repository.issues.values()) {
      issue.assignees = issue.assignees.filter((held) => held !== account);
    }
  }
}
