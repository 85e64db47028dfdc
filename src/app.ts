// The App: a webhook is only a reason to look.
import { bringsConfig } from './brings-config.ts';
import { changeTold } from './change-told.ts';
import type { WebhookEvent } from './front.ts';
import type { IssueRef } from './github/observe.ts';
import type { Work } from './task.ts';
import { tickerTold } from './ticker-told.ts';
import { type KnownOfUs, worthALook } from './worth-a-look.ts';

export interface AppOptions {
  readonly known: KnownOfUs;
  /**
   * Asks for a pass on an issue, or on the config that a pull request may bring. `changedAt`: what the look must show at least
   * (ISO), or it came too early. `ticker`: who ticked a box, where that is all.
   */
  readonly wake: (
    ...about: [installation: number, ref: IssueRef, work?: Work, changedAt?: string | null, ticker?: string | null]
  ) => void;
}

/**
 * Hears an event of `app.yml` and wakes what it is about. Carries no data on but how old a look may be: the pass looks for itself. Asks
 * GitHub nothing, so that an event is taken while GitHub does not answer.
 */
export function hearEvent({ name, installation, payload }: WebhookEvent, { known, wake }: AppOptions): void {
  const ref = worthALook(name, payload, known);
  const ticker = tickerTold(name, payload, known.slug());
  if (ref) wake(installation, ref, 'issue', changeTold(payload, ref.number), ticker);
  const pull = bringsConfig(name, payload, known);
  if (pull) wake(installation, pull, 'config');
}
