// The choices of a form's list against the handbook: which are not read, which are wanting, which must not be there.
import { axisOf, severityTold } from '../commands/hear-severity.ts';
import { named } from '../commands/named.ts';
import type { Field, Handbook } from '../core/handbook.ts';
import { serviceNamed } from '../core/service.ts';

/**
 * What is wrong with a list, in words that go on after its heading; each choice is read as a report's answer is.
 * `isPrivate`: the repository.
 */
export function choiceFaults(
  field: Field,
  choices: readonly string[],
  handbook: Handbook,
  isPrivate: boolean,
): readonly string[] {
  if (field === 'severity') return severityFaults(choices, handbook);
  if (field === 'type') return typeFaults(choices, handbook, isPrivate);
  if (field === 'services') return serviceFaults(choices, handbook);
  if (field !== 'impact' && field !== 'urgency') return [];
  return unread(choices.filter((choice) => axisOf(choice) === null));
}

function severityFaults(choices: readonly string[], handbook: Handbook): readonly string[] {
  const told = choices.map((choice) => ({ choice, ...severityTold({ severity: choice }, [], handbook) }));
  const offered = new Set(told.filter(({ assumed }) => !assumed).map(({ severity }) => severity));
  const wanting = handbook.severities.filter(({ id }) => !offered.has(id)).map(({ id }) => id);
  return [...unread(told.filter((one) => one.unread !== null).map(({ choice }) => choice)), ...missing(wanting)];
}

function typeFaults(choices: readonly string[], { types }: Handbook, isPrivate: boolean): readonly string[] {
  const read = choices.map((choice) => ({ choice, type: named(types, choice) }));
  const wanting = types.filter((one) => !one.private && !read.some(({ type }) => type === one)).map(({ id }) => id);
  const told = isPrivate ? [] : read.filter(({ type }) => type?.private).map(({ choice }) => choice);
  return [
    ...unread(read.filter(({ type }) => !type).map(({ choice }) => choice)),
    ...missing(wanting),
    ...(told.length === 0 ? [] : [`offers ${told.join(', ')}, which must not be told in an issue.`]),
  ];
}

function serviceFaults(choices: readonly string[], { services }: Handbook): readonly string[] {
  if (services.length === 0) return [];
  const read = choices.map((choice) => ({ choice, service: serviceNamed(services, choice) }));
  const wanting = services.filter((one) => !read.some(({ service }) => service === one)).map(({ id }) => id);
  return [...unread(read.filter(({ service }) => !service).map(({ choice }) => choice)), ...missing(wanting)];
}

function unread(choices: readonly string[]): readonly string[] {
  return choices.length === 0 ? [] : [`offers ${choices.join(', ')}, which the handbook does not know.`];
}

function missing(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`does not offer ${ids.join(', ')}.`];
}
