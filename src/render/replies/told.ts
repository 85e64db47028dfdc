// What a person or the thread must know beside refusals and roles: what was taken back, or refused by GitHub or the config.

import { besideOnly } from '../../core/beside-files.ts';
import { baseOf } from '../../core/entry.ts';
import type { Problem } from '../../core/snapshot.ts';
import type { Fact } from '../../core/timeline.ts';
import { formatTime } from '../../time/time.ts';
import { login } from '../names.ts';
import { quoteCode, quoteText } from '../quote.ts';
import type { HandedScene } from './handed.ts';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

/** GitHub's setting that keeps a workflow's token from opening pull requests, under the name people find it by. */
export const actionsSetting = 'Allow GitHub Actions to create and approve pull requests';

/** GitHub refused the pull request: the setting by its name, or GitHub's own words. */
export function refusedByGitHub({ message }: Of<'post-mortem-refused'>): string {
  const setting = /not permitted to create or approve pull requests/i.test(message);
  const why = setting
    ? `the setting **${actionsSetting}** is off (Settings → Actions → General, of the repository or the organisation)`
    : `it said: ${quoteText(message, { limit: 300 })}`;
  return `GitHub did not let me open the post-mortem's pull request: ${why}. When that is changed, type \`/postmortem\``;
}

const besides = {
  services: 'The list of services cannot be read as it is; this incident goes on without it.',
  roster: 'Not all of the on-call file can be read; this incident goes on, and what is wrong there is left out.',
  both: 'The list of services and the on-call file cannot be read as they are; this incident goes on without what is wrong there.',
} as const;

/** The config is broken; `problems` as the look found them. */
export function configWords(problems: readonly Problem[]): string {
  const lines = problems
    .slice(0, 10)
    .map(({ file, line, column, what, suggestion }) =>
      `- ${quoteCode(`${file}:${line}:${column}`)} ${quoteText(what, { limit: 200 })} ${quoteText(suggestion, { limit: 200 })}`.trimEnd(),
    );
  const only = besideOnly(problems);
  return [
    only ? besides[only] : 'The config cannot be read as it is; this incident goes on with the handbook it has.',
    ...lines,
    '',
    'To check the file before it is merged: `sitrep check .github/sitrep.yml`',
  ].join('\n');
}

/** What was taken back although somebody had been told of it by us, or that changes what comes by itself; else null. */
export function undoneWords({ sources }: Of<'undone'>, scene: HandedScene): string | null {
  const bases = new Set(sources.map(baseOf));
  for (const { fact, by, source } of scene.before?.timeline ?? []) {
    if (!bases.has(baseOf(source))) continue;
    if (fact?.kind === 'snooze') return awake(fact, scene);
    if (fact?.kind !== 'role' || !fact.holder || fact.holder.id === by?.id) continue;
    return `Taken back; ${login(fact.holder)} was already told of the role. Who holds what now: \`/roles\``;
  }
  return null;
}

function awake({ until }: Of<'snooze'>, { entry, after, handbook: { zone } }: HandedScene): string {
  const said = entry.saidAt;
  const anew = 'To put them off anew: `/snooze 30m because …`';
  if (until <= said) return `Taken back; it had ended at ${formatTime(until, zone, said)} by itself. ${anew}`;
  const earlier = after.snooze && after.snooze.until > said ? after.snooze.until : null;
  return earlier
    ? `Taken back: reminders are put off until ${formatTime(earlier, zone, said)} only, as was said before. ${anew}`
    : `Taken back: reminders come again as they are due. ${anew}`;
}
