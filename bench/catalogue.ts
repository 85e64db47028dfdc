// Every figure, in the order in which they are measured and told.
import type { Figure } from './figure.ts';
import { absence } from './figures/absence.ts';
import { accepting, acceptingUnanswered } from './figures/accepting.ts';
import { actionAgain } from './figures/action-again.ts';
import { actionStart } from './figures/action-start.ts';
import { appStart } from './figures/app-start.ts';
import { computing10000 } from './figures/computing-10000.ts';
import { export1000 } from './figures/export-1000.ts';
import { fiftyComments } from './figures/fifty-comments.ts';
import { firstCard } from './figures/first-card.ts';
import { lifecycleFigure } from './figures/lifecycle.ts';
import { manyHomes } from './figures/many-homes.ts';
import { metrics10000 } from './figures/metrics-10000.ts';
import { metrics30, metrics1000 } from './figures/metrics-reading.ts';
import { nothingNew } from './figures/nothing-new.ts';
import { planning } from './figures/plan.ts';
import { rendering500 } from './figures/rendering-500.ts';
import { stormFigure } from './figures/storm.ts';
import { waking } from './figures/waking.ts';

export const figures: readonly Figure[] = [
  ...[lifecycleFigure, firstCard, nothingNew, fiftyComments],
  ...[accepting, acceptingUnanswered, appStart],
  ...[actionStart, metrics30, metrics1000, actionAgain, export1000],
  ...[rendering500, metrics10000, computing10000, planning, stormFigure, absence, manyHomes, waking],
];
