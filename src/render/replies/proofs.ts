// Why a checklist item is ticked although nobody ticked it.
import type { Proof } from '../../core/handbook.ts';

const sentences: Readonly<Record<Proof, (when: string) => string>> = {
  identified: (when) => `proved: cause identified at ${when}`,
  'update-at-resolved': (when) => `proved: update given at ${when}`,
  'post-mortem-merged': (when) => `proved: post-mortem merged at ${when}`,
  'final-severity': (when) => `proved: final severity said at ${when}`,
  'final-summary': (when) => `proved: final summary given at ${when}`,
  'duplicates-grouped': (when) => `proved: linked at ${when}`,
  classified: (when) => `proved: type said at ${when}`,
};

/** The fact that proves an item, with its time as printed. */
export function proofText(proof: Proof | null, when: string): string {
  return proof ? sentences[proof](when) : '';
}
