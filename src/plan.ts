// The heart: what people said since becomes facts, the facts an incident, the incident expectations, and what is missing the plan.

import { nextWake } from './clocks/next-wake.ts';
import { sparing } from './clocks/spared.ts';
import { commands } from './commands/catalogue.ts';
import { hear } from './commands/hear.ts';
import { diff } from './core/diff.ts';
import type { Effect } from './core/effect.ts';
import type { Expectation } from './core/expectation.ts';
import { discreet, exposureOf } from './core/exposure.ts';
import { fightsIn, isLeft } from './core/fight.ts';
import type { Handbook } from './core/handbook.ts';
import type { Incident } from './core/incident.ts';
import { notice } from './core/notice.ts';
import { otherSitrep } from './core/other-sitrep.ts';
import { type Memory, recall } from './core/recall.ts';
import type { IncidentRecord } from './core/record.ts';
import { withoutRedacted } from './core/redaction.ts';
import { replay } from './core/replay.ts';
import type { Seal } from './core/seal.ts';
import type { Snapshot } from './core/snapshot.ts';
import { owing, withOwed } from './core/unsaid.ts';
import { waitingReports } from './core/waiting-reports.ts';
import { composeMessage } from './render/message-text.ts';
import type { Templates } from './render/templates.ts';
import { render } from './render/wanted.ts';
import { keptElsewhere } from './rules/adoption.ts';
import { answersTo } from './rules/answers.ts';
import { rulesFor } from './rules/catalogue.ts';
import { repliesTo } from './rules/replies.ts';
import { printChecklist } from './thread/checklist.ts';

/** What a pass needs beside what it saw: the proof of our memory and the pages. */
export interface Tools {
  readonly seal: Seal;
  readonly templates: Templates;
  /** What the repository's config says now, where it is sound, with its pages; missing: what the incident follows. */
  readonly current?: { readonly handbook: Handbook; readonly templates: Templates } | null;
}

/** What is to be done about an issue, with every stage on the way to it (`sitrep plan` and the scenarios' `--show` print them). */
export interface Plan {
  readonly memory: Memory;
  readonly record: IncidentRecord;
  readonly incident: Incident | null;
  /** What the incident goes by after this pass: another one than before where it moves in it. */
  readonly handbook: Handbook;
  readonly expected: readonly Expectation[];
  readonly effects: readonly Effect[];
  /** When the next thing becomes due although nobody says a word (ISO UTC); null: nothing does. */
  readonly nextAt: string | null;
}

/** A pure function of the thread, the handbook and the clock. `now`: ISO UTC. */
export function plan(snapshot: Snapshot, pinned: Handbook, now: string, { current, ...pages }: Tools): Plan {
  const newest = current === undefined ? pinned : (current?.handbook ?? null);
  const { memory: recalled, other, owed } = remembered(snapshot, pages.seal);
  const waiting = waitingReports(snapshot, pages.seal);
  const noticed = notice(
    hear(snapshot, { ...recalled, other }, pinned, now, composeMessage, newest, waiting),
    recalled,
    snapshot,
    now,
  );
  const told = owing(noticed, owed, snapshot.issue);
  // Heard alone: everything after the hearing goes by the handbook it moved to.
  const moved = movesIn(told) ? current : null;
  const handbook = moved?.handbook ?? pinned;
  const heard = sparing(told, handbook);
  const tools = moved ? { ...pages, templates: moved.templates } : pages;
  const exposure = exposureOf(heard.entries, handbook, snapshot.repository);
  const quiet = discreet(heard, recalled, exposure);
  const { record, memory, redacted } = withoutRedacted(quiet.record, quiet.memory, snapshot, handbook);
  const incident = replay(record.entries, handbook);
  const view = { record, snapshot, exposure, redacted };
  const rules = rulesFor({ ...view, incident });
  const fights = fightsIn(snapshot);
  const wished = incident
    ? rules.flatMap((rule) => rule.expect(incident, handbook, now, view))
    : [...repliesTo(record), ...answersTo(record), ...keptElsewhere(other, snapshot)];
  const expected = wished.filter((one) => !isLeft(one, fights));
  const due = incident ? rules.flatMap((rule) => rule.due?.(incident, handbook, view) ?? []) : [];
  const nextAt = incident && nextWake(incident, handbook, now, due);
  const scene = {
    snapshot,
    memory,
    record,
    exposure,
    fights,
    redacted,
    incident,
    handbook,
    topics: commands,
    printChecklist,
    ...tools,
  };
  const effects = diff(snapshot, memory, render(expected, scene));
  return { memory, record, incident, handbook, expected, effects, nextAt };
}

/** What we remember, or who keeps the incident instead of us: then nothing of ours was lost, whatever was deleted. */
function remembered(snapshot: Snapshot, seal: Seal) {
  const { memory, owed } = withOwed(recall(snapshot, seal), snapshot.issue);
  const other = otherSitrep(snapshot, memory);
  return { owed, other, memory: other ? { ...memory, interferences: [], lostUntil: null } : memory };
}

function movesIn({ entries, fresh }: IncidentRecord): boolean {
  return entries.some(({ fact, source }) => fact?.kind === 'handbook' && fresh.has(source));
}
