// The comparison of a look: scalars and lists equal, maps only in the keys named, null is missing.

import { compareCard } from './compare-card.ts';
import { compareFiles, comparePulls } from './compare-pulls.ts';
import {
  type At,
  type Difference,
  entriesOf,
  type IssueScene,
  place,
  type Scene,
  same,
  sameSet,
  shown,
  textsOf,
} from './difference.ts';
import { holdsText } from './holds-text.ts';
import { everythingStanding, everythingWritten, reactionOf, seeCard } from './look.ts';
import { commentsOf, Missing, type Place, replies, type Stage } from './stage.ts';
import type { Expected, Look } from './story.ts';

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
        scene.oneIsLate,
      );
    case 'never':
      return compareNever(at, everythingWritten(stage));
    case 'gone':
      return compareNever(at, everythingStanding(stage));
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

/** Our comments in order: as many as told, each with its text in it. @param oneIsLate one of them may be later than told */
function compareSays(at: At, bodies: readonly string[], oneIsLate = false): readonly Difference[] {
  const wanted = textsOf(at.value);
  const fits = (said: readonly string[]): boolean =>
    wanted.length === said.length && wanted.every((text, index) => holdsText(said[index] ?? '', text));
  return fits(bodies) || (oneIsLate && oneEarlier(bodies).some(fits))
    ? []
    : [{ ...place(at), expected: shown(wanted), actual: shown(bodies.map((body) => body.trim())) }];
}

/** The same list with one of its texts at an earlier place, in every way. */
function oneEarlier(texts: readonly string[]): readonly (readonly string[])[] {
  return texts.flatMap((text, from) => {
    const others = texts.toSpliced(from, 1);
    return others.slice(0, from).map((_, place) => others.toSpliced(place, 0, text));
  });
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
