// Refusals about rights, roles and people.
import { roleOf } from '../../core/handbook.ts';
import { holders } from '../../core/incident.ts';
import type { Refusal } from '../../core/refusal.ts';
import { formatSpan, formatTime } from '../../time/time.ts';
import { code, listed, login, roleWord, toType } from '../names.ts';
import { quoteCode, quoteOurs, quoteText, quoteToCopy } from '../quote.ts';
import { lineToAsk, withPart, withSubject } from './line-to-type.ts';
import { didYouMean, type RefusalScene, type RefusalSentences, typedWord } from './refusal-sentence.ts';

type Reasons =
  | 'no-right'
  | 'unknown-role'
  | 'unknown-person'
  | 'role-held'
  | 'role-not-held'
  | 'role-already-yours'
  | 'restricted'
  | 'self-declared'
  | 'not-with'
  | 'prerequisite'
  | 'unknown-team'
  | 'no-free-team'
  | 'team-at-work'
  | 'team-not-at-work'
  | 'takeover-too-early';

export const refusedPeople: Pick<RefusalSentences, Reasons> = {
  'no-right': (refusal, scene) => {
    const why =
      refusal.outsider === undefined
        ? `${toType(`/${refusal.command}`)} ${needsText(refusal.needs, scene)}`
        : `${quoteText(refusal.outsider, { limit: 60 })} has no write access here, and only a lead gives such a person a role`;
    return `${why}. Ask ${whoCould(refusal, scene)} to type ${lineToAsk(scene, `/${refusal.command}`)}`;
  },
  'unknown-role': ({ word, meant, roles }, scene) =>
    `There is no role ${quoteCode(word, 40)} here.${didYouMean(meant)}${meant === null ? known(' Roles', roles) : ''} Type ${withSubject(meant ?? '<role>', 'role', scene)}`,
  'unknown-person': ({ login: name }, scene) => {
    const plain = name.replace(/^@/, '');
    const line = withPart(`@${plain}`, '@login', scene, `/${typedWord(scene, 'role')} … @login`);
    return `GitHub knows nobody called ${quoteCode(plain, 40)}. Check the spelling and type it again: ${line}`;
  },
  'role-held': ({ role, holder }, { handbook }) =>
    `${quoteText(holder, { limit: 60 })} is ${roleWord(handbook, role)}, and a held role is not overwritten. ` +
    `Its holder or a lead hands it on with ${toType(`/handover ${role} @who`)}; when the holder has gone silent: ${toType(`/takeover ${role} because …`)}`,
  'role-not-held': ({ role, who }, { handbook }) =>
    who === null
      ? `Nobody is ${roleWord(handbook, role)}. Take it: ${toType(`/role ${role}`)}`
      : `${quoteText(who, { limit: 60 })} is not ${roleWord(handbook, role)}. Who holds what: \`/roles\``,
  'role-already-yours': ({ role }, { handbook }) =>
    `You are ${roleWord(handbook, role)} already. To hand it on: ${toType(`/handover ${role} @who`)}`,
  restricted: ({ role, who, own, why }, { handbook }) => {
    const { roles, teams } = handbook.security;
    if (why === 'role') {
      return `In a private matter nobody takes the role ${code(role)}: it is for as few people as can be. Roles in it: ${listed(roles.map(code))}. Type ${toType(`/role ${roles[0] ?? ''}`)}`;
    }
    const whom = own ? 'You are' : `${quoteText(who, { limit: 60 })} is`;
    return `A private matter is for members of ${listed(teams.map(code))}, and ${whom} in none of them. A member types ${toType(`/role ${role}`)}`;
  },
  'self-declared': ({ role, who, held }, { handbook }) => {
    const first = held ? ` Give it back with ${toType(`/role ${role} none`)}; then` : '';
    return `Who is ${roleWord(handbook, role)} says so themselves; nobody else gives that role.${first} ${quoteText(who, { limit: 60 })} types ${toType(`/role ${role}`)}`;
  },
  'not-with': ({ role, held, who, own }, { handbook }) => {
    const [name, wanted] = [roleWord(handbook, held), roleWord(handbook, role)];
    const why = `the same person is not ${name} and ${wanted} at once`;
    if (own) return `You are ${name}, and ${why}. Give that back first: ${toType(`/role ${held} none`)}`;
    const other = quoteText(who, { limit: 60 });
    return `${other} is ${name}, and ${why}. ${other} gives that back first, or a lead takes it: ${quoteToCopy(`/role ${held} none @${who}`)}`;
  },
  prerequisite: ({ role, who, own }, { handbook }) => {
    const { text = '', teams = [] } = roleOf(handbook, role)?.prerequisite ?? {};
    const whom = own ? 'You are' : `${quoteText(who, { limit: 60 })} is`;
    return `${capital(roleWord(handbook, role))} needs this: ${quoteOurs(text, { limit: 200 })} ${whom} in none of the teams that have it (${listed(teams.map(code))}). Somebody who is types ${toType(`/role ${role}`)}`;
  },
  'unknown-team': ({ word, meant, teams }) =>
    teams.length === 0
      ? 'This handbook splits no incident into sub-teams. To give somebody a task: `/task @who 15m text`'
      : `There is no sub-team ${quoteCode(word, 40)}.${didYouMean(meant)}${known(' They are called', teams)} Type ${toType(`/team ${meant ?? ''} @leader 30m task`)}`,
  'no-free-team': ({ teams }) =>
    `All sub-teams are at work: ${listed(teams.slice(0, 20).map(code))}. When one has done its task: ${toType(`/team ${teams[0] ?? ''} done`)}`,
  'team-at-work': ({ team, leader }) =>
    `${capital(code(team))} is at work already, led by ${quoteText(leader, { limit: 60 })}. To give the next name: ${toType('/team @leader 30m task')}; when it is done: ${toType(`/team ${team} done`)}`,
  'team-not-at-work': ({ team }) =>
    `${code(team)} is not at work. To begin: ${toType(`/team ${team} @leader 30m task`)}`,
  'takeover-too-early': ({ role, holder, lastHeardAt, afterMinutes }, { handbook }) =>
    `${quoteText(holder, { limit: 60 })} is ${roleWord(handbook, role)} and was heard at ${formatTime(lastHeardAt, handbook.zone)}; ` +
    `it may be taken over after ${formatSpan(afterMinutes)} of silence. Then type ${toType(`/takeover ${role} because …`)}; ` +
    `its holder or a lead need not wait: ${toType(`/handover ${role} @who`)}`,
};

