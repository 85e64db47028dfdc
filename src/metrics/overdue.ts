// What is owed and past its time, whenever its incident was.
import { byDeclaration } from './by-declaration.ts';
import { everyLine } from './every-line.ts';
import { inOrder } from './in-order.ts';
import type { Population } from './metric.ts';
import type { Report } from './report.ts';
import { isReviewed } from './reviewed.ts';

/**
 * As of the report's moment, longest overdue first. Post-mortems: needed, not finished, of incidents that are counted or count with
 * another. Action items: open ones of any incident, what a drill taught is owed as well.
 */
export function overdueOf(population: Population): Report['overdue'] {
  const { counted, children, asOf } = population;
  const postMortems = [...counted, ...[...children.values()].flat()].flatMap((line) => {
    const { required, dueAt, owner } = line.postMortem;
    const isOwed = required && !isReviewed(line) && dueAt !== null && dueAt < asOf;
    return isOwed ? [{ line, dueAt, owner }] : [];
  });
  const actionItems = everyLine(population).flatMap((line) =>
    (line.actionItems ?? [])
      .filter(({ ended, dueAt }) => ended === null && dueAt !== null && dueAt < asOf)
      .map((item) => ({ line, item })),
  );
  return {
    postMortems: postMortems.toSorted(
      (one, other) => inOrder(one.dueAt, other.dueAt) || byDeclaration(one.line, other.line),
    ),
    actionItems: actionItems.toSorted(
      (one, other) => inOrder(one.item.dueAt ?? '', other.item.dueAt ?? '') || byDeclaration(one.line, other.line),
    ),
  };
}
