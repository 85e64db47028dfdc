// Who must agree to a word before it goes out, and whether they did.
import { atSeverity } from './at-severity.ts';
import type { Approval, Draft } from './draft.ts';
import type { Handbook } from './handbook.ts';
import { holders, type Incident } from './incident.ts';
import { standIns } from './stand-in.ts';

/** One yes that a word needs: of somebody in one of these roles. Reviews come before the approval; the order is not enforced. */
export interface Agreement {
  readonly roles: readonly string[];
  readonly kind: 'review' | 'approval';
}

/** What a word to an audience needs at the present severity: each role that reviews, then one of those that approve. */
export function agreementsFor(audience: string, incident: Incident, handbook: Handbook): readonly Agreement[] {
  const { approval = {}, review = {} } = handbook.audiences.find(({ id }) => id === audience) ?? {};
  const approving = at(approval, incident);
  return [
    ...at(review, incident).map((role) => ({ roles: [role], kind: 'review' }) as const),
    ...(approving.length > 0 ? [{ roles: approving, kind: 'approval' } as const] : []),
  ];
}

/** Those that nobody gave to exactly this text. */
export function missingAgreements(
  { approvals }: Draft,
  hash: string,
  agreements: readonly Agreement[],
): readonly Agreement[] {
  const given = approvals.filter((one) => one.hash === hash).flatMap(({ as }) => as);
  return agreements.filter(({ roles }) => !roles.some((role) => given.includes(role)));
}

/** Who first approved exactly this text in one of the roles that approve. */
export function approverOf({ approvals }: Draft, hash: string, agreements: readonly Agreement[]): Approval | undefined {
  const roles = agreements.filter(({ kind }) => kind === 'approval').flatMap((one) => one.roles);
  return approvals.find((one) => one.hash === hash && one.as.some((role) => roles.includes(role)));
}

/**
 * The role in which somebody may give an agreement: one they hold, one they stand in for, or (as a lead) the first one while nobody
 * holds any of them or stands in. Null: they may not.
 * @param held ids of roles they hold
 */
export function agreesAs(
  { roles }: Agreement,
  who: { readonly held: readonly string[]; readonly leads: boolean },
  incident: Incident,
  handbook: Handbook,
): string | null {
  const own = roles.find((role) => who.held.includes(role));
  if (own) return own;
  const standing = roles.flatMap((role) => standIns(incident, handbook, role).map((one) => ({ ...one, for: role })));
  const stood = standing.find(({ role }) => who.held.includes(role));
  if (stood) return stood.for;
  const free = standing.length === 0 && roles.every((role) => holders(incident, role).length === 0);
  return free && who.leads ? (roles[0] ?? null) : null;
}

function at(table: Readonly<Record<string, readonly string[]>>, { severity }: Incident): readonly string[] {
  return atSeverity(table, severity.current) ?? [];
}
