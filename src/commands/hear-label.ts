// A label set by hand is the command it stands for, with that command's right (decision 5). Labels taken off are put back by the rules.

import { statusLabel } from '../core/handbook.ts';
import type { Person } from '../core/person.ts';
import { mayCommand } from '../thread/said-commands.ts';
import type { Utterance } from '../thread/utterance.ts';
import type { Command } from './command.ts';
import { judgeSaid } from './hear-command.ts';
import { declaration } from './hear-declaration.ts';
import { type Draft, type Hearing, roomOf, standingByHand } from './hearing.ts';
import { incident } from './incident.ts';
import { lacksRight } from './rights.ts';
import { severity } from './severity.ts';
import { status } from './status.ts';
import { type } from './type.ts';

type Labelled = Extract<Utterance, { kind: 'label' }>;

/** Labels of ours that a person (or an invited bot) added. */
export function hearLabel(utterance: Labelled, hearing: Hearing): readonly Draft[] {
  const { by, added } = utterance;
  const { handbook } = hearing;
  if (!by || !added || !mayCommand(by, handbook)) return [];
  const label = utterance.label.toLowerCase();
  if (label === handbook.label.name.toLowerCase()) return declaredBy(by, utterance, hearing);
  const level = handbook.severities.find(({ id }) => id.toLowerCase() === label);
  if (level) return said(severity, level.id, by, utterance, hearing);
  const kind = handbook.types.find((one) => one.label?.name.toLowerCase() === label);
  if (kind) return said(type, kind.id, by, utterance, hearing);
  const stage = handbook.statuses.find(({ id }) => statusLabel(handbook, id).toLowerCase() === label);
  return stage ? said(status, stage.id, by, utterance, hearing) : [];
}

function declaredBy(by: Person, utterance: Labelled, hearing: Hearing): readonly Draft[] {
  if (hearing.snapshot.issue.isPullRequest || hearing.incident()) return [];
  const room = roomOf(utterance.at, standingByHand(by, hearing), hearing);
  const refusal = lacksRight(incident, room);
  if (refusal) return [{ refusal, typed: '/incident' }];
  return declaration(utterance, hearing, { severity: null, backfilled: false });
}

/** Judged as the command; a label that says what is so already is not worth an answer. */
function said(command: Command, text: string, by: Person, utterance: Labelled, hearing: Hearing): readonly Draft[] {
  if (!hearing.incident()) return [];
  const { name } = command;
  const words = { command: name, word: name, text, by, at: utterance.at, comment: null, above: null };
  const judgement = judgeSaid(command, words, roomOf(utterance.at, standingByHand(by, hearing), hearing));
  if (!('refusal' in judgement)) return judgement.facts;
  const { refusal } = judgement;
  const so = ['same-severity', 'same-status', 'same-type', 'already-closed'].includes(refusal.reason);
  return so ? [] : [{ refusal, typed: `/${name} ${text}` }];
}
