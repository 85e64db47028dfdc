// No text of people's reaches a shell or an output by hand: in the workflows that we write, in our own, and in the Action.
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkWorkflow, sourceNamed } from '../../src/setup/check-workflow.ts';
import { metricsWorkflow } from '../../src/setup/metrics-workflow.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const source = sourceNamed('acme/sitrep@v1') ?? { repository: 'acme/sitrep', ref: 'v1' };
const docs = globSync('{README.md,docs/*.md,action/README.md}', { cwd: root.pathname });
const shown = docs.flatMap((file) =>
  [...read(file).matchAll(/```ya?ml\n([\s\S]*?)```/g)].flatMap(([, text = '']) =>
    /^\s*(?:jobs|on|steps|- uses):/m.test(text) ? [[file, text] as const] : [],
  ),
);
const workflows: readonly (readonly [string, string])[] = [
  ['what sitrep init writes for checks', checkWorkflow(source)],
  ['what sitrep init writes for metrics', metricsWorkflow(source)],
  ...globSync('.github/workflows/*.yml', { cwd: root.pathname }).map((file) => [file, read(file)] as const),
  ['action/action.yml', read('action/action.yml')],
  ...shown,
];

/** What somebody may have written: an event's words, and the name of a branch. */
const ofPeople = /\$\{\{[^}]*\b(?:github\.(?:event|head_ref)|steps\.[\w-]+\.outputs)\b[^}]*\}\}/;

function scriptsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return key === 'run' || key === 'script' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => scriptsIn(inner, Array.isArray(value) ? key : name));
}

test('there is something to look at, and it is looked at', () => {
  expect(workflows.length).toBeGreaterThan(4);
  expect(workflows.flatMap(([, text]) => scriptsIn(parse(text))).length).toBeGreaterThan(1);
  expect(scriptsIn({ jobs: { a: { steps: [{ run: 'echo "$\u007B{ github.event.issue.title }}"' }] } } })[0]).toMatch(
    ofPeople,
  );
});

test.each(workflows)('%s: no script holds what people write', (_name, text) => {
  expect(scriptsIn(parse(text)).filter((script) => ofPeople.test(script))).toEqual([]);
});

test('the Action writes outputs and summaries by the toolkit alone, which fences texts of several lines', () => {
  const files = globSync('{action/*.ts,src/**/*.ts}', { cwd: root.pathname });
  expect(files.length).toBeGreaterThan(100);
  const byHand = files.filter((file) =>
    /::set-output|::set-env|GITHUB_(?:OUTPUT|ENV|PATH)\b|appendFile\w*\([^)]*SUMMARY/.test(read(file)),
  );
  expect(byHand).toEqual([]);
});
