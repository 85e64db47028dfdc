// A command in a comment: resolved, its right asked, judged; near misses and commands lost in code are answered.

import type { Standing } from '../core/person.ts';
import { firstLine } from '../thread/commands.ts';
import { mostCommands } from '../thread/said-commands.ts';
import type { SaidCommand } from '../thread/utterance.ts';
import { dayBefore } from '../time/day-before.ts';
import { earlierReading } from '../time/doubled-hour.ts';
import { commandNamed, type Found, wordMeant } from './catalogue.ts';
import type { Command, Judgement, Room, Said, Stated } from './command.ts';
import { cut } from './cut.ts';
import { declaration } from './hear-declaration.ts';
import { type Draft, type Hearing, roomOf, standingOf } from './hearing.ts';
import { outOfOrder } from './out-of-order.ts';
import { holds, isResponder, lacksRight } from './rights.ts';

/** An entry for each fact of an accepted command, one for a refusal, none for words that are not for us. */
export function hearCommand(utterance: SaidCommand, hearing: Hearing): readonly Draft[] {
  const { line, by, at } = utterance;
  const { handbook } = hearing;
  if (!by || (handbook.commands === 'prefixed' && !line.prefixed)) return [];
  const speaker = standingOf(by, hearing);
  if (utterance.surplus !== undefined) return tooMany(utterance, utterance.surplus, roomOf(at, speaker, hearing));
  const found = commandNamed(line.word, handbook);
  if (!found) return nearMiss(utterance, speaker, hearing);
  if (!found.command.beforeIncident && !hearing.incident()) return [];
  if (found.command.isForUs?.(line.text.trim(), hearing.incident()) === false) return [];
  const room = roomOf(at, speaker, hearing);
  if (line.inOpenFence) return inCode(found.command, utterance, room);
  const said = saidOf(found, utterance);
  return draftsOf(judgeSaid(found.command, said, room), typedOf(utterance), utterance, hearing);
}

/** One refusal for the rest of a flood; a stranger's is passed over. */
function tooMany(utterance: SaidCommand, left: number, room: Room): readonly Draft[] {
  if (room.right === 'anyone') return [];
  return [{ refusal: { reason: 'too-many-commands', heard: mostCommands, left }, typed: typedOf(utterance) }];
}

/** Asks for the right, then judges. */
export function judgeSaid(command: Command, said: Said, room: Room): Judgement {
  const refusal = command.rightInText ? null : lacksRight(command, room);
  if (refusal) return { refusal };
  const judgement = command.judge(said, room);
  if ('refusal' in judgement) return judgement;
  const { incident, handbook } = room;
  const slip = judgement.facts.map((stated) => outOfOrder(stated, said, incident, handbook)).find(Boolean);
  return slip ? { refusal: slip } : judgement;
}

function saidOf({ command, prefix }: Found, { line, by, at, comment, above }: SaidCommand): Said {
  const text = command.free ? line.text.trim() : firstLine(line.text);
  return { command: command.name, word: line.word, text: `${prefix}${text}`.trim(), by: by!, at, comment, above };
}

function draftsOf(judgement: Judgement, typed: string, utterance: SaidCommand, hearing: Hearing): readonly Draft[] {
  if ('refusal' in judgement) return [{ refusal: judgement.refusal, typed }];
  const [first] = judgement.facts;
  if (!first) return [{}];
  if (first.fact.kind !== 'declared') return withReading(judgement.facts, utterance, hearing.handbook.zone);
  const { severity, assumed, backfilled, because } = first.fact;
  const called = judgement.facts.flatMap(({ fact }) => (fact.kind === 'type' ? [fact.type] : []))[0];
  const said = {
    severity: assumed ? null : severity,
    backfilled,
    ...(because && { because }),
    ...(called && { type: called }),
  };
  return declaration(utterance, hearing, said);
}

/** The first of them says that its time could have been another, or is the day before's. */
function withReading(facts: readonly Stated[], { line, at: saidAt }: SaidCommand, zone: string): readonly Draft[] {
  return facts.map((stated, index) => {
    const { at } = stated;
    if (index > 0 || at === undefined) return stated;
    const doubled = earlierReading(line.text, at, zone);
    const isBefore = dayBefore(line.text, at, saidAt, zone) !== null;
    return { ...stated, ...(doubled !== null && { doubled }), ...(isBefore && { dayBefore: true }) };
  });
}

/** A mistyped command of a responder (access, or a role) gets an answer; anybody else's `/word` is left alone. */
function nearMiss(utterance: SaidCommand, speaker: Standing, hearing: Hearing): readonly Draft[] {
  const { line, at } = utterance;
  const meant = line.inOpenFence ? null : wordMeant(line.word, hearing.handbook);
  if (meant === null || !hearing.incident()) return [];
  const room = roomOf(at, speaker, hearing);
  if (!isResponder(speaker, hearing.handbook) && !holds(room)) return [];
  return [{ refusal: { reason: 'unknown-command', word: cut(line.word, 60), meant }, typed: typedOf(utterance) }];
}

function inCode({ name }: Command, utterance: SaidCommand, room: Room): readonly Draft[] {
  if (room.right === 'anyone') return [];
  return [{ refusal: { reason: 'in-code', command: name }, typed: typedOf(utterance) }];
}

function typedOf({ line }: SaidCommand): string {
  return cut(`/${line.prefixed ? 'sitrep ' : ''}${line.word} ${firstLine(line.text)}`);
}
