// Whom a page was for, and which levels of the ladder reached nobody, in words.
import { readCallee } from '../core/callee.ts';
import type { Handbook } from '../core/handbook.ts';
import type { PageFact, Passed, Unreached } from '../core/page-fact.ts';
import { code, listed, roleWord } from './names.ts';
import { quoteText } from './quote.ts';

/** `on call for `payments``; empty where people were called by their names alone. */
export function calleeWords({ to }: Pick<PageFact, 'to'>, handbook: Handbook): string {
  return listed(to.slice(0, 10).flatMap((text) => wordsOf(text, handbook) ?? []));
}

function wordsOf(text: string, handbook: Handbook): string | null {
  const callee = readCallee(text);
  switch (callee?.to) {
    case undefined:
    case 'person':
      return null;
    case 'role':
      return `as ${roleWord(handbook, callee.role)}`;
    case 'service':
      return `for ${code(callee.service)}`;
    case 'on-call':
      return callee.layer === null ? 'on call' : `on call as ${code(callee.layer)}`;
    case 'rota':
      return `on call in ${code(callee.rota)}`;
    case 'team':
      return `of ${code(callee.team)}`;
    case 'owners':
      return 'owning what is affected';
    case 'contact':
      return `by the contact ${code(callee.contact)}`;
    case 'everyone':
      return 'everybody';
  }
}

/** A level of the ladder as people call it; the id as code where the handbook no longer has it. */
export function levelName({ escalation }: Handbook, id: string): string {
  const level = escalation.levels.find((one) => one.id === id);
  return level ? quoteText(level.name, { limit: 60 }) : code(id);
}

/** `Primary and Incident commander`. */
export function levelNames(ids: readonly string[], handbook: Handbook): string {
  return listed(ids.slice(0, 12).map((id) => levelName(handbook, id)));
}

const whyNobody: Readonly<Record<Unreached, string>> = {
  'in-words': 'the handbook names it in words only',
  nobody: 'nobody is there now',
  gone: 'GitHub shows me none of them',
  'only-you': 'nobody but who asked',
  knows: 'nobody but who knows already',
};

/** `Primary (nobody is there now)`, for each level that was passed over; empty where none was. */
export function passedWords(passed: readonly Passed[] | undefined, handbook: Handbook): string {
  return listed(
    (passed ?? []).slice(0, 12).map(({ level, why }) => `${levelName(handbook, level)} (${whyNobody[why]})`),
  );
}
