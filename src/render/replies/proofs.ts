// Why a checklist item is ticked although nobody ticked it.
import type { Proved } from '../../core/gate.ts';
import type { Need } from '../../core/handbook.ts';
import { linesToSay } from '../../core/on-record.ts';
import { listed, toType } from '../names.ts';

const sentences: Readonly<Record<Proved['why'], (when: string) => string>> = {
  identified: (when) => `proved: cause identified at ${when}`,
  'update-at-resolved': (when) => `proved: update given at ${when}`,
  'post-mortem-merged': (when) => `proved: post-mortem merged at ${when}`,
  'final-severity': (when) => `proved: final severity said at ${when}`,
  'final-summary': (when) => `proved: final summary given at ${when}`,
  'duplicates-grouped': (when) => `proved: linked at ${when}`,
  'tasks-done': (when) => `proved: all that was called for is done since ${when}`,
  needs: (when) => `on record since ${when}`,
  classified: (when) => `proved: type said at ${when}`,
};

/** What proves an item, with its time as printed. */
export function proofText(why: Proved['why'], when: string): string {
  return sentences[why](when);
}

/** What an item still needs, each as the line to type. */
export function neededText(needs: readonly Need[]): string {
  return `not on record yet: ${listed(needs.map((need) => toType(linesToSay[need])))}`;
}
