// The wire as the rest of the room sees it: two verbs, so that the same code runs over Octokit and over the sandbox in process.

/** One error of a GraphQL answer, as GitHub sends it (HTTP 200 and `errors`). */
export interface GraphQLFault {
  readonly message: string;
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  /** `saml_failure`: an organisation wants the token to be authorised first. */
  readonly extensions?: { readonly saml_failure?: boolean };
}

/** A GraphQL answer; `data` and `errors` may both be there (partial answers, mutation documents that failed in the middle). */
export interface GraphQLAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFault[];
}

/** A REST answer. A status of 400 or more is an answer here, never an exception. */
export interface RestAnswer {
  readonly status: number;
  readonly data: unknown;
}

/**
 * A way to GitHub with one installation's (or token's) rights.
 * Both verbs throw only when no answer came at all (network) or GitHub refused the request as a whole (a limit, 5xx).
 */
export interface GitHub {
  /** @param variables values of the document's variables; never texts pasted into the document. */
  graphql(document: string, variables: Record<string, unknown>): Promise<GraphQLAnswer>;
  /** @param route as in GitHub's documentation, e.g. `GET /repos/{owner}/{repo}/collaborators/{username}/permission`. */
  rest(route: string, parameters: Record<string, unknown>): Promise<RestAnswer>;
}
