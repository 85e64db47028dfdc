// What somebody typed behind `npm run say --`: an act of theirs, a wish to see the card, or time that is to pass.

import { readTerm } from '../../src/time/term.ts';
import { formBody } from '../form-body.ts';
import type { Act } from '../server.ts';

/** Somebody does something; `number` is null where an issue is yet to be made. */
export interface Doing {
  readonly kind: 'act';
  readonly who: string;
  readonly number: number | null;
  readonly act: Act;
}

/** Somebody wants to see a status card whole. */
export interface Looking {
  readonly kind: 'card';
  readonly number: number;
}

/** Time is to pass. */
export interface Waiting {
  readonly kind: 'wait';
  readonly minutes: number;
}

/** The words as a wish; null: they are none. */
export function readWords([who, where, ...words]: readonly string[]): Doing | Looking | Waiting | null {
  const term = who === 'wait' && words.length === 0 ? readTerm(where ?? '') : null;
  if (term?.unit === 'minutes') return { kind: 'wait', minutes: term.amount };
  const number = /^#?(\d+)$/.exec(where ?? '')?.[1];
  if (who === 'card' && number && words.length === 0) return { kind: 'card', number: Number(number) };
  const text = words.join(' ').trim();
  if (!who || text === '') return null;
  if (where === 'open') return { kind: 'act', who, number: null, act: opening(text) };
  if (!number) return null;
  return { kind: 'act', who, number: Number(number), act: { number: Number(number), ...actOf(words) } };
}

// Somebody who only has a title is not sure of anything else.
function opening(title: string): Act {
  const body = formBody({ Summary: title, Severity: 'Not sure' });
  return { act: 'open', title, body, labels: ['incident'], template: true };
}

function actOf([first, ...rest]: readonly string[]): Act {
  if (first === 'close' && rest.length === 0) return { act: 'close' };
  if (first === 'tick' && rest.length > 0) return { act: 'tick', item: rest.join(' ') };
  return { act: 'comment', text: [first, ...rest].join(' ') };
}
