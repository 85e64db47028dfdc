// What a command is: the same furniture in every file of this room.
import type { Message } from '../core/communication.ts';
import type { Composed } from '../core/composing.ts';
import type { DraftText } from '../core/draft-text.ts';
import type { Entry } from '../core/entry.ts';
import type { Handbook, Right } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { OtherSitrep } from '../core/other-sitrep.ts';
import type { Person, Standing } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Comment, Snapshot } from '../core/snapshot.ts';
import type { Fact } from '../core/timeline.ts';

/** A command as it was said, with its word resolved to its name. */
export interface Said {
  /** The command's name, whatever alias was typed. */
  readonly command: string;
  /** The word as typed, lower case. A role's id or alias typed as a command arrives as `role` with the role put before the text. */
  readonly word: string;
  /** What follows the word; for commands with `free` text, all lines up to the next command. */
  readonly text: string;
  readonly by: Person;
  /** When it was said; ISO UTC, whole seconds. "Now" for every time in the text. */
  readonly at: string;
  /** The comment it stands in; null where the same was said by a label, the form or a button. */
  readonly comment: Comment | null;
  /** The comment before it. */
  readonly above: Comment | null;
}

/** What a command may look at: the incident as it was when the words were said, and who is speaking. */
export interface Room {
  /** Null before the issue is an incident. */
  readonly incident: Incident | null;
  readonly handbook: Handbook;
  /** What the repository's config says now; null while it is broken. */
  readonly current: Handbook | null;
  readonly issue: {
    readonly number: number;
    readonly title: string;
    readonly url: string;
    readonly by: Person | null;
    readonly at: string;
    readonly isPullRequest: boolean;
  };
  readonly repository: { readonly owner: string; readonly name: string; readonly private: boolean };
  readonly speaker: Standing;
  /** The speaker's highest right in this incident; `holder` is asked of {@link holds}. */
  readonly right: Right;
  /** Standing of a login: null when GitHub knows nobody of that login. */
  standing(login: string): Standing | null;
  /** Where a comment of this thread stands, by its number (for links); null when it is not here. */
  comment(number: string): Comment | null;
  /** When somebody last said anything here, before now; null: never. */
  lastHeard(person: Person): string | null;
  /** Numbers of this repository that were looked up, and whether there is such an issue; missing: not known. */
  readonly named: Readonly<Record<number, boolean>>;
  /** Who keeps the incident instead of us. */
  readonly other: OtherSitrep | null;
  /** The other open incidents of the repository; null: not looked up. */
  readonly others: Snapshot['others'];
  /** The text of a draft as it stands in its comment when the words are said (`before`: in the second before); null: it is gone. */
  draftText(number: number, until: 'before' | 'with'): DraftText | null;
  /** The number of the next draft. */
  readonly nextDraft: number;
  /** A message's text, made from the record as it is now. */
  compose(message: Message, own: string): Composed;
  /** Accepted entries of the speaker's commands can be undone by source; see commands/undo. */
  readonly entries: readonly Entry[];
  readonly config: { readonly oid: string | null; readonly folder?: string | null };
}

/** One fact that a command states, and when it happened where that was said. */
export interface Stated {
  readonly fact: Fact;
  /** ISO UTC; absent: when it was said. */
  readonly at?: string;
  /** The text of a draft: kept for this pass, while the ledger keeps its hash. */
  readonly composed?: Composed;
}

/** Either facts (none: heard, and nothing to keep) or one refusal. Never both: a command counts as a whole. */
export type Judgement = { readonly facts: readonly Stated[] } | { readonly refusal: Refusal };

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** How to type it, e.g. `/role <role> [@who|none]`. */
  readonly usage: string;
  /** One line for the help and the docs. */
  readonly does: string;
  /** Who may say it unless the handbook's `who` says otherwise. */
  readonly who: Right;
  readonly examples: readonly string[];
  /** The text runs on over the following lines. */
  readonly free: boolean;
  /** May be said where there is no incident yet. */
  readonly beforeIncident?: boolean;
  /** Its right depends on the text (`/severity` alone is a question that anyone may ask): `judge` asks for it. */
  readonly rightInText?: boolean;
  /** Where another bot has the same word: whether these words are for us at all. */
  isForUs?(text: string, incident: Incident | null): boolean;
  /** Judges what was said. Pure; the right was checked before, except finer ones that depend on the text. */
  judge(said: Said, room: Room): Judgement;
}

/** Shorthand for a judgement of facts. */
export function accept(...facts: readonly (Fact | Stated)[]): Judgement {
  return { facts: facts.map((fact) => ('fact' in fact ? fact : { fact })) };
}

/** Shorthand for a refusal. */
export function refuse(refusal: Refusal): Judgement {
  return { refusal };
}
