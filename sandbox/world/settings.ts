/** A rule of a ruleset as it applies to branches; `pattern` is matched as GitHub does, `*` does not reach over a slash. */
export interface BranchRule {
  pattern: string;
  ruleset: number;
  source: 'Repository' | 'Organization';
  type: string;
  parameters?: Record<string, unknown>;
}

/** Classic protection of the branches of a pattern, under the names of GitHub's schema. */
export interface BranchProtection {
  databaseId: number;
  pattern: string;
  lockBranch: boolean;
  restrictsPushes: boolean;
  requiresApprovingReviews: boolean;
  requiresStatusChecks: boolean;
}

/** What its owners set on the pages of a repository. */
export interface RepositorySettings {
  issues: boolean;
  /** Refuses who would read it: `forbidden`, or until the token is authorised for its organisation (`saml`). */
  refuses: 'forbidden' | 'saml' | null;
  privateReporting: boolean;
  /** Actions may open pull requests. */
  actionsOpenPulls: boolean;
  rules: BranchRule[];
  protections: BranchProtection[];
}

/** As GitHub sets a new repository up. */
export function usualSettings(): RepositorySettings {
  return { issues: true, refuses: null, privateReporting: false, actionsOpenPulls: false, rules: [], protections: [] };
}
