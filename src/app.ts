// The App: a webhook is only a reason to look.
import type { Probot } from 'probot';
import { bringsConfig } from './brings-config.ts';
import { changeTold } from './change-told.ts';
import type { IssueRef } from './github/observe.ts';
import type { Work } from './task.ts';
import { type KnownOfUs, worthALook } from './worth-a-look.ts';

export interface AppOptions {
  readonly known: KnownOfUs;
  /**
   * Asks for a pass on an issue, or on the config that a pull request may bring. `changedAt`: what the look must show at least
   * (ISO), or it came too early.
   */
  readonly wake: (installation: number, ref: IssueRef, work?: Work, changedAt?: string | null) => void;
}

/** Hears the events of `app.yml` and wakes what they are about. Carries no data on but how old a look may be: the pass looks for itself. */
export function sitrep(app: Probot, { known, wake }: AppOptions): void {
  app.on(['issues', 'issue_comment', 'pull_request'], async ({ name, payload }) => {
    const installation = 'installation' in payload ? payload.installation?.id : undefined;
    if (installation === undefined) return;
    const ref = worthALook(name, payload, known);
    if (ref) wake(installation, ref, 'issue', changeTold(payload, ref.number));
    const pull = bringsConfig(name, payload, known);
    if (pull) wake(installation, pull, 'config');
  });
}
