// Where all of what a task asks stands.
import type { RunningClock } from '../core/clock.ts';
import { commentOf, type Entry, happenedAt } from '../core/entry.ts';
import type { Incident } from '../core/incident.ts';
import { commentsOf } from '../core/snapshot.ts';
import { mostOfTask } from './replies/clock-words.ts';
import type { Scene } from './scene.ts';

type Told = Pick<Scene, 'incident' | 'snapshot' | 'memory' | 'handbook'>;

/**
 * The address of the comment that gave a task; of the card for a task of the handbook of which only a part is told; null where there is
 * no such comment (any more).
 */
export function taskLink({ kind, about }: RunningClock, { incident, snapshot, memory, handbook }: Told): string | null {
  if (kind === 'called') {
    const text = handbook.tasks.find(({ id }) => id === about)?.text ?? '';
    return [...text].length > mostOfTask && memory.card ? memory.card.url : null;
  }
  const entry = kind === 'task' ? given(about, incident) : undefined;
  const number = entry ? commentOf(entry) : null;
  return commentsOf(snapshot).find((comment) => comment.number === number)?.url ?? null;
}

function given(number: string, incident: Incident | null): Entry | undefined {
  const task = incident?.tasks.find((one) => `${one.number}` === number);
  return incident?.timeline.find(
    (entry) => task && entry.fact?.kind === 'task' && entry.fact.text === task.text && happenedAt(entry) === task.at,
  );
}
