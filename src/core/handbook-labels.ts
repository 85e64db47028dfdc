// The labels that a handbook speaks by.
import { type Handbook, statusLabel } from './handbook.ts';

/** A label as GitHub keeps it: at most 50 characters of name, six hex digits, at most 100 characters of description. */
export interface HandbookLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** Every label that the repository of a handbook has: the incident's own, the severities', the statuses', the types', that of clocks. */
export function handbookLabels(handbook: Handbook): readonly HandbookLabel[] {
  const { label, severities, statuses, types, breachLabel } = handbook;
  return [
    label,
    ...severities.map(({ id, color, description }) => ({ name: id, color, description })),
    ...statuses.map(({ id, color, description }) => ({ name: statusLabel(handbook, id), color, description })),
    ...types.flatMap(({ label: own, description }) =>
      own ? [{ ...own, description: [...description].slice(0, 100).join('') }] : [],
    ),
    ...(breachLabel ? [breachLabel] : []),
  ];
}
