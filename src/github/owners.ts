// Whose standing a look needs beside those who speak: who owns a service that the thread names.
import { keyOf } from '../core/marker.ts';
import type { Standing } from '../core/person.ts';
import { commandLines, type Look, maybeUnheard } from './speakers.ts';
import type { Wanted } from './standing.ts';

/** A service by its words, with the logins of the people who own it. */
export interface Owned {
  readonly words: readonly string[];
  readonly logins: readonly string[];
}

/** Nobody assigns more: GitHub allows ten. */
const most = 10;

/**
 * Owners of services named in the report, on command lines that may be unheard, or on our card, who are neither known nor
 * assigned already. A superset, found without grammar; nobody where the handbook knows no services.
 */
export function owners(
  look: Look,
  settled: ReadonlySet<string>,
  owned: readonly Owned[],
  known: Readonly<Record<string, Standing | null>>,
): readonly Wanted[] {
  if (owned.length === 0) return [];
  const text = squeezed(textOf(look, settled));
  const named = owned.filter(({ words }) => words.some((word) => text.includes(squeezed(word))));
  const here = new Set(look.issue.assignees.map(({ login }) => login.toLowerCase()));
  const logins = [...new Set(named.flatMap((one) => one.logins.map((login) => login.toLowerCase())))];
  const unknown = logins.filter((login) => !here.has(login) && !Object.hasOwn(known, login));
  return unknown.slice(0, most).map((login) => ({ login, person: null }));
}

function textOf({ issue, thread, ...look }: Look, settled: ReadonlySet<string>): string {
  const said = maybeUnheard({ issue, thread, ...look }, settled).flatMap((item) =>
    item.kind === 'comment' && !item.mine ? commandLines(item) : [],
  );
  const card = thread.find((item) => item.kind === 'comment' && item.mine && keyOf(item.body) === 'card');
  return [issue.body, ...said, card?.kind === 'comment' ? card.body : ''].join('\n');
}

/** As names are compared when they are heard: case, spaces and hyphens do not matter. */
function squeezed(text: string): string {
  return text.toLowerCase().replace(/[\s_.:–-]+/g, '');
}
