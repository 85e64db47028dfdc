// Labels: GitHub takes at most 50 characters for a name and tells two apart without regard to case.
import { type Handbook, statusLabel } from '../core/handbook.ts';
import type { Finding } from './explain.ts';
import type { Step } from './place.ts';

/** GitHub's limit for a label's name, in characters. */
const longest = 50;

/** What GitHub would refuse of a handbook's labels, or could not tell apart. */
export function labelFindings(handbook: Handbook): readonly Finding[] {
  const labels: readonly { path: readonly Step[]; name: string }[] = [
    { path: ['label', 'name'], name: handbook.label.name },
    ...handbook.severities.map(({ id }) => ({ path: ['severities', id], name: id })),
    ...handbook.types.flatMap(({ id, label }) =>
      label ? [{ path: ['types', id, 'label', 'name'], name: label.name }] : [],
    ),
    ...(handbook.breachLabel ? [{ path: ['breach-label', 'name'], name: handbook.breachLabel.name }] : []),
    ...handbook.statuses.map(({ id }) => ({ path: ['statuses', id], name: statusLabel(handbook, id) })),
  ];
  const first = new Map<string, readonly Step[]>();
  const twice = labels.flatMap(({ path, name }): readonly Finding[] => {
    const of = path.at(-1) === 'name' ? 'value' : 'key';
    if ([...name].length > longest) {
      return [{ path, of, what: `The label \`${name}\` is longer than 50 characters.`, suggestion: 'Shorten it.' }];
    }
    if (name.includes('${{')) return [unwritable(path, of, name)];
    const other = first.get(name.toLowerCase());
    first.set(name.toLowerCase(), path);
    if (!other) return [];
    const what = `The label \`${name}\` would stand for \`${other.join('.')}\` and \`${path.join('.')}\`.`;
    return [{ path, or: other, of, what, suggestion: 'Give one of them another name, or set `status-prefix`.' }];
  });
  const ours = new Set(labels.map(({ name }) => name.toLowerCase()));
  return [...twice, ...carriedInCircles(handbook, ours)];
}

/** Workflows name labels in their conditions, and GitHub computes what stands in those signs before it reads the condition. */
function unwritable(path: readonly Step[], of: 'key' | 'value', name: string): Finding {
  const what = `The label \`${name}\` holds \`\${{\`, which GitHub's workflows compute.`;
  return { path, of, what, suggestion: 'Write the label without it.' };
}

/** An ordinary issue with a label of an incident would be one again. */
function carriedInCircles({ severities }: Handbook, ours: ReadonlySet<string>): readonly Finding[] {
  return severities.flatMap(({ id, becomes }) =>
    (becomes?.labels ?? []).flatMap((name, at): readonly Finding[] => {
      if (!ours.has(name.toLowerCase())) return [];
      const what = `What \`${id}\` becomes is no incident, but \`${name}\` is a label of incidents.`;
      const path = ['severities', id, 'becomes', 'labels', at];
      return [{ path, of: 'value', what, suggestion: 'Name another label.' }];
    }),
  );
}
