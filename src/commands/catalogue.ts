// Every command, in the order in which help and docs list them, and the words that are heard for each.

import type { Handbook } from '../core/handbook.ts';
import { ack } from './ack.ts';
import { adopt } from './adopt.ts';
import { affects } from './affects.ts';
import { approve } from './approve.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import type { Command } from './command.ts';
import { confirm, decline } from './confirm.ts';
import { done, undone } from './done.ts';
import { draft } from './draft.ts';
import { escalate } from './escalate.ts';
import { handbook } from './handbook.ts';
import { handover } from './handover.ts';
import { helpOn } from './help.ts';
import { backfill, incident } from './incident.ts';
import { duplicate, parent, related } from './links.ts';
import { closed, declared, detected, reviewed, started } from './milestones.ts';
import { nearest } from './near-miss.ts';
import { decision, hypothesis, note, ruledOut, todo } from './notes.ts';
import { oncall } from './oncall.ts';
import { page } from './page.ts';
import { postmortem } from './postmortem.ts';
import { join, leave } from './presence.ts';
import { publish } from './publish.ts';
import { catchup, roles, sitrep } from './questions.ts';
import { queue } from './queue.ts';
import { redact } from './redact.ts';
import { retract } from './retract.ts';
import { role } from './role.ts';
import { severity } from './severity.ts';
import {
  bridge,
  channel,
  eta,
  functions,
  impact,
  solution,
  summary,
  symptoms,
  users,
  workaround,
} from './situation.ts';
import { snooze } from './snooze.ts';
import { status } from './status.ts';
import { takeover } from './takeover.ts';
import { task } from './task.ts';
import { team } from './team.ts';
import { title } from './title.ts';
import { triage } from './triage.ts';
import { identified, mitigated, reopen, resolved } from './turns.ts';
import { type } from './type.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';

const said: readonly Command[] = [
  ...[incident, backfill, confirm, decline, ack, severity, triage, type, queue],
  ...[oncall, page, escalate],
  ...[role, roles, handover, takeover, join, leave],
  ...[status, identified, mitigated, resolved, reopen],
  ...[update, impact, workaround, eta, affects, summary, solution, users, functions, symptoms, title, bridge, channel],
  ...[snooze, note, decision, hypothesis, ruledOut, todo, task, team],
  ...[draft, approve, publish, retract],
  ...[started, detected, declared, reviewed, closed],
  ...[done, undone, close, cancel, duplicate, related, parent, postmortem],
  ...[undo, redact, handbook, adopt, catchup, sitrep],
];

export const commands: readonly Command[] = [...said, helpOn(said)];

/** A command by the word that was typed for it; `prefix` goes before its text (a role's word is `/role` with the role). */
export interface Found {
  readonly command: Command;
  readonly prefix: string;
}

/** The command for a word: a name, an alias, an alias of the handbook, or a role. Null for other words. */
export function commandNamed(word: string, handbook: Handbook): Found | null {
  const alias = Object.hasOwn(handbook.aliases, word) ? handbook.aliases[word] : undefined;
  const command = byWord.get(word) ?? (alias === undefined ? undefined : byWord.get(alias));
  if (command) return { command, prefix: '' };
  const held = handbook.roles.find(
    ({ id, aliases }) => id === word || aliases.some((one) => one.toLowerCase() === word),
  );
  return held ? { command: role, prefix: `${held.id} ` } : null;
}

/** Directories that people write about: `/etc is full` is not a mistyped `/eta`. */
const directories: ReadonlySet<string> = new Set(
  'api bin boot dev etc home lib media mnt opt proc root run sbin src srv sys tmp usr var'.split(' '),
);

/** The word that a near miss meant, or null. */
export function wordMeant(word: string, handbook: Handbook): string | null {
  if (directories.has(word)) return null;
  const ours = handbook.roles.flatMap(({ id, aliases }) => [id, ...aliases.map((alias) => alias.toLowerCase())]);
  return nearest(word, [...byWord.keys(), ...Object.keys(handbook.aliases), ...ours]);
}

const byWord: ReadonlyMap<string, Command> = new Map(
  commands.flatMap((command) => [command.name, ...command.aliases].map((word) => [word, command] as const)),
);
