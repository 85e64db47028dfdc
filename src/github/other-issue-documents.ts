// What a look asks about other issues of the repository.
import { actor, comment } from './look.ts';

/** The node id behind an issue's number, for closing as its duplicate. */
export const issueIdDocument = `query issueId($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issue(number: $number) { id } }
}`;

/** Open issues that bear any of these labels, the oldest first. */
export const queueDocument = `query queue($owner: String!, $name: String!, $labels: [String!]) {
  repository(owner: $owner, name: $name) {
    issues(labels: $labels, states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes { number title createdAt labels(first: 50) { nodes { name } } }
    }
  }
}`;

const earlier = 'nodes { id number closedAt comments(first: 5) { nodes { __typename ...comment } } }';

/** What somebody filed under these labels: the oldest open ones, and what was closed since a moment. */
export const earlierDocument = `query earlier(
  $owner: String!, $name: String!, $labels: [String!], $login: String!, $since: DateTime!
) {
  repository(owner: $owner, name: $name) {
    open: issues(labels: $labels, first: 20, filterBy: { createdBy: $login, states: [OPEN] }) { ${earlier} }
    shut: issues(labels: $labels, first: 20, filterBy: { createdBy: $login, states: [CLOSED], since: $since }) { ${earlier} }
  }
}
${actor}
${comment}`;

/** Whether there are issues of these numbers: one alias each, the numbers as variables. */
export function namedDocument(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const variables = numbers.map((index) => `$n${index}: Int!`).join(', ');
  const fields = numbers
    .map((index) => `n${index}: issueOrPullRequest(number: $n${index}) { __typename }`)
    .join('\n    ');
  return `query named($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) {
    ${fields}
  }
}`;
}
