// The labels that a handbook speaks by.
import { type Handbook, statusLabel } from './handbook.ts';

/** A label as GitHub keeps it: at most 50 characters of name, six hex digits, at most 100 characters of description. */
export interface HandbookLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** The labels that tell what an incident is and how it stands: the incident's own, the severities', the statuses'. */
export function standingLabels(handbook: Handbook): readonly HandbookLabel[] {
  const { label, severities, statuses } = handbook;
  return [
    label,
    ...severities.map(({ id, color, description }) => ({ name: id, color, description })),
    ...statuses.map(({ id, color, description }) => ({ name: statusLabel(handbook, id), color, description })),
  ];
}

/** Every label that the repository of a handbook has: the standing ones, and those of its types. */
export function handbookLabels(handbook: Handbook): readonly HandbookLabel[] {
  const ofTypes = handbook.types.flatMap(({ label, description }) =>
    label ? [{ ...label, description: [...description].slice(0, 100).join('') }] : [],
  );
  return [...standingLabels(handbook), ...ofTypes];
}