function needsText(needs: string, { handbook }: RefusalScene): string {
  const leads = handbook.roles.filter((role) => role.leads).map(({ id }) => roleWord(handbook, id));
  const teams = handbook.responders.length > 0 ? ', or a team that responds here' : '';
  const known: Readonly<Record<string, string>> = {
    anyone: 'is for anyone',
    reporter: 'is for who filed the report, and for people with write access here',
    responder: `needs write access to this repository${teams}`,
    holder: 'is for who holds the role, and for leads',
    lead: `is for leads: ${listed([...leads, 'maintainers of this repository'], 'or')}`,
  };
  return Object.hasOwn(known, needs) ? (known[needs] ?? '') : `is for ${quoteText(needs, { limit: 60 })}`;
}

/** At most three people who could say it now, each with the role that lets them; else the kind of people who could. */
function whoCould({ who, needs }: Extract<Refusal, { reason: 'no-right' }>, scene: RefusalScene): string {
  const people = who.flatMap((one) => peopleOf(one, scene));
  const named = people
    .filter(([person], index) => people.findIndex(([other]) => other === person) === index)
    .map(([person, as]) => `${person} (${as})`);
  if (named.length > 0) return listed(named.slice(0, 3), 'or');
  return needs === 'lead' ? 'a lead' : needs === 'holder' ? 'its holder or a lead' : 'a responder';
}

/** A role's holders now; anybody else named is who filed the report. */
function peopleOf(one: string, { handbook, incident }: RefusalScene): readonly (readonly [string, string])[] {
  if (!roleOf(handbook, one)) return [[quoteText(one, { limit: 60 }), 'who filed the report']];
  return incident ? holders(incident, one).map((person) => [login(person), roleWord(handbook, one)]) : [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function known(what: string, ids: readonly string[]): string {
  return ids.length === 0 ? '' : `${what}: ${listed(ids.slice(0, 20).map(code))}.`;
}
