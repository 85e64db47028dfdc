// The line that somebody typed, mended as far as we know what was meant, so that a refusal ends with something to copy.
import type { Handbook } from '../../core/handbook.ts';
import { quoteToCopy } from '../quote.ts';
import { type RefusalScene, typedWord } from './refusal-sentence.ts';

/** What was typed, whole; null where nothing was typed or the ledger kept only its beginning. */
export function typedLine({ typed }: RefusalScene): string | null {
  const line = typed?.replace(/\s+/g, ' ').trim() ?? '';
  return line === '' || line.endsWith('…') || line.length > 150 ? null : line;
}

/** The typed line as it is, or `fallback`. */
export function lineAgain(scene: RefusalScene, fallback: string): string {
  return quoteToCopy(typedLine(scene) ?? fallback);
}

/** The typed line as far as its words are ours (ids, logins, times): what strangers write is not spread by being refused. */
export function lineToAsk(scene: RefusalScene, fallback: string): string {
  const [command, ...words] = (typedLine(scene) ?? fallback).replace(/^\/sitrep /i, '/').split(' ');
  const strange = words.findIndex((word) => !isOurs(word, scene.handbook));
  const kept = strange === -1 ? words : [...words.slice(0, strange), '…'];
  return quoteToCopy([command, ...kept].join(' '));
}

function isOurs(word: string, { severities, types, statuses, roles, checklist }: Handbook): boolean {
  if (/^(?:@[\w-]{1,39}|#?\d{1,9}|\d{1,2}:\d{2}|at|none|current|anyway|now|done|dropped)$/i.test(word)) return true;
  const named = [...severities, ...types, ...statuses, ...roles].flatMap(({ id, aliases }) => [id, ...aliases]);
  return [...named, ...checklist.map(({ id }) => id)].some((one) => one.toLowerCase() === word.toLowerCase());
}

/** The typed line with its command's word replaced by words of ours (`severity sev-1`), whatever followed it kept. */
export function withCommand(command: string, scene: RefusalScene): string {
  const line = typedLine(scene);
  const head = /^\/(?:sitrep )?/i.exec(line ?? '')?.[0] ?? '/';
  const rest = line?.slice(head.length).replace(/^\S+/, '') ?? '';
  return quoteToCopy(`${head}${command}${rest}`);
}

/** The typed line with one part replaced, or `fallback` where the part does not stand in it. */
export function withPart(wrong: string, right: string, scene: RefusalScene, fallback: string): string {
  const line = typedLine(scene);
  const at = line?.toLowerCase().lastIndexOf(wrong.toLowerCase().trim()) ?? -1;
  if (line === null || at <= 0 || wrong.trim() === '') return quoteToCopy(fallback);
  return quoteToCopy(`${line.slice(0, at)}${right}${line.slice(at + wrong.trim().length)}`);
}

/** Where what a command is about ends: people, `none`, a time, a reason. */
const tail = /(?:^| )(?:-?@\S|(?:me|myself|none|nobody|-|at|because)\b).*$/i;

/**
 * The typed line with what it is about replaced: `/role scirbe @bob` → `/role scribe @bob`. `command` stands where nothing was typed.
 */
export function withSubject(subject: string, command: string, scene: RefusalScene): string {
  const words = typedLine(scene)?.replace(/^\/(?:sitrep )?\S+ ?/i, '') ?? '';
  const kept = tail.exec(words)?.[0].trim() ?? '';
  return quoteToCopy(`/${typedWord(scene, command)} ${subject} ${kept}`);
}
