// Who must agree to a word before it goes out, and whether somebody did.
import type { Approval, Draft } from './draft.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';

/** Roles one of whose holders must approve what goes to an audience at the present severity; empty: nobody need. */
export function approversOf(audience: string, incident: Incident, handbook: Handbook): readonly string[] {
  const approval = handbook.audiences.find(({ id }) => id === audience)?.approval ?? {};
  return (Object.hasOwn(approval, incident.severity.current) ? approval[incident.severity.current] : undefined) ?? [];
}

/** The approval of exactly this text by one of these roles (or by a lead for want of a holder), the first there is. */
export function approvalOf(draft: Draft, hash: string, roles: readonly string[]): Approval | undefined {
  return draft.approvals.find((one) => one.hash === hash && (one.as === null || roles.includes(one.as)));
}
