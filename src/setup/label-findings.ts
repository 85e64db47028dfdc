// The handbook's labels against the repository's.
import type { Seen } from './finding.ts';
import { type LabelChange, labelChanges } from './label-changes.ts';
import type { Patient } from './patient.ts';
import { labelsOf } from './repository-labels.ts';

export async function labelFindings({ github, repository, handbook, self }: Patient): Promise<readonly Seen[]> {
  const present = await labelsOf(github, repository);
  if (!present) return [{ unseen: 'labels' }];
  const changes = labelChanges(handbook, present);
  const mend = `Say: ${self} labels ${repository.owner}/${repository.name}`;
  const missing = named(changes, 'created');
  const other = named(changes, 'changed');
  return [
    ...(missing === null
      ? []
      : [
          {
            what: `Labels are missing: ${missing}. GitHub leaves them away from new reports, and nobody can pick them.`,
            mend,
          },
        ]),
    ...(other === null ? [] : [{ what: `Labels look other than in the handbook: ${other}.`, mend }]),
  ];
}

const mostNamed = 6;

function named(changes: readonly LabelChange[], how: LabelChange['how']): string | null {
  const names = changes.filter((change) => change.how === how).map(({ label }) => label.name);
  if (names.length === 0) return null;
  const rest = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `${names.slice(0, mostNamed).join(', ')}${rest}`;
}
