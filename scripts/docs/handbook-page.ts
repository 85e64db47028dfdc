// A handbook as people read it: levels, statuses, roles, checklist and the report's form.
import type { Handbook, Severity } from '../../src/core/handbook.ts';
import { codes, table } from './table.ts';

/** The page of one handbook. */
export function handbookPage(handbook: Handbook): string {
  return `# ${handbook.name}

Id \`${handbook.id}\`. Every table here is data: [the file](../../handbooks/${handbook.id}.yml), and [how to change it](../configuration.md) in a repository.

## Severities

${severitiesTable(handbook)}

The id is the label. An incident at or above \`${handbook.major}\` is a major one. ${withoutSeverity(handbook)}

${handbook.severities.map(severitySection).join('\n\n')}

## Statuses

${statusesTable(handbook)}

The label is \`${handbook.statusPrefix}<status>\`. An incident that breaks out again, or is reopened, goes back to \`${handbook.relapse}\`.

## Roles

${rolesTable(handbook)}

After ${handbook.takeoverAfterMinutes} minutes of silence of its holder a role may be taken over with \`/takeover\`.

${handbook.roles.map((role) => `### ${role.name}\n\n${role.duties.map((duty) => `- ${duty}`).join('\n')}\n\nMay say, whatever the access: ${codes(role.may.map((word) => `/${word}`))}.`).join('\n\n')}

## Before it is closed

${checklistTable(handbook)}

## Post-mortem

Opened as a pull request at \`resolved\` for ${codes(handbook.postMortem.requiredAt)}, in the folder \`${handbook.postMortem.folder}/\`.

## The report

${headingsTable(handbook)}
`;
}

function severitiesTable(handbook: Handbook): string {
  return table(
    ['severity', 'name', 'also heard', 'means'],
    handbook.severities.map((one) => [
      codes([one.id]),
      one.name,
      codes(one.aliases),
      one.criteria[0] ?? one.description,
    ]),
  );
}

/** The README's part: severities, statuses and roles in short. */
export function handbookTables(handbook: Handbook): string {
  return [severitiesTable(handbook), statusesTable(handbook), rolesTable(handbook), checklistTable(handbook)].join(
    '\n\n',
  );
}

function statusesTable({ statuses }: Handbook): string {
  return table(
    ['status', 'sets the milestone', 'means', 'may be followed by'],
    statuses.map((one) => [codes([one.id]), one.milestone ?? '–', one.description, codes(one.next)]),
  );
}

function rolesTable({ roles }: Handbook): string {
  return table(
    ['role', 'name', 'also heard', 'holders', 'required at'],
    roles.map((one) => [codes([one.id]), one.name, codes(one.aliases), one.holders, codes(one.requiredAt)]),
  );
}

function checklistTable({ checklist, roles }: Handbook): string {
  const nameOf = (id: string | null) => roles.find((role) => role.id === id)?.name ?? 'any responder';
  const proofs = {
    identified: 'the cause is identified',
    'update-at-resolved': 'an update is given at or after `resolved`',
    'post-mortem-merged': 'the post-mortem is merged',
    'final-severity': 'the severity is said at or after `resolved`',
    'final-summary': 'a summary is said at or after `resolved`',
    'duplicates-grouped': 'a related issue is linked',
    classified: 'the type is said',
  };
  return table(
    ['item', 'text', 'owed by', 'ticks itself when'],
    checklist.map((one) => [codes([one.id]), one.text, nameOf(one.role), one.provedBy ? proofs[one.provedBy] : '–']),
  );
}

/** What a report counts as that names no severity. */
function withoutSeverity(handbook: Handbook): string {
  const assumed = `the incident is \`${handbook.unsure.severity}\`, *assumed*, and says so.`;
  if (Object.keys(handbook.matrix).length === 0) return `When a report names no severity, ${assumed}`;
  return `A report that names no severity gets it from impact and urgency:

${matrixTable(handbook)}

When only one of the two is known the other counts as ${handbook.unsure.axis}; when neither is, ${assumed}`;
}

function matrixTable({ matrix }: Handbook): string {
  const levels = ['high', 'medium', 'low'];
  return table(
    ['impact', ...levels.map((level) => `urgency ${level}`)],
    levels.map((impact) => [impact, ...levels.map((urgency) => codes([matrix[impact]?.[urgency] ?? '']))]),
  );
}

function severitySection(severity: Severity): string {
  const lines = [
    ...severity.criteria.map((text) => `- ${text}`),
    ...severity.examples.map((text) => `- *e.g.* ${text}`),
  ];
  return `### ${severity.id}: ${severity.name}\n\n${lines.join('\n')}`;
}

function headingsTable({ headings }: Handbook): string {
  return table(
    ['field', "the form's heading", 'also read'],
    Object.entries(headings).map(([field, [first = '', ...rest]]) => [codes([field]), first, rest.join(' · ') || '–']),
  );
}
