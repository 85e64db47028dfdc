// Refusals about rights, roles and people.
import { roleOf } from '../../core/handbook.ts';
import { holders } from '../../core/incident.ts';
import { formatSpan, formatTime } from '../../core/time.ts';
import { code, listed, login, roleName, toType } from '../names.ts';
import { quoteCode, quoteText } from '../quote.ts';
import { didYouMean, type RefusalScene, type RefusalSentences, typedWord } from './refusal-sentence.ts';

type Reasons =
  | 'no-right'
  | 'unknown-role'
  | 'unknown-person'
  | 'role-held'
  | 'role-not-held'
  | 'role-already-yours'
  | 'takeover-too-early';

export const refusedPeople: Pick<RefusalSentences, Reasons> = {
  'no-right': ({ command, needs, who }, scene) => {
    const could = who.slice(0, 8).map((one) => whoText(one, scene));
    const ask = could.length > 0 ? ` Ask ${listed(could, 'or')} to type it.` : '';
    return `${toType(`/${command}`)} is for ${needsText(needs)}.${ask} What you may type now: \`/help\``;
  },
  'unknown-role': ({ word, meant, roles }) =>
    `There is no role ${quoteCode(word, 40)} here.${didYouMean(meant)} ${known('Roles', roles)} Type ${toType(`/role ${meant ?? '<role>'}`)}`,
  'unknown-person': ({ login: name }, scene) => {
    const word = typedWord(scene, 'role');
    return `GitHub knows nobody called ${quoteCode(name.replace(/^@/, ''), 40)}. Check the spelling and type it again: ${toType(`/${word} … @login`)}`;
  },
  'role-held': ({ role, holder }, { handbook }) =>
    `${roleName(handbook, role)} is held by ${quoteText(holder, { limit: 60 })}, and a held role is not overwritten. ` +
    `Its holder or a lead hands it on with ${toType(`/handover ${role} @who`)}; when the holder has gone silent: ${toType(`/takeover ${role} because …`)}`,
  'role-not-held': ({ role, who }, { handbook }) =>
    who === null
      ? `Nobody holds ${roleName(handbook, role)}. Take it: ${toType(`/role ${role}`)}`
      : `${quoteText(who, { limit: 60 })} does not hold ${roleName(handbook, role)}. Who holds what: \`/roles\``,
  'role-already-yours': ({ role }, { handbook }) =>
    `You hold ${roleName(handbook, role)} already. To hand it on: ${toType(`/handover ${role} @who`)}`,
  'takeover-too-early': ({ role, holder, lastHeardAt, afterMinutes }, { handbook }) =>
    `${quoteText(holder, { limit: 60 })} holds ${roleName(handbook, role)} and was heard at ${formatTime(lastHeardAt, handbook.zone)}; ` +
    `it may be taken over after ${formatSpan(afterMinutes)} of silence. Then type ${toType(`/takeover ${role} because …`)}; ` +
    `its holder or a lead need not wait: ${toType(`/handover ${role} @who`)}`,
};

function needsText(needs: string): string {
  const known: Readonly<Record<string, string>> = {
    anyone: 'anyone',
    reporter: 'who filed the report, and responders (write access here)',
    responder: 'responders: write access to this repository, or a team in `responders:`',
    holder: 'who holds the role, or a lead',
    lead: 'leads: who holds the leading role, or has maintain access',
  };
  return Object.hasOwn(known, needs) ? (known[needs] ?? '') : quoteText(needs, { limit: 60 });
}

/** A role with its holders, or a person. */
function whoText(one: string, { handbook, incident }: RefusalScene): string {
  if (!roleOf(handbook, one)) return quoteText(one, { limit: 60 });
  const held = incident ? holders(incident, one).map(login) : [];
  return `${roleName(handbook, one)}${held.length > 0 ? ` (${listed(held.slice(0, 5))})` : ''}`;
}

function known(what: string, ids: readonly string[]): string {
  return ids.length === 0 ? '' : `${what}: ${listed(ids.slice(0, 20).map(code))}.`;
}
