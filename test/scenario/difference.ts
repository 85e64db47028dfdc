// One value of a look beside what was told: what differs, and where that stands.
import type { Issue } from '../../sandbox/world.ts';
import { holdsText } from './holds-text.ts';
import type { Glasses } from './look.ts';
import type { Stage } from './stage.ts';
import type { Expected, ExpectedValue } from './story.ts';

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
  /** GitHub failed one comment and took those behind it: it may stand later than told. */
  readonly oneIsLate?: boolean;
}

/** An expectation with the whole path to it. */
export interface At extends Expected {
  readonly path: string;
}

export interface IssueScene extends Scene {
  readonly issue: Issue;
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
