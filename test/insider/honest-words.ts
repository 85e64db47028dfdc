// What honest people say in a history: words whose judgement does not hang on each other, so that one that is lost takes no other with it.
import { type Chance, shuffled } from '../scenario/chance.ts';
import { plusSeconds } from '../scenario/times.ts';

/** Ada and Dan lead, Cy and Tina respond (she by her team alone), Rae reported, Eve has no business here. */
export const people = {
  ada: 'maintain',
  dan: 'maintain',
  cy: 'write',
  mallory: 'write',
  rae: 'triage',
  eve: 'none',
  tina: 'none',
} as const;
export const teams = { 'acme/sre': ['tina'] };
export const insider = 'mallory';

/** He may do with GitHub's buttons what he likes, but the process gives him no word that changes how it stands. */
export const config = `handbook: workflow-guide
major: sev-4
responders: [acme/sre]
services: {checkout: {}, mail: {}, search: {}}
who: {severity: lead, status: lead, mitigated: lead, resolved: lead, reopen: lead, close: lead, cancel: lead, duplicate: lead, done: lead, undone: lead}
`;

export interface Word {
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

const words: readonly (readonly [string, string])[] = [
  ['ada', '/role commander'],
  ['cy', '/role scribe'],
  ['dan', '/role technical-lead'],
  ['tina', '/role expert'],
  ['ada', '/severity sev-1 because it spreads'],
  ['cy', '/severity sev-4'],
  ['eve', '/resolved'],
  ['cy', '/note The pool is empty'],
  ['tina', '/note I see it in Europe only'],
  ['dan', '/decision We roll back'],
  ['cy', '/hypothesis A bad release'],
  ['ada', '/update We roll back next in 30m'],
  ['cy', '/impact All of Europe'],
  ['dan', '/affects +checkout +mail'],
  ['cy', '/started at 09:40'],
  ['tina', '/detected at 09:55'],
  ['dan', '/status identified'],
  ['cy', '/todo Write a test'],
  ['ada', '/done follow-ups-created'],
  ['eve', 'It is down for me as well'],
  ['cy', '/rolle scribe'],
];

/** How many different histories honest people make. */
export const plots = 12;

/** The words of a plot, a minute to five apart, with the turns in their order, resolved last. */
export function honestWords(plot: number, chance: Chance): readonly Word[] {
  let at = '2026-03-02T10:00:00Z';
  const some = shuffled(words, chance).slice(0, 3 + (plot % 5));
  const story: readonly (readonly [string, string])[] = [
    ...some,
    ...[['dan', '/mitigated'] as const, ['ada', '/resolved'] as const, ['cy', '/note It is over'] as const],
  ];
  return story.map(([who, text]) => {
    at = plusSeconds(at, 60 + Math.floor(chance() * 240));
    return { at, who, text };
  });
}
