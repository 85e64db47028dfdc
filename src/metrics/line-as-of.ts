// An incident as it stood at a moment: a report about a past week is the same whenever it is made.
import { milestones } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';

/** Whether an instant (ISO UTC) is not after the moment as of which is counted. */
export type Known = (at: string) => boolean;

/**
 * The line without what happened later: marks, active time, closing, words, clocks, action items. What somebody says later about
 * then (a corrected time, a level set right, that it was a duplicate or a drill) stays: that is knowledge, not an event.
 * @returns the same object where nothing happened later
 */
export function lineAsOf(line: IncidentLine, known: Known): IncidentLine {
  if (happenings(line).every((at) => at === null || known(at))) return line;
  const closed = line.closed && known(line.closed.at) ? line.closed : null;
  const begun = line.active.filter(({ from }) => known(from));
  const marked = milestones.map((name) => {
    const mark = line.milestones[name];
    return [name, mark && known(mark.at) ? mark : null] as const;
  });
  const marks = Object.fromEntries(marked) as IncidentLine['milestones'];
  return {
    ...line,
    state: line.closed && !closed ? 'open' : line.state,
    milestones: marks,
    active: begun.map(({ from, until }) => ({ from, until: ifKnown(until, known) })),
    reopened: Math.max(0, line.reopened - (line.active.length - begun.length)),
    closed,
    postMortem: {
      ...line.postMortem,
      dueAt: marks.resolved ? line.postMortem.dueAt : null,
      pull: marks.reviewed ? line.postMortem.pull : null,
    },
    ...promisesAsOf(line, known),
  };
}

function promisesAsOf(
  line: IncidentLine,
  known: Known,
): Pick<IncidentLine, 'words' | 'cadence' | 'clocks' | 'actionItems'> {
  const words = line.words.filter(({ at }) => known(at));
  const clocks = line.clocks?.filter(({ startedAt }) => known(startedAt));
  const items = line.actionItems?.filter(({ createdAt }) => known(createdAt));
  return {
    words: words.map((word) => ({
      ...word,
      published: word.published && known(word.published.at) ? word.published : null,
      retracted: word.retracted && known(word.retracted.at) ? word.retracted : null,
    })),
    cadence: line.cadence.map((one) => ({ ...one, givenAt: ifKnown(one.givenAt, known) })),
    clocks: clocks?.map((clock) => ({ ...clock, stoppedAt: ifKnown(clock.stoppedAt, known) })) ?? null,
    actionItems:
      items?.map((item) =>
        item.endedAt === null || known(item.endedAt) ? item : { ...item, endedAt: null, ended: null },
      ) ?? null,
  };
}

function ifKnown(at: string | null, known: Known): string | null {
  return at !== null && known(at) ? at : null;
}

/** Every moment of a line that may be later than a report. */
function happenings(line: IncidentLine): readonly (string | null)[] {
  return [
    ...milestones.map((name) => line.milestones[name]?.at ?? null),
    ...line.active.flatMap(({ from, until }) => [from, until]),
    line.closed?.at ?? null,
    ...line.words.flatMap(({ at, published, retracted }) => [at, published?.at ?? null, retracted?.at ?? null]),
    ...line.cadence.map(({ givenAt }) => givenAt),
    ...(line.clocks ?? []).flatMap(({ startedAt, stoppedAt }) => [startedAt, stoppedAt]),
    ...(line.actionItems ?? []).flatMap(({ createdAt, endedAt }) => [createdAt, endedAt]),
  ];
}
