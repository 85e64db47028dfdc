// A handbook as people read it: a quick reference first, then the whole process, table by table.
import { type Handbook, statusFor } from '../../src/core/handbook.ts';
import { decided, provenance } from './handbook-decisions.ts';
import { levels, severitiesTable } from './handbook-levels.ts';
import { people, rolesTable } from './handbook-people.ts';
import { duties } from './handbook-time.ts';
import { afterwards, communication } from './handbook-words.ts';
import { quickReference } from './quick-reference.ts';
import { stages, statusesTable, statusMachine } from './status-machine.ts';
import { codes, table } from './table.ts';

/** The page of one handbook. @param text its file, whose comments tell where each entry comes from */
export function handbookPage(handbook: Handbook, text: string): string {
  return `${[
    `# ${handbook.name}`,
    `Id \`${handbook.id}\`: write \`handbook: ${handbook.id}\` into \`.github/sitrep.yml\`. Every table here is data: [the file](../../handbooks/${handbook.id}.yml), and [how to change it](../configuration.md) in a repository.`,
    handbook.source ? `**Source**: ${handbook.source}. ${provenance(text)}` : provenance(text),
    ...quickReference(handbook),
    ...levels(handbook),
    '## Statuses',
    statusMachine(handbook),
    statusesTable(handbook),
    `The label is \`${handbook.statusPrefix}<status>\`. An incident that breaks out again, or is reopened, goes back to \`${handbook.relapse}\`.`,
    ...stages(handbook),
    ...people(handbook),
    '## Before it is closed',
    checklistTable(handbook),
    ...communication(handbook),
    ...afterwards(handbook),
    ...duties(handbook),
    '## The report',
    headingsTable(handbook),
    ...reportedBy(handbook),
    ...decided(text),
  ].join('\n\n')}\n`;
}

/** The README's part: severities, statuses, roles and the checklist in short. */
export function handbookTables(handbook: Handbook): string {
  return [severitiesTable(handbook), statusesTable(handbook), rolesTable(handbook), checklistTable(handbook)].join(
    '\n\n',
  );
}

const proofs = {
  identified: 'the cause is identified',
  'update-at-resolved': 'an update is given at or after `resolved`',
  'post-mortem-merged': 'the post-mortem is merged',
  'final-severity': 'the severity is said at or after `resolved`',
  'final-summary': 'a summary is said at or after `resolved`',
  'duplicates-grouped': 'a related issue is linked',
  classified: 'the type is said',
  'tasks-done': 'all that was called for is done or dropped',
};

function checklistTable(handbook: Handbook): string {
  const { checklist, roles } = handbook;
  if (checklist.length === 0) return `Nothing: from \`${statusFor(handbook, 'resolved')?.id}\` on it may be closed.`;
  const nameOf = (id: string | null) => roles.find((role) => role.id === id)?.name ?? 'any responder';
  const when = (one: Handbook['checklist'][number]) =>
    one.provedBy ? proofs[one.provedBy] : one.needs.length > 0 ? `on record: ${one.needs.join(', ')}` : '–';
  const only = ({ severities, types }: Handbook['checklist'][number]) => codes([...severities, ...types]);
  const some = checklist.some((one) => only(one) !== '–');
  return table(
    ['item', 'text', 'owed by', 'ticks itself when', ...(some ? ['only at'] : [])],
    checklist.map((one) => [...[codes([one.id]), one.text, nameOf(one.role), when(one)], ...(some ? [only(one)] : [])]),
  );
}

function reportedBy({ reportedBy: ways }: Handbook): readonly string[] {
  if (ways.length === 0) return [];
  return [
    'Reports come in by (a report that names one of these words counts as that; metrics tell how many customers noticed):',
    table(
      ['way', 'also read', 'customers noticed', 'asked before'],
      ways.map(({ name, aliases, customers, questions }) => [
        ...[name, aliases.join(' · ') || '–', customers ? 'yes' : 'no', questions.join(' ') || '–'],
      ]),
    ),
  ];
}

function headingsTable({ headings }: Handbook): string {
  return table(
    ['field', "the form's heading", 'also read'],
    Object.entries(headings)
      .filter(([, words]) => words.length > 0)
      .map(([field, [first = '', ...rest]]) => [codes([field]), first, rest.join(' · ') || '–']),
  );
}
