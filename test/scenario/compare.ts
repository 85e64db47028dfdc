// The comparison of a look: scalars and lists equal, maps only in the keys named, null is missing.

import type { Issue } from '../../sandbox/world.ts';
import { compareCard } from './compare-card.ts';
import { compareFiles, comparePulls } from './compare-pulls.ts';
import { holdsText } from './holds-text.ts';
import { everythingWritten, type Glasses, reactionOf, seeCard } from './look.ts';
import { commentsOf, Missing, type Place, replies, type Stage } from './stage.ts';
import type { Expected, ExpectedValue, Look } from './story.ts';

/** One thing that is not as told. */
export interface Difference {
  readonly line: number;
  /** E.g. `card.roles.commander`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/** What a comparison is made with. */
export interface Scene {
  readonly stage: Stage;
  readonly glasses: Glasses;
}

/** Everything in which the world differs from what a look expects; empty when it is as told. */
export function compareLook(scene: Scene, look: Look): readonly Difference[] {
  return compareIssue(scene, scene.stage.place(null), look.expected, '');
}

function compareIssue(
  scene: Scene,
  place: Place,
  expectations: readonly Expected[],
  prefix: string,
): readonly Difference[] {
  const issue = scene.stage.issue(place);
  return expectations.flatMap((expected) =>
    compareKey({ ...scene, issue }, { ...expected, path: `${prefix}${expected.key}` }),
  );
}

/** An expectation with the whole path to it. */
export interface At extends Expected {
  readonly path: string;
}

export interface IssueScene extends Scene {
  readonly issue: Issue;
}

function compareKey(scene: IssueScene, at: At): readonly Difference[] {
  const { issue, stage } = scene;
  switch (at.key) {
    case 'labels':
      return sameSet(
        at,
        issue.labels.map(({ name }) => name),
      );
    case 'assignees':
      return sameSet(
        at,
        issue.assignees.map(({ login }) => login),
      );
    case 'state':
      return same(at, issue.pull?.merged ? 'merged' : issue.state);
    case 'title':
      return same(at, issue.title);
    case 'milestone':
      return same(at, issue.milestone?.title ?? null);
    case 'contains':
      return compareContains(at, issue.body);
    case 'reason':
      return same(reasonOf(at), issue.state === 'closed' ? issue.reason : null);
    case 'card':
      return compareCard(at, seeCard(stage, issue, scene.glasses));
    case 'says':
      return compareSays(
        at,
        replies(stage, issue).map(({ body }) => body),
      );
    case 'never':
      return compareNever(at, everythingWritten(stage));
    case 'reactions':
      return entriesOf(at).flatMap((entry) => same(entry, reactionTo(stage, entry.key)));
    case 'pulls':
      return comparePulls(scene, at);
    case 'files':
      return compareFiles(scene, at);
    default:
      return entriesOf(at).flatMap((entry) => compareOther(scene, entry));
  }
}

function compareOther(scene: Scene, at: At): readonly Difference[] {
  const found = [...scene.stage.issues(), ...scene.stage.pulls()].find(({ number }) => number === Number(at.key));
  if (!found || at.value === null) return same(at, found ? `#${found.number}` : null);
  return compareIssue(scene, found.place, at.value as readonly Expected[], `${at.path}.`);
}

function reasonOf(at: At): At {
  const text = typeof at.value === 'string' ? at.value.replaceAll(' ', '_') : at.value;
  return { ...at, value: text === 'reopened' ? null : text };
}

function reactionTo(stage: Stage, name: string): 'ok' | 'refused' | null {
  const named = stage.names.get(name);
  if (!named) throw new Missing(`nothing is called "${name}"`);
  const issue = stage.issue(stage.place(named.issue));
  if (named.kind === 'report') return reactionOf(stage, issue.reactions);
  return reactionOf(stage, commentsOf(issue).find(({ id }) => id === named.id)?.reactions ?? []);
}

/** Our comments in order: as many as told, each with its text in it. */
function compareSays(at: At, bodies: readonly string[]): readonly Difference[] {
  const wanted = textsOf(at.value);
  const fits = wanted.length === bodies.length && wanted.every((text, index) => holdsText(bodies[index] ?? '', text));
  return fits ? [] : [{ ...place(at), expected: shown(wanted), actual: shown(bodies.map((body) => body.trim())) }];
}

function compareContains(at: At, body: string): readonly Difference[] {
  return textsOf(at.value).flatMap((text) =>
    holdsText(body, text) ? [] : [{ ...place(at), expected: `"${text}" in it`, actual: body.trim() }],
  );
}

function compareNever(at: At, written: readonly string[]): readonly Difference[] {
  return textsOf(at.value).flatMap((text) => {
    const found = written.find((body) => body.includes(text));
    return found === undefined ? [] : [{ ...place(at), expected: `never "${text}"`, actual: around(found, text) }];
  });
}

function around(body: string, text: string): string {
  const start = body.indexOf(text);
  return `…${body.slice(Math.max(0, start - 60), start + text.length + 60)}…`;
}

/** The keys of a map, with their paths. */
export function entriesOf(at: At): readonly At[] {
  return (at.value as readonly Expected[]).map((entry) => ({ ...entry, path: `${at.path}.${entry.key}` }));
}

/** One value or a list as a list of texts; null is none. */
export function textsOf(value: ExpectedValue): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Equal values; kinds do not matter (`1` and `"1"`). */
export function same(at: At, actual: string | number | boolean | null): readonly Difference[] {
  const wanted = at.value === null ? null : String(at.value);
  if (wanted === (actual === null ? null : String(actual))) return [];
  return [{ ...place(at), expected: shown(wanted), actual: shown(actual) }];
}

/** Equal lists, in any order: GitHub keeps none for labels and people. */
export function sameSet(at: At, actual: readonly string[]): readonly Difference[] {
  const wanted = [...textsOf(at.value)].sort();
  const is = [...actual].sort();
  if (JSON.stringify(wanted) === JSON.stringify(is)) return [];
  return [{ ...place(at), expected: shown(wanted), actual: shown(is) }];
}

/** Texts that must stand in another one. */
export function contains(at: At, text: string | null): readonly Difference[] {
  const missing = textsOf(at.value).filter((part) => !holdsText(text ?? '', part));
  if (missing.length === 0) return [];
  return [{ ...place(at), expected: `contains ${shown(missing)}`, actual: text?.trim() ?? 'missing' }];
}

/** Where an expectation stands. */
export function place(at: At): Pick<Difference, 'line' | 'path'> {
  return { line: at.line, path: at.path };
}

/** A value as the table of differences shows it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'missing';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map((item) => `• ${String(item)}`).join('\n');
  return String(value);
}
