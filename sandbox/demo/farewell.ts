// The end of the story: the status card, the post-mortem as merged, the cost, and where to go next.
import { branch, cardOf, visible } from './comes-true.ts';
import { heading, print } from './print.ts';
import type { Stage } from './stage.ts';

/** Shows what came of the whole incident. */
export function farewell(stage: Stage): void {
  const dump = stage.dump();
  const pull = dump.pulls.find((candidate) => candidate.branch === branch);
  const { graphql, rest, points } = stage.sandbox.requests;
  heading('The status card now');
  print(visible(cardOf(dump)));
  for (const [path, text] of Object.entries(pull?.files ?? {})) {
    heading(`The post-mortem as merged: ${path}`);
    print(text.trimEnd());
  }
  heading('What it cost');
  print(
    `${graphql + rest} requests for the whole story, Monday included: ${graphql} GraphQL (${points} points), ${rest} REST.`,
  );
  print(
    '\nWhere to go next: README.md (install it), docs/commands.md (what to type), test/scenarios/ (what it promises).',
  );
}
