// How a handbook tells matters apart: severities, types, and what proposes a severity.
import type { Handbook, Severity } from '../../src/core/handbook.ts';
import { termText } from '../../src/time/term.ts';
import { codes, table } from './table.ts';

/** The sections on severities and types. */
export function levels(handbook: Handbook): readonly string[] {
  return [
    '## Severities',
    severitiesTable(handbook),
    `The id is the label. An incident at or above \`${handbook.major}\` is a major one. ${unsure(handbook)}`,
    ...matrix(handbook),
    lowering[handbook.lowering],
    ...handbook.severities.map(severitySection),
    ...measures(handbook),
    ...triage(handbook),
    ...types(handbook),
  ];
}

export function severitiesTable({ severities }: Handbook): string {
  return table(
    ['severity', 'name', 'also heard', 'means'],
    severities.map((one) => [codes([one.id]), one.name, codes(one.aliases), one.criteria[0] ?? one.description]),
  );
}

const lowering = {
  free: 'A severity may be raised and lowered at any time, with `/severity`.',
  'after-stability':
    'A severity may be raised at any time; it may be lowered only after the incident was stable for the time named with its level.',
  'after-resolved': 'A severity may be raised at any time; it may be lowered only from `resolved` on.',
};

function unsure({ unsure: { severity } }: Handbook): string {
  return `A report that names no severity is \`${severity}\`, *assumed*, and says so.`;
}

function matrix({ matrix: told, unsure: { axis } }: Handbook): readonly string[] {
  const words = ['high', 'medium', 'low'];
  if (Object.keys(told).length === 0) return [];
  const rows = words.map((impact) => [impact, ...words.map((urgency) => codes([told[impact]?.[urgency] ?? '']))]);
  return [
    `Before that, impact and urgency tell it; when only one of the two is known the other counts as ${axis}:`,
    table(['impact', ...words.map((word) => `urgency ${word}`)], rows),
  ];
}

function severitySection(one: Severity): string {
  const lines = [
    ...(one.response ? [`- **Response**: ${one.response}`] : []),
    ...one.criteria.map((text) => `- ${text}`),
    ...Object.entries(one.thresholds).flatMap(([kind, texts]) => texts.map((text) => `- *${kind}, any one*: ${text}`)),
    ...one.examples.map((text) => `- *e.g.* ${text}`),
    ...(one.setBy.length > 0
      ? [`- Said for good by ${codes(one.setBy)}; from others it is assumed until they agree.`]
      : []),
    ...(one.stability ? [`- Lowered only after ${termText(one.stability)} of stability.`] : []),
    ...(one.becomes
      ? [
          `- No incident: it becomes ${one.becomes.name}, with the labels ${codes(one.becomes.labels)}${one.becomes.currentMilestone ? ', in the current milestone' : ''}.`,
        ]
      : []),
  ];
  return `### ${one.id}: ${one.name}\n\n${lines.join('\n')}`;
}

function measures({ measures: list }: Handbook): readonly string[] {
  if (list.length === 0) return [];
  const above = (one: (typeof list)[number]) =>
    Object.entries(one.above)
      .map(([severity, number]) => `${severity}: more than ${number}`)
      .join('; ');
  return [
    '### Measured',
    'Any one of these proposes a severity: `/triage <measure> <number>`.',
    table(
      ['measure', 'name', 'unit', 'proposes'],
      list.map((one) => [codes([one.id]), one.name, one.unit, above(one)]),
    ),
  ];
}

function triage({ triage: questions }: Handbook): readonly string[] {
  if (questions.length === 0) return [];
  return [
    '### Triage',
    '`/triage` asks one question at a time and proposes a severity; who is not sure goes the more severe way.',
    table(
      ['question', 'text', 'answers'],
      questions.map(({ id, text, answers }) => [
        codes([id]),
        text,
        Object.entries(answers)
          .map(([word, next]) => `${word} → \`${next}\``)
          .join(', '),
      ]),
    ),
  ];
}

function types({ types: list, classification, queue }: Handbook): readonly string[] {
  const [only] = list;
  if (only && list.length === 1) return [`There is one type of matter, \`${only.id}\`: ${only.description}`];
  const without = (one: (typeof list)[number]) =>
    [
      ...(one.gate ? [] : ['checklist']),
      ...(one.roles ? [] : ['required roles']),
      ...(one.clocks ? [] : ['clocks']),
      ...(one.postMortem ? [] : ['post-mortem']),
      ...(one.counted ? [] : ['metrics']),
    ].join(', ');
  return [
    '## Types',
    table(
      ['type', 'name', 'also heard', 'means', 'without', 'major from'],
      list.map((one) => [
        ...[codes([one.id]), `${one.name}${one.private ? ' (private)' : ''}`, codes(one.aliases), one.description],
        ...[without(one) || '–', one.major === null ? '–' : codes([one.major])],
      ]),
    ),
    `${classification === 'required' ? 'Somebody must say the type of each, in the report or with `/type`.' : 'What names no type is the first one.'} \`/queue\` lists open ones by ${queue.join(', then ')}.`,
  ];
}
