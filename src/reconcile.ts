// observe → plan → apply: what a webhook, the sweep, a schedule and the command line all do.
import { cameDueAt } from './came-due-at.ts';
import type { Effect } from './core/effect.ts';
import { forgetDoubted } from './doubted.ts';
import type { Services } from './footing.ts';
import { type Applied, apply } from './github/apply.ts';
import type { GitHub } from './github/client.ts';
import { nameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { itemName } from './github/speakers.ts';
import { noteHeldBack } from './held-back.ts';
import { humanActs, tickedBy } from './human-acts.ts';
import { noteIncident } from './known-incidents.ts';
import { type Look, lookAt } from './look-at.ts';
import { type Guarded, guarded, noteWrites, type Writing } from './loop-guard.ts';
import { withOwedPin } from './owed-pin.ts';
import { tellOrphans } from './tell-orphans.ts';
import { urgencyOf } from './urgency.ts';

/** How a pass ended. */
export type Outcome =
  /** There is no such issue (any more), or we may not see it. */
  | 'absent'
  /** The repository is archived: nothing can be written. */
  | 'archived'
  /** The repository has another name by now: an issue has one writer, so the pass is for the new one. */
  | 'renamed'
  /** GitHub showed us an older state than what we wrote a moment ago: nothing was done. */
  | 'stale'
  /** Nothing was missing. */
  | 'settled'
  /** All that is missing was written over and over: it waits. */
  | 'held'
  /** Something is missing, and others come first: nothing was done. */
  | 'postponed'
  | 'changed';

export interface Pass {
  readonly outcome: Outcome;
  /** All effects asked of GitHub, in order. */
  readonly effects: readonly Effect[];
  readonly applied: readonly Applied[];
  /** What the loop guard held back. */
  readonly repeated: readonly Effect[];
  /** Look again after so many seconds, without being woken; null: settled, as far as is known. */
  readonly againInSeconds: number | null;
  /** When the next thing becomes due by itself (ISO); null: nothing does, as far as this pass knows. */
  readonly nextAt: string | null;
  /** Whose ticks were heard and all taken; logins in lower case. */
  readonly ticked: readonly string[];
  /** When the first thing was due that came by itself and was heard now (ISO); null: nothing was. */
  readonly cameDueAt: string | null;
  /** See `urgencyOf`; null: it was not seen. */
  readonly urgency: number | null;
  /** When GitHub says that the issue changed last, as the last look showed it (ISO); null: it showed none. */
  readonly changedAt: string | null;
  /** Where the issue is now, if its repository has another name. */
  readonly renamed?: IssueRef;
}

export interface ReconcileOptions {
  /** Do only so many effects of the plan, as a crash would. */
  readonly cut?: number;
  /** Asked before anything is written, with how urgent it is; false: nothing may be. */
  readonly claim?: (urgency: number) => boolean;
}

const nothing: Pass = {
  ...{ outcome: 'settled', effects: [], applied: [], repeated: [] },
  ...{ againInSeconds: null, nextAt: null, cameDueAt: null, urgency: null, changedAt: null, ticked: [] },
};

const mostPasses = 5;
/** Seconds until a look may show what was written, and until GitHub may do what it just refused. */
export const staleWait = 2;
export const faultWait = 5;
/** After something that had been held back was tried again: whether it stays now. */
const heldWait = 60;

/**
 * Brings an issue to what it should be. One look and its plan; a further one only where GitHub refused something that a person
 * must be told. @param now our clock, ISO. @throws when GitHub gives no answer: then the next pass finds what was done.
 */
export async function reconcile(
  github: GitHub,
  ref: IssueRef,
  now: string,
  services: Services,
  options: ReconcileOptions = {},
): Promise<Pass> {
  let pass = nothing;
  for (let count = 0; count < mostPasses; count += 1) {
    const seen = await lookAt(github, ref, now, services);
    if (seen === 'absent') {
      const told = await tellOrphans(github, ref, now, services, options.cut);
      if (told === 'stale') return { ...pass, outcome: told, againInSeconds: staleWait };
      return { ...pass, outcome: seen, effects: told };
    }
    if (typeof seen === 'string')
      return { ...pass, outcome: seen, againInSeconds: seen === 'stale' ? staleWait : null };
    const { owner, name } = seen.snapshot.repository;
    const present = { owner, name, number: ref.number };
    if (nameOf(present) !== nameOf(ref)) {
      services.incidents.delete(nameOf(ref));
      return { ...pass, outcome: 'renamed', renamed: present, changedAt: seen.snapshot.changedAt ?? null };
    }
    if (forgetDoubted(seen, services.standings, now)) continue;
    noteIncident(services.incidents, nameOf(ref), seen.plan.incident);
    noteHeldBack(services.heldBack, ref, seen.plan, now);
    const writing = { issue: seen.snapshot.issue.id, now, acts: humanActs(seen) };
    const judged = guarded(services.guard, seen.plan.effects, writing);
    const { allowed, repeated, againInSeconds } = judged;
    if (noteHeld(seen, repeated, ref, services)) continue;
    const effects = withOwedPin(allowed.slice(0, options.cut), seen.snapshot, services.unpinned);
    const waits = seen.plan.record.waits === true;
    pass = { ...pass, ...asSeen(seen, judged, services.unstaying.has(nameOf(ref))) };
    if (effects.length === 0) {
      if (repeated.length > 0) return { ...pass, outcome: pass.outcome === 'changed' ? 'changed' : 'held' };
      if (allowed.length === 0 && !waits) settle(seen, ref, services);
      return pass;
    }
    if (pass.urgency !== null && options.claim?.(pass.urgency) === false)
      return { ...pass, outcome: 'postponed', againInSeconds: null };
    const applied = await carryOut(github, ref, seen, effects, { services, writing });
    const whole = effects.length === seen.plan.effects.length && applied.faults.length === 0;
    if (whole && !waits) settle(seen, ref, services);
    pass = {
      ...pass,
      outcome: 'changed',
      effects: [...pass.effects, ...effects],
      applied: [...pass.applied, applied],
      againInSeconds:
        applied.faults.length > 0 ? faultWait : waits ? (againInSeconds ?? staleWait) : pass.againInSeconds,
    };
    if (applied.refused.length === 0 && !(waits && whole)) return pass;
  }
  return pass;
}

/** @param held something is held back that was missing for a while */
function asSeen({ plan, snapshot }: Look, { repeated, againInSeconds }: Guarded, held: boolean): Partial<Pass> {
  const urgency = urgencyOf(plan.incident, plan.handbook);
  const changedAt = snapshot.changedAt ?? null;
  return {
    repeated,
    againInSeconds: againInSeconds ?? (held ? heldWait : null),
    nextAt: plan.nextAt,
    urgency,
    changedAt,
    ticked: tickedBy(plan.record),
    cameDueAt: cameDueAt(plan.record),
  };
}

/**
 * Keeps what is held back for the card to say; said until it is no longer missing, so that the card does not change with each try.
 * @returns whether that is another than before: then the plan is made anew
 */
function noteHeld({ plan }: Look, repeated: readonly Effect[], ref: IssueRef, { unstaying }: Services): boolean {
  const known = unstaying.get(nameOf(ref)) ?? [];
  const missing = plan.effects.map(({ kind }) => kind).filter((kind) => kind !== 'write-card');
  const held = new Set([...known, ...repeated.map(({ kind }) => kind)]);
  const now = [...new Set(missing.filter((kind) => held.has(kind)))].toSorted();
  if (now.length === 0) unstaying.delete(nameOf(ref));
  else unstaying.set(nameOf(ref), now);
  return now.join() !== known.join();
}

async function carryOut(
  github: GitHub,
  ref: IssueRef,
  { snapshot }: Look,
  effects: readonly Effect[],
  { services, writing }: { readonly services: Services; readonly writing: Writing },
): Promise<Applied> {
  const { writes, unpinned } = services;
  const applied = await apply(github, snapshot, effects, { writes, unpinned, now: writing.now });
  noteWrites(services.guard, accepted(effects, applied), writing);
  services.refused.set(nameOf(ref), applied.refused);
  return applied;
}

/** What GitHub took: neither refused nor left out because something before it was. */
function accepted(effects: readonly Effect[], { faults, heard }: Applied): readonly Effect[] {
  const refused = new Set<Effect>(faults.map(({ effect }) => effect));
  return effects.filter((effect) => !refused.has(effect) && (heard || !isClosing(effect)));
}

/** The card is written, and second ones go, only once everything before them was answered. */
function isClosing({ kind }: Effect): boolean {
  return kind === 'write-card' || kind === 'delete-comment';
}

/** All that this look showed was heard: its people need not be asked about again. */
function settle({ snapshot, plan }: Look, ref: IssueRef, services: Services): void {
  if (plan.record.partly) return;
  services.settled.set(nameOf(ref), new Set(snapshot.thread.map(itemName)));
}
