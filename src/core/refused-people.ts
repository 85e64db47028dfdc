// Why somebody was refused a role, a handover or a sub-team.

/** Each reason carries only what its sentence needs. */
export type PeopleRefusal =
  | {
      readonly reason: 'unknown-role';
      readonly word: string;
      readonly meant: string | null;
      readonly roles: readonly string[];
    }
  | { readonly reason: 'unknown-person'; readonly login: string }
  | { readonly reason: 'role-held'; readonly role: string; readonly holder: string }
  | { readonly reason: 'role-not-held'; readonly role: string; readonly who: string | null }
  | { readonly reason: 'role-already-yours'; readonly role: string }
  /** Nobody gives it to somebody else. `held`: who said so holds it, and must give it back first. */
  /** Not in a private matter: the role is none of those that may be taken there, or the person is in none of the teams. */
  | {
      readonly reason: 'restricted';
      readonly role: string;
      readonly who: string;
      readonly own: boolean;
      readonly why: 'role' | 'team';
    }
  | { readonly reason: 'self-declared'; readonly role: string; readonly who: string; readonly held: boolean }
  /** It does not go with a role that who would have it holds. `own`: that is who said it. */
  | {
      readonly reason: 'not-with';
      readonly role: string;
      readonly held: string;
      readonly who: string;
      readonly own: boolean;
    }
  /** They are in none of the teams that the role asks for. */
  | { readonly reason: 'prerequisite'; readonly role: string; readonly who: string; readonly own: boolean }
  | {
      readonly reason: 'takeover-too-early';
      readonly role: string;
      readonly holder: string;
      readonly lastHeardAt: string;
      readonly afterMinutes: number;
    }
  | {
      readonly reason: 'unknown-team';
      readonly word: string;
      readonly meant: string | null;
      readonly teams: readonly string[];
    }
  | { readonly reason: 'no-free-team'; readonly teams: readonly string[] }
  | { readonly reason: 'team-at-work'; readonly team: string; readonly leader: string }
  | { readonly reason: 'team-not-at-work'; readonly team: string };
