// Keeps a report on the metrics issue of its period: looks, writes what is missing, and looks again where an answer was lost.
import type { MetricsIssue } from './core/metrics-issue.ts';
import type { GitHub, GraphQLFault } from './github/client.ts';
import {
  createLabel,
  createMetricsIssue,
  editMetricsIssues,
  type MetricsPlace,
  readMetricsPlace,
  type Written,
} from './github/metrics-issues.ts';
import { Unanswered } from './github/unanswered.ts';
import { type Keeping, keeping, type ReportToKeep } from './report/kept-reports.ts';
import { type KeepingFault, labelLook, waitingLine } from './report/metrics-issue-words.ts';

export interface Keeper {
  readonly github: GitHub;
  /** `owner/name`. */
  readonly repository: string;
  /** By which metrics issues are known; made where the repository has none of that name. */
  readonly label: string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly say: (sentence: string) => void;
}

export type Kept =
  | { readonly issue: Pick<MetricsIssue, 'number' | 'url'>; readonly outcome: 'made' | 'edited' | 'same' }
  | { readonly fault: KeepingFault };

/** Waits before each further look for an issue whose making was not answered: GitHub shows what was written a little late. */
const looksForLost = [1_000, 3_000, 8_000];
const longestWaitSeconds = 180;

/**
 * Of a period there is one issue, whatever was cut before: it is found by our key among what we wrote under the label.
 * Nothing is written where all of it stands already.
 * @throws Unanswered when GitHub does not answer at all
 */
export async function keepMetricsIssue(keeper: Keeper, toKeep: ReportToKeep): Promise<Kept> {
  const place = await look(keeper);
  if ('fault' in place) return place;
  const plan = keeping(place.issues, toKeep);
  if (plan.kind === 'edit') return edited(keeper, plan, toKeep, plan.edits.length > 0 ? 'edited' : 'same');
  const made = await make(keeper, place, plan, toKeep);
  if ('fault' in made) return made;
  // The new one may not show yet in a look: it is put beside what the last one showed.
  const next = keeping([made.issue, ...place.issues.filter(({ id }) => id !== made.issue.id)], toKeep);
  return next.kind === 'edit' ? edited(keeper, next, toKeep, 'made') : { fault: { kind: 'lost' } };
}

async function look({ github, repository, label }: Keeper): Promise<MetricsPlace | { readonly fault: KeepingFault }> {
  const [owner = '', name = ''] = repository.split('/');
  const place = await readMetricsPlace(github, { owner, name }, label);
  if (!place) return { fault: { kind: 'unseen' } };
  if (place.isArchived) return { fault: { kind: 'archived' } };
  return place.hasIssues ? place : { fault: { kind: 'no-issues' } };
}

type Making = Extract<Keeping, { readonly kind: 'create' }>;
type Editing = Extract<Keeping, { readonly kind: 'edit' }>;

async function make(
  keeper: Keeper,
  place: MetricsPlace,
  plan: Making,
  toKeep: ReportToKeep,
): Promise<{ readonly issue: MetricsIssue } | { readonly fault: KeepingFault }> {
  const label = await labelOf(keeper, place);
  if ('fault' in label) return { fault: refused(label.fault) };
  const where = { repositoryId: place.id, labelId: label.made };
  try {
    const written = await patiently(keeper, () => createMetricsIssue(keeper.github, where, plan));
    return 'fault' in written ? { fault: refused(written.fault) } : { issue: written.made };
  } catch (error) {
    if (!(error instanceof Unanswered) || error.limited) throw error;
    return lookForLost(keeper, toKeep);
  }
}

async function lookForLost(keeper: Keeper, toKeep: ReportToKeep) {
  for (const wait of looksForLost) {
    await keeper.wait(wait);
    const place = await look(keeper);
    const plan = 'fault' in place ? null : keeping(place.issues, toKeep);
    if (plan?.kind === 'edit') return { issue: plan.issue };
  }
  return { fault: { kind: 'lost' } as const };
}

async function labelOf(keeper: Keeper, place: MetricsPlace): Promise<Written<string>> {
  if (place.label !== null) return { made: place.label };
  const { github, label: name } = keeper;
  const written = await patiently(keeper, () => createLabel(github, place.id, { name, ...labelLook }));
  if (!('fault' in written) || written.fault.type === 'FORBIDDEN') return written;
  // Somebody made it since the look.
  const again = await look(keeper);
  return 'fault' in again || again.label === null ? written : { made: again.label };
}

/** Edits may be sent twice: an answer that was lost is looked for, and what is still missing is written. */
async function edited(
  keeper: Keeper,
  plan: Editing,
  toKeep: ReportToKeep,
  outcome: 'made' | 'edited' | 'same',
): Promise<Kept> {
  const kept = { issue: plan.issue, outcome };
  try {
    const fault = await patiently(keeper, () => editMetricsIssues(keeper.github, plan.edits));
    return fault ? { fault: refused(fault) } : kept;
  } catch (error) {
    if (!(error instanceof Unanswered) || error.limited) throw error;
    await keeper.wait(looksForLost[0] ?? 0);
    const place = await look(keeper);
    const again = 'fault' in place ? null : keeping(place.issues, toKeep);
    if (again?.kind !== 'edit') throw error;
    const fault = await editMetricsIssues(keeper.github, again.edits);
    return fault ? { fault: refused(fault) } : kept;
  }
}

/** A write that a limit kept from being done is sent again when GitHub says so. */
async function patiently<T>({ wait, say }: Keeper, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const seconds = error instanceof Unanswered && error.limited ? (error.retryAfterSeconds ?? 60) : null;
    if (seconds === null || seconds > longestWaitSeconds) throw error;
    say(waitingLine(seconds));
    await wait(seconds * 1000);
    return send();
  }
}

function refused({ message, type }: GraphQLFault): KeepingFault {
  return { kind: 'refused', message, isForbidden: type === 'FORBIDDEN' };
}
