// What is on its way to somebody, on the card: open drafts with the command to type, and when each audience hears something next.

import { updateLine } from '../clocks/clock-promises.ts';
import { nextWordTo, waitOf } from '../clocks/word-due.ts';
import { agreementsFor, missingAgreements } from '../core/approval.ts';
import { type Draft, isOpenDraft } from '../core/draft.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime } from '../time/time.ts';
import { byTime } from './by-time.ts';
import type { StandingClock } from './card-clocks.ts';
import type { CardRow } from './card-situation.ts';
import { audienceName, messageName, toType } from './names.ts';
import { breached } from './replies/clock-words.ts';
import { everybody } from './replies/refused-drafts.ts';

/** Rows of open drafts, the newest first, then of the audiences that are to hear something by a time, marked where it has passed. */
export function wordRows(incident: Incident, handbook: Handbook, clocks: readonly StandingClock[]): readonly CardRow[] {
  const open = incident.drafts.filter(isOpenDraft).toReversed();
  const day = incident.milestones.declared?.at;
  const next = handbook.audiences.flatMap((audience): readonly CardRow[] => {
    const next = nextWordTo(audience, incident, handbook);
    if (next === null) return [];
    const own = clocks.find(({ clock }) => clock.kind === 'word' && clock.about === audience.id);
    // Without a clock of its own it is an update that is asked for by then, or earlier: it is a word to everybody inside.
    const update = audience.external
      ? undefined
      : clocks
          .filter((one) => isUpdateBy(next, one))
          .toSorted(byDue)
          .at(-1);
    const clock = own ?? update;
    const at = clock?.clock.due ?? next;
    const mark = clock?.state === 'breached' ? ` · ${breached}` : '';
    const by = byTime(formatTime(at, handbook.zone, day), waitOf(audience, incident, handbook), handbook);
    return [{ name: audienceName(handbook, audience.id), text: `next ${by}${mark}: \`/draft\`` }];
  });
  return [...open.slice(0, 8).map((draft) => draftRow(draft, incident, handbook)), ...next.slice(0, 12)];
}

function isUpdateBy(next: string, { clock: { command, due } }: StandingClock): boolean {
  return command === updateLine && due !== null && due <= next;
}

function byDue({ clock: one }: StandingClock, { clock: other }: StandingClock): number {
  return (one.due ?? '') < (other.due ?? '') ? -1 : 1;
}

/** Agreements count for the text they were given to: which stands there now, `/publish` looks at. */
function draftRow(draft: Draft, incident: Incident, handbook: Handbook): CardRow {
  const { number, message, audience, approvals } = draft;
  const needed = agreementsFor(audience, incident, handbook);
  const missing = missingAgreements(draft, approvals.at(-1)?.hash ?? '', needed);
  const what = `${messageName(handbook, message)}, for ${audienceName(handbook, audience)}`;
  const then =
    missing.length > 0
      ? `awaits approval by ${everybody(
          missing.map(({ roles }) => roles),
          { handbook, incident },
        )}: ${toType(`/approve draft ${number}`)}`
      : `${needed.length > 0 ? 'approved' : 'needs no approval'}: ${toType(`/publish draft ${number}`)}`;
  return { name: `Draft ${number}`, text: `${what}, ${then}` };
}
