// What a search asks of issues and pull requests, and how some issues are asked for as if a search had found them.

const foundIssue = `fragment foundIssue on Issue {
  id number updatedAt closed author { login } labels(first: 20) { nodes { name } } repository { name owner { login } }
  early: comments(first: 3) { nodes { viewerDidAuthor createdAt lastEditedAt } }
}`;
const namedIssue = `fragment namedIssue on Issue { number repository { name owner { login } } }`;
const foundPull = `fragment foundPull on PullRequest {
  number updatedAt headRefName isCrossRepository viewerDidAuthor author { login } repository { name owner { login } }
}`;

/**
 * Issues and pull requests, newest change first; `$words`: with what stands in them. Our card is among the first comments. `$both`:
 * with the first pull requests or issues that another search finds.
 */
export const searchDocument = `query search(
  $query: String!, $each: Int!, $after: String, $words: Boolean!, $beside: String!, $both: Boolean!
) {
  search(query: $query, type: ISSUE, first: $each, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      ...foundPull
      ...foundIssue
      ... on Issue {
        body @include(if: $words)
        late: comments(last: 10) @include(if: $words) { nodes { body } }
      }
    }
  }
  beside: search(query: $beside, type: ISSUE, first: 100) @include(if: $both) {
    pageInfo { hasNextPage endCursor }
    nodes { ...foundPull ...namedIssue }
  }
  rateLimit { limit remaining }
}
${foundIssue}
${namedIssue}
${foundPull}`;

/** Issues by repository and number, as a search shows them: an alias each. */
export function issuesDocument(count: number): string {
  const places = Array.from({ length: count }, (_, place) => place);
  const variables = places.map((at) => `$owner${at}: String!, $name${at}: String!, $number${at}: Int!`).join(', ');
  const issue = (at: number) => `issue(number: $number${at}) { ...foundIssue }`;
  const fields = places.map((at) => `at${at}: repository(owner: $owner${at}, name: $name${at}) { ${issue(at)} }`);
  return `query issues(${variables}) {\n  ${fields.join('\n  ')}\n}\n${foundIssue}`;
}
