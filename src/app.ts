// The App: a webhook is only a reason to look.
import type { Probot } from 'probot';
import type { IssueRef } from './github/observe.ts';
import { type KnownOfUs, worthALook } from './worth-a-look.ts';

export interface AppOptions {
  readonly known: KnownOfUs;
  /** Asks for a pass on an issue. */
  readonly wake: (installation: number, ref: IssueRef) => void;
}

/** Hears the events of `app.yml` and wakes the issues they are about. Carries no data on: the pass looks for itself. */
export function sitrep(app: Probot, { known, wake }: AppOptions): void {
  app.on(['issues', 'issue_comment', 'pull_request'], async ({ name, payload }) => {
    const installation = 'installation' in payload ? payload.installation?.id : undefined;
    const ref = worthALook(name, payload, known);
    if (installation !== undefined && ref) wake(installation, ref);
  });
}
