// How people, severities, statuses, roles and issues are called wherever we print them. Every word of people or config is quoted.
import { type Handbook, roleOf } from '../core/handbook.ts';
import { holders, type Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';
import type { StandIn } from '../core/stand-in.ts';
import { quoteCode, quoteText } from './quote.ts';

/** A login without `@`, so that nobody is called; who is gone is "somebody". */
export function login(person: Person | null): string {
  return person ? quoteText(person.login, { limit: 60 }) : 'somebody';
}

/** `@login`: calls that person. Only for words that somebody must know (decision 13). */
export function mention(person: Person): string {
  return /^[\w-]{1,60}$/.test(person.login) ? `@${person.login}` : login(person);
}

/** For one comment: calls a person at their first mention in it, and after that only names them. */
export function caller(): (person: Person) => string {
  const called = new Set<string>();
  return (person) => {
    if (called.has(person.id)) return login(person);
    called.add(person.id);
    return mention(person);
  };
}

/** An id as code, safe in a table too. */
export function code(id: string): string {
  return quoteCode(id, 60).replaceAll('|', '¦');
}

/** A line of ours to copy and type, as code (where GitHub sees no mention); never with people's text in it. Safe in a table. */
export function toType(line: string): string {
  return `\`${line
    .replace(/[\s`]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .replace(/<(?=!)/g, '‹')
    .trim()
    .slice(0, 150)
    .replaceAll('|', '¦')}\``;
}

/** `` `sev-1` Critical ``; the id alone where the handbook no longer has it. */
export function severityName(handbook: Handbook, id: string): string {
  return named(handbook.severities, id);
}

/** `` `investigating` Investigating ``. */
export function statusName(handbook: Handbook, id: string): string {
  return named(handbook.statuses, id);
}

/** A message as people call it; the id as code where the handbook no longer has it. */
export function messageName(handbook: Handbook, id: string): string {
  const message = handbook.messages.find((one) => one.id === id);
  return message ? quoteText(message.name, { limit: 80 }) : code(id);
}

/** An audience as people call it; the id as code where the handbook no longer has it. */
export function audienceName(handbook: Handbook, id: string): string {
  const audience = handbook.audiences.find((one) => one.id === id);
  return audience ? quoteText(audience.name, { limit: 60 }) : code(id);
}

/** `` `near-miss` Near miss ``. */
export function typeName(handbook: Handbook, id: string): string {
  return named(handbook.types, id);
}

/** A role as people call it, as the handbook writes it: `Incident commander`; the id as code where the handbook no longer has it. */
export function roleName(handbook: Handbook, id: string): string {
  const role = roleOf(handbook, id);
  return role ? quoteText(role.name, { limit: 60 }) : code(id);
}

/** A role in the middle of a sentence: `incident commander`; a name with capitals of its own keeps them (`IT lead`). */
export function roleWord(handbook: Handbook, id: string): string {
  const name = roleName(handbook, id);
  return /^[A-Z][a-z]+(?:[ -][a-z]+)*$/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** `` Incident commander `commander` ``: a role where its id is there to be typed. */
export function roleRow(handbook: Handbook, id: string): string {
  return roleOf(handbook, id) ? `${roleName(handbook, id)} ${code(id)}` : code(id);
}

/** Who has a role to play, with those who hold it: `Incident commander (ada)`. */
export function roleWithHolders(handbook: Handbook, id: string, incident: Incident | null): string {
  return `${roleName(handbook, id)}${holdersInWords(id, incident)}`;
}

/** ` (ada and bob)`, at most five; nothing while nobody holds it. */
export function holdersInWords(id: string, incident: Incident | null): string {
  const held = incident ? holders(incident, id).map(login) : [];
  return held.length > 0 ? ` (${listed(held.slice(0, 5))})` : '';
}

/** `bob stands in as deputy`. */
export function standInText({ person, role }: StandIn, handbook: Handbook): string {
  return `${login(person)} stands in as ${roleWord(handbook, role)}`;
}

/** `a, b and c`. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** Commands to type, as code: `` `/status identified` or `/status monitoring` ``. */
export function choices(word: string, values: readonly string[]): string {
  return listed(
    values.map((value) => toType(`${word} ${value}`)),
    'or',
  );
}

/**
 * A link to an issue that somebody named (`#12`, `owner/name#12`, an address); anything else is only quoted.
 * @param repository address of the repository we are in
 */
export function issueLink(issue: string, repository: string): string {
  const found = /^(?:([\w.-]{1,100}\/[\w.-]{1,100}))?#?(\d{1,10})$/.exec(issue.trim());
  if (!found) return quoteText(issue, { limit: 100 });
  const home = found[1] ? `${new URL(repository).origin}/${found[1]}` : repository;
  return `[${found[1] ?? ''}#\u200B${found[2]}](${home}/issues/${found[2]})`;
}

function named(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  const one = list.find((candidate) => candidate.id === id);
  return one && !alike(one.name, id) ? `${code(id)} ${quoteText(one.name, { limit: 60 })}` : code(id);
}

/** `Investigating` beside `investigating` says nothing. */
function alike(name: string, id: string): boolean {
  return name.toLowerCase().replace(/\W+/g, '-') === id;
}
