// Plays the story line by line: lets people act, waits until the App is at rest, and asks whether all came true.
import type { Dump } from '../world/dump.ts';
import { incident, sitrep } from './comes-true.ts';
import type { Stage } from './stage.ts';
import { filledIn, type Line } from './story.ts';
import { tellChanges } from './tell.ts';

/** What happened after one line. */
export interface Scene {
  readonly line: Line;
  /** What Sitrep did, in words. */
  readonly did: readonly string[];
  /** What should have come true and did not. */
  readonly missing: readonly string[];
  /** Requests of the App that this line cost. */
  readonly cost: { readonly graphql: number; readonly rest: number };
}

/** Plays one line. @throws when GitHub itself refuses it or the App does not come to rest. */
export async function playLine(line: Line, stage: Stage): Promise<Scene> {
  const { sandbox } = stage;
  stage.turnTo(line.at);
  const asked = { ...sandbox.requests };
  await stage.act(line.who, withFiles(line, stage.dump()));
  const before = stage.dump();
  await stage.settled();
  const after = stage.dump();
  const opens = line.act.act === 'open';
  return {
    line,
    did: opens
      ? tellChanges({ ...before, issues: before.issues.map(bare) }, after, newest(after))
      : tellChanges(before, after, line.act.number ?? incident),
    missing: line.comesTrue.filter(({ holds }) => !holds(after)).map(({ what }) => what),
    cost: { graphql: sandbox.requests.graphql - asked.graphql, rest: sandbox.requests.rest - asked.rest },
  };
}

function withFiles(line: Line, dump: Dump) {
  return line.act.act === 'push' ? { ...line.act, files: filledIn(dump) } : line.act;
}

/** A fresh issue as it was filed, so that the labels of the form count as Sitrep's surroundings and the rest as its doing. */
function bare(issue: Dump['issues'][number]): Dump['issues'][number] {
  return { ...issue, comments: issue.comments.filter(({ author }) => author !== sitrep) };
}

/** The number of the issue that was filed last. */
export function newest(dump: Dump): number {
  return Math.max(...dump.issues.map(({ number }) => number));
}
