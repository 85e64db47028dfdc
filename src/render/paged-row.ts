// A call in a few words, as the timeline tells it after the name of who called.
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { PageFact } from '../core/page-fact.ts';
import { calleeWords, levelNames, passedWords } from './callee-words.ts';
import { listed } from './names.ts';
import { quoteText } from './quote.ts';

/** `called Primary: mentioned bob; not reached: Backup (nobody is there now)`. Markdown of one line, without the reason. */
export function pagedText(fact: PageFact, entry: Entry, handbook: Handbook): string {
  const { levels = [], knowing = [], more } = fact;
  const passed = passedWords(fact.passed, handbook);
  const left = passed ? `; not reached: ${passed}` : '';
  const people = names(fact.people);
  if (people === '' && knowing.length === 0) return `called **nobody**${left}`;
  if (fact.how === 'spared')
    return `did not call ${levelNames(levels, handbook)} (${names([...fact.people, ...knowing])}): this was late, and not needed any more`;
  const level = levels.length > 0 ? `${entry.by ? 'escalated to' : 'called'} ${levelNames(levels, handbook)}: ` : '';
  const whose = levels.length > 0 ? '' : calleeWords(fact, handbook);
  const called = people && `mentioned ${people}${whose ? ` (${whose})` : ''}${more ? ` and not ${more} more` : ''}`;
  const known = knowing.length > 0 ? `${names(knowing)} ${knowing.length === 1 ? 'knows' : 'know'} already` : '';
  return `${level}${[called, known].filter(Boolean).join('; ')}${left}`;
}

function names(logins: readonly string[]): string {
  return listed(logins.map((login) => quoteText(login, { limit: 60 })));
}
