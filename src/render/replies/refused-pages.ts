// Refusals of who wanted to call somebody.
import { readCallee } from '../../core/callee.ts';
import { rosterFile } from '../../oncall/rota.ts';
import { calleeWords } from '../callee-words.ts';
import { code, listed, toType } from '../names.ts';
import { quoteCode } from '../quote.ts';
import { withPart } from './line-to-type.ts';
import { didYouMean, type RefusalSentences } from './refusal-sentence.ts';

type Reasons = 'unknown-callee' | 'unknown-level' | 'nobody-to-page' | 'enough-paged' | 'top-of-ladder';

export const refusedPages: Pick<RefusalSentences, Reasons> = {
  'unknown-callee': ({ word, meant, names }, scene) => {
    const there =
      names.length === 0
        ? ''
        : ` I know ${listed(names.slice(0, 20).map(code))}${names.length > 20 ? ' and more' : ''}.`;
    // What can be a login was meant as one: GitHub is asked about logins with their `@` only.
    const right = meant ?? (/^[a-z\d](?:[a-z\d-]{0,38})$/i.test(word) ? `@${word}` : null);
    const line = right === null ? toType('/page @who') : withPart(word, right, scene, `/page ${right}`);
    return `I know nobody to call by ${quoteCode(word, 60)}.${didYouMean(meant)}${there} Type ${line}`;
  },
  'unknown-level': ({ word, meant, names }) => {
    const line = toType(`/escalate${meant === null ? '' : ` ${meant}`}`);
    return `The ladder has no level ${quoteCode(word, 60)}.${didYouMean(meant)} Its levels are ${listed(names.slice(0, 12).map(code))}. Type ${line}, or ${toType('/escalate because …')}`;
  },
  'nobody-to-page': ({ about, why }, { handbook }) => {
    const words = calleeWords({ to: about.split(', ') }, handbook) || code(about);
    if (why === 'gone')
      return `Nobody was called ${words}: GitHub shows me none of them. Call somebody by name: ${toType('/page @who')}`;
    const who = about === 'everyone' ? 'I know of nobody to call here' : `there is nobody ${words} now`;
    const isOnCall = about.split(', ').some((text) => readCallee(text)?.to !== 'role');
    const look = isOnCall ? ` Who is on call stands in \`${rosterFile}\`: ${toType('/oncall')}.` : '';
    return `Nobody was called: ${who}.${look} Call somebody by name: ${toType('/page @who')}`;
  },
  'enough-paged': ({ most }) =>
    `One comment calls ${most} people at most, and this one has. Call the others in a comment of their own: ${toType('/page @who')}`,
  'top-of-ladder': ({ levels }) =>
    `${levels === 0 ? 'This handbook has no ladder to climb' : 'The last level of the ladder was called already'}. Call somebody by name: ${toType('/page @who')}`,
};
