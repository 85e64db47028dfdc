// What is said of a line that cannot be read: where it stands, what is wrong with it, and what to do.
import type { z } from 'zod';

/** A line of a file is none of ours; `message` begins with the file and the line's number. */
export class WrongLine extends Error {
  override readonly name = 'WrongLine';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, why: string) {
    super(`${file}:${line}: ${why}`);
    this.file = file;
    this.line = line;
  }
}

const again = 'Mend the line, or export again: `sitrep export owner/repo`.';

export const lineWords = {
  tooLong: (most: number) =>
    `is longer than ${most.toLocaleString('en')} characters, so it is none of an export. ${again}`,
  noJson: `is no JSON. ${again}`,
  noObject: `is no incident: an object in braces is one. ${again}`,
  older: (schema: number, now: number) =>
    `schema: ${schema} is of an older Sitrep, and this one reads ${now}. Export again with this version: \`sitrep export owner/repo\`.`,
  newer: (schema: number, now: number) =>
    `schema: ${schema} is of a newer Sitrep, and this one reads ${now}. Update Sitrep, or export again with this version.`,
  noSchema: (now: number) => `schema: must be ${now}. ${again}`,
  keyTwice: (key: string) => `${shown(key)} stands there twice in one object. ${again}`,
  twice: (incident: string, before: number) =>
    `${incident} stands in line ${before} already. Leave one of the two out: each incident counts once.`,
  wrong: (issues: readonly z.core.$ZodIssue[]) => `${issues.slice(0, 3).map(wrongField).join('; ')}. ${again}`,
} as const;

function wrongField(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).map(plainKey).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, 3).map(shown).join(', ');
    return `${path === '' ? '' : `${path}: `}there is no ${keys} here`;
  }
  return `${path}: ${issue.message.slice(0, 200)}`;
}

function plainKey(key: string): string {
  return /^[\w.-]{1,60}$/.test(key) ? key : shown(key);
}

/** A name out of the file as it may stand in a message: bounded, and nothing a terminal would obey. */
function shown(name: string): string {
  return JSON.stringify(name.slice(0, 60)).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
}
