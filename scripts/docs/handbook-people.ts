// Who does what when: roles with their duties, tasks by what calls them, sub-teams, and whom to call.
import type { Handbook, Role } from '../../src/core/handbook.ts';
import { termText } from '../../src/time/term.ts';
import { sentence, sentences } from './sentence.ts';
import { codes, table } from './table.ts';

/** The sections on roles and tasks. */
export function people(handbook: Handbook): readonly string[] {
  return [
    '## Roles',
    rolesTable(handbook),
    `After ${handbook.takeoverAfterMinutes} minutes of silence of its holder a role may be taken over with \`/takeover\`.`,
    ...handbook.roles.map(roleSection),
    ...tasks(handbook),
    ...subTeams(handbook),
    ...contacts(handbook),
  ];
}

export function rolesTable({ roles }: Handbook): string {
  return table(
    ['role', 'name', 'also heard', 'holders', 'required at'],
    roles.map((one) => [
      ...[codes([one.id]), one.name, codes(one.aliases), one.holders],
      codes([...one.requiredAt, ...one.requiredFor]),
    ]),
  );
}

function roleSection(role: Role): string {
  const rules = [
    ...(role.notWith.length > 0 ? [`Not together with ${codes(role.notWith)}.`] : []),
    ...(role.prerequisite ? [`Who takes it: ${sentence(role.prerequisite.text)}`] : []),
    ...Object.entries(role.seniority).map(([severity, text]) => `At \`${severity}\`: ${text}.`),
    ...(role.selfDeclared ? ['Nobody else gives it: who holds it says so.'] : []),
    ...(role.standsInFor ? [`Stands in for \`${role.standsInFor}\` while nobody holds that.`] : []),
    ...handover(role),
    ...Object.entries(role.checkIn).map(
      ([severity, term]) => `At \`${severity}\`: asked for a word after ${termText(term)} without one.`,
    ),
  ];
  const may = role.may.length > 0 ? `May say, whatever the access: ${codes(role.may.map((word) => `/${word}`))}.` : '';
  const alone = role.authority.length > 0 ? `Decides:\n\n${role.authority.map((text) => `- ${text}`).join('\n')}` : '';
  const parts = [role.duties.map((duty) => `- ${duty}`).join('\n'), alone, rules.join(' '), may].filter(Boolean);
  return [`### ${role.name}`, ...parts].join('\n\n');
}

function handover({ handover: rules }: Role): readonly string[] {
  if (!rules) return [];
  const { offeredAfter, requiredAfter, steps } = rules;
  const times = [
    ...(offeredAfter ? [`encouraged after ${termText(offeredAfter)} and each time so long has passed again`] : []),
    ...(requiredAfter ? [`required after ${termText(requiredAfter)}`] : []),
  ];
  return [
    ...(times.length > 0 ? [`Hand-over is ${times.join(', ')}.`] : []),
    ...(steps.length > 0 ? [`At a hand-over: ${sentences(steps)}`] : []),
  ];
}

function tasks({ tasks: list, roles }: Handbook): readonly string[] {
  if (list.length === 0) return [];
  const nameOf = (id: string | null) => roles.find((role) => role.id === id)?.name ?? 'any responder';
  const when = ({ severities, status, types }: (typeof list)[number]) =>
    [
      severities.length > 0 ? `at ${severities.join(', ')}` : 'at every severity',
      ...(status ? [`entering ${status}`] : []),
      ...(types.length > 0 ? [`for ${types.join(', ')}`] : []),
    ].join(', ');
  return [
    '## Who does what when',
    table(
      ['task', 'what', 'who', 'when', 'within'],
      list.map((one) => [
        ...[codes([one.id]), one.text, nameOf(one.role), when(one)],
        one.within ? termText(one.within) : '–',
      ]),
    ),
  ];
}

function subTeams({ subTeams: { teams, timeBox, mostReports } }: Handbook): readonly string[] {
  if (teams.length === 0 && mostReports === null) return [];
  const said = [
    ...(teams.length > 0 ? [`Sub-teams are ${teams.map(({ name }) => name).join(', ')}, made with \`/team\`.`] : []),
    ...(timeBox ? [`Their task has a time box of ${termText(timeBox)} unless one is said.`] : []),
    ...(mostReports === null ? [] : [`More than ${mostReports} people reporting to who leads is too many.`]),
  ];
  return ['### Sub-teams', said.join(' ')];
}

function contacts({ contacts: list }: Handbook): readonly string[] {
  if (list.length === 0) return [];
  return [
    '## Contacts',
    table(
      ['who', 'where'],
      list.map(({ name, where }) => [name, where]),
    ),
  ];
}
