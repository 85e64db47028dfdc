/** Every `input` key that the answered mutations read; which are required and their types is GitHub's schema's business. */
export interface Input {
  readonly clientMutationId?: string | null;
  readonly id: string;
  readonly repositoryId: string;
  readonly name: string;
  readonly color: string;
  readonly description?: string | null;
  readonly labelableId: string;
  readonly labelIds: readonly string[];
  readonly assignableId: string;
  readonly assigneeIds: readonly string[];
  readonly subjectId: string;
  readonly body: string;
  readonly classifier: string;
  readonly content: string;
  readonly issueId: string;
  readonly stateReason?: string | null;
  readonly duplicateIssueId?: string | null;
  readonly milestoneId?: string | null;
  readonly parentIssueId?: string | null;
  readonly subIssueId?: string | null;
  readonly title?: string | null;
  readonly state?: string | null;
  readonly oid: string;
  readonly refId: string;
  readonly force: boolean;
  readonly branch: {
    readonly id?: string | null;
    readonly repositoryNameWithOwner?: string | null;
    readonly branchName?: string | null;
  };
  readonly expectedHeadOid: string;
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly baseRefName: string;
  readonly headRefName: string;
  readonly headRepositoryId?: string | null;
  readonly draft: boolean;
  readonly pullRequestId: string;
  readonly userIds?: readonly string[] | null;
  readonly union: boolean;
  readonly lockableId: string;
  readonly mergeMethod?: string | null;
}

/** What a mutation's payload is made from. */
export type Payload = Record<string, unknown>;
