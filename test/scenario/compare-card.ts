// The card's part of a look: what the ledger replays to, and that the same value stands there for people to read.

import { isDone } from '../../src/core/gate.ts';
import { holders } from '../../src/core/incident.ts';
import { type At, contains, type Difference, entriesOf, place, same, sameSet, shown, textsOf } from './difference.ts';
import { holdsText } from './holds-text.ts';
import type { SeenCard } from './look.ts';
import { isTicked } from './tick.ts';
import { asStoryTime, hasSeconds } from './times.ts';

/** In what a card differs from what is expected of it. */
export function compareCard(at: At, card: SeenCard | null): readonly Difference[] {
  if (at.value === null) return card ? [{ ...place(at), expected: 'missing', actual: 'there is a card' }] : [];
  if (!card) return [{ ...place(at), expected: 'a card', actual: 'missing' }];
  return entriesOf(at).flatMap((entry) => compareCardKey(entry, card));
}

function compareCardKey(at: At, card: SeenCard): readonly Difference[] {
  const { incident, text } = card;
  switch (at.key) {
    case 'severity':
      return both(at, incident.severity.current, text);
    case 'assumed':
      return same(at, incident.severity.assumed);
    case 'first':
    case 'peak':
      return same(at, incident.severity[at.key]);
    case 'type':
      return both(at, incident.type.current, text);
    case 'status':
      return both(at, incident.status, text);
    case 'handbook':
      return both(at, incident.handbook.id, text);
    case 'roles':
      return entriesOf(at).flatMap((role) => compareRole(role, card));
    case 'services':
      return [...sameSet(at, incident.services), ...stands(at, incident.services, text)];
    case 'milestones':
      return entriesOf(at).flatMap((milestone) => compareMilestone(milestone, card));
    case 'checklist':
      return entriesOf(at).flatMap((item) => compareItem(item, card));
    case 'problems':
      return compareProblems(at, card);
    default:
      return contains(at, text);
  }
}

function both(at: At, actual: string, text: string): readonly Difference[] {
  return [...same(at, actual), ...stands(at, [actual], text)];
}

/** What the ledger says must be printed as well. */
function stands(at: At, values: readonly string[], text: string): readonly Difference[] {
  const missing = values.filter((value) => !holdsText(text, value));
  return missing.length === 0 ? [] : [{ ...place(at), expected: `printed: ${shown(missing)}`, actual: text.trim() }];
}

function compareRole(at: At, { incident, text }: SeenCard): readonly Difference[] {
  const logins = holders(incident, at.key).map(({ login }) => login);
  return [...sameSet(at, logins), ...stands(at, logins, text)];
}

function compareMilestone(at: At, { incident, text }: SeenCard): readonly Difference[] {
  const mark = incident.milestones[at.key as keyof typeof incident.milestones];
  if (!mark || at.value === null) return same(at, mark ? asStoryTime(mark.at) : null);
  const wanted = String(at.value);
  const actual = asStoryTime(mark.at, hasSeconds(wanted));
  return [...same({ ...at, value: wanted.replace(/\s+/, ' ') }, actual), ...stands(at, [mark.at.slice(11, 16)], text)];
}

function compareItem(at: At, { incident, handbook, checklist }: SeenCard): readonly Difference[] {
  const item = handbook.checklist.find(({ id }) => id === at.key);
  const done = item ? isDone(item, incident, handbook) : null;
  const printed = checklist === null || !item ? done : isTicked(checklist, item.id);
  return [
    ...same(at, done),
    ...(printed === done ? [] : same({ ...at, path: `${at.path} (box)`, value: done }, printed)),
  ];
}

/** A number counts the problems on the card; texts must each stand in one. A problem's row names file:line:column. */
function compareProblems(at: At, { text }: SeenCard): readonly Difference[] {
  const found = text.split('\n').filter((row) => /[\w./-]+\.(?:ya?ml|hbs|md):\d+:\d+/.test(row));
  if (typeof at.value === 'number') return same(at, found.length);
  if (typeof at.value === 'boolean') return same(at, found.length > 0);
  const wanted = textsOf(at.value);
  const fits = wanted.length === found.length && wanted.every((part) => found.some((row) => row.includes(part)));
  return fits ? [] : [{ ...place(at), expected: shown(wanted), actual: shown(found) }];
}
