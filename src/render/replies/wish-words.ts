// The words for what was said before its time: when it happens, how to have it at once, how to take it back.
import { isPromisable } from '../../core/footing.ts';
import { type Handbook, isClosing } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Fact } from '../../core/timeline.ts';
import { termText } from '../../time/term.ts';
import { formatTime } from '../../time/time.ts';
import { code, listed, statusName, toType } from '../names.ts';
import type { HandedScene } from './handed.ts';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

/** Said with the wish: when it comes true by itself. */
export function wishWords({ status, due, how }: Of<'wish'>, { after, handbook }: HandedScene): string {
  const at = formatTime(due, handbook.zone, after.milestones.declared?.at);
  const minimum = handbook.statuses.find(({ id }) => id === after.status)?.minimum;
  const span = minimum ? `${termText(minimum)} at least` : 'for a while';
  const open = how === undefined ? '' : 'This issue is open again. ';
  return [
    `${open}By the handbook it stays ${statusName(handbook, after.status)} for ${span}: ${turn(status, handbook)} by itself ${moment(at, after.status, handbook)}, if nothing stands in its way then.`,
    `At once, with a reason on record, a lead has it with ${toType(nowLine(status, handbook))}; to take it back: \`/undo\``,
  ].join(' ');
}

/** Said at the moment when it could not come true. */
export function lapsedWords(fact: Of<'wish-lapsed'>, { after, handbook }: HandedScene): string {
  const { status } = fact;
  const asked = isLast(status, handbook) ? 'be closed' : `become ${statusName(handbook, status)}`;
  return `The moment has come, and it cannot ${asked} as was asked: ${obstacle(fact, after, handbook)}. When that is done, type ${toType(lineFor(status, handbook))}`;
}

function obstacle(
  { missing, unclassified, until }: Of<'wish-lapsed'>,
  { status, milestones }: Incident,
  handbook: Handbook,
): string {
  if (until !== undefined)
    return `it stays ${statusName(handbook, status)} until ${formatTime(until, handbook.zone, milestones.declared?.at)}`;
  if (missing && missing.length > 0)
    return `still open is ${listed(missing.slice(0, 20).map((item) => toType(`/done ${item}`)))}`;
  if (unclassified) return `nobody has said what kind it is: ${toType('/type …')}`;
  return `from ${code(status)} there is no way there`;
}

/** Without a server nobody is there at a moment: what is short comes true with the next look behind it, as of then. */
function moment(at: string, status: string, handbook: Handbook): string {
  const minimum = handbook.statuses.find(({ id }) => id === status)?.minimum;
  return minimum && !isPromisable(minimum, handbook.footing) ? `with the first run after ${at}` : `at ${at}`;
}

function turn(status: string, handbook: Handbook): string {
  return isLast(status, handbook) ? 'it is closed' : `it becomes ${statusName(handbook, status)}`;
}

function lineFor(status: string, handbook: Handbook): string {
  return isLast(status, handbook) ? '/close' : `/status ${status}`;
}

function nowLine(status: string, handbook: Handbook): string {
  return `${lineFor(status, handbook)} now because …`;
}

function isLast(status: string, handbook: Handbook): boolean {
  const target = handbook.statuses.find(({ id }) => id === status);
  return target !== undefined && isClosing(target, handbook);
}

/** The card's line of what comes by itself. */
export function wishLine(incident: Incident, handbook: Handbook): string | undefined {
  const { wish } = incident;
  if (!wish) return undefined;
  const at = formatTime(wish.due, handbook.zone, incident.milestones.declared?.at);
  return `${statusName(handbook, wish.status)} ${moment(at, incident.status, handbook)}, if nothing stands in its way then; to take it back: \`/undo\``;
}
