// The words for a person to whom something was handed, or from whom it was taken. Each calls that one person by name.

import type { Entry } from '../../core/entry.ts';
import { type Handbook, roleOf } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Fact } from '../../core/timeline.ts';
import { listed, login, roleWord, toType } from '../names.ts';
import { quoteBlock, quoteOurs, quoteText } from '../quote.ts';
import { recordSummary } from '../record-summary.ts';
import { roleLines } from '../role-lines.ts';

export interface HandedScene {
  readonly entry: Entry;
  readonly before: Incident | null;
  readonly after: Incident;
  readonly handbook: Handbook;
  /** Who got the same role with the same comment: they are told together. */
  readonly others?: readonly Given[];
  /** Steps of the ladder before this one that are told with it. */
  readonly earlier?: readonly Entry[];
  /** Calls a person the first time, only names them afterwards: nobody is called twice in one comment. */
  readonly call: (person: NonNullable<Entry['by']>) => string;
}

type RoleFact = Extract<Fact, { kind: 'role' }>;

/** A role changed hands: words for who got it from somebody else, or lost it; null when nobody else need know. */
export function roleWords(fact: RoleFact, scene: HandedScene): string | null {
  const { holder, before, change } = fact;
  const by = scene.entry.by;
  if (change === 'takeover' && before && before.id !== by?.id) return takenOver(fact, before, scene);
  if (!holder || holder.id === by?.id) return null;
  if (change === 'given') return given(fact, holder, scene);
  return change === 'handover' ? handedOver(fact, holder, scene) : null;
}

function given(
  fact: RoleFact,
  holder: NonNullable<RoleFact['holder']>,
  { entry, after, handbook, call, others = [] }: HandedScene,
): string {
  return [
    `${listed([holder, ...others.map((one) => one.holder)].map(call))}, ${login(entry.by)} made you ${roleWord(handbook, fact.role)}.`,
    ...duties(fact.role, handbook, after),
    '',
    handOn(fact.role),
    ...strangers([{ role: fact.role, holder, outside: fact.outside === true }, ...others]),
  ].join('\n');
}

/** Logins may look alike: who gave it sees that somebody has no access here, while it can be taken back. */
function strangers(given: readonly Given[]): readonly string[] {
  const outside = given.filter((one) => one.outside);
  return outside.flatMap(({ role, holder }) => {
    const line = toType(`/role ${role} none @${holder.login}`);
    return ['', `${login(holder)} has no write access here. If you meant somebody else, take it back: ${line}`];
  });
}

/** A role given to somebody else. `outside`: who has no access here. */
export interface Given {
  readonly role: string;
  readonly holder: NonNullable<Entry['by']>;
  readonly outside: boolean;
}

/** The person to whom an entry gave a role that they did not take themselves, with the role; null: none. */
export function givenBy({ by, fact }: Entry): Given | null {
  if (fact?.kind !== 'role' || fact.change !== 'given' || !fact.holder || fact.holder.id === by?.id) return null;
  return { role: fact.role, holder: fact.holder, outside: fact.outside === true };
}

function handedOver(fact: RoleFact, holder: NonNullable<RoleFact['holder']>, scene: HandedScene): string {
  const { entry, after, handbook, call } = scene;
  const summary = fact.summary
    ? [quoteBlock(fact.summary, 1000)]
    : ['From the record:', ...recordSummary(after, handbook)];
  return [
    `${call(holder)}, you are ${roleWord(handbook, fact.role)} now: ${login(entry.by)} handed it over to you.`,
    '',
    ...summary,
    ...steps(fact.role, handbook),
    ...headed('What you do now:', duties(fact.role, handbook, after)),
    '',
    `${handOn(fact.role)}; what is expected next stands on the card; all the words: \`/help\``,
  ].join('\n');
}

function takenOver(
  fact: RoleFact,
  before: NonNullable<RoleFact['before']>,
  { entry, handbook, call }: HandedScene,
): string {
  const why = fact.because ? `, because ${quoteText(fact.because, { limit: 200 })}` : '';
  return (
    `${call(before)}, ${login(entry.by)} took over as ${roleWord(handbook, fact.role)} from you${why}. ` +
    `Tell them what only you know: \`/note …\`; how it stands: \`/catchup\``
  );
}

/** What the role asks, at the severity of that moment. */
function duties(id: string, handbook: Handbook, incident: Incident): readonly string[] {
  const role = roleOf(handbook, id);
  return role ? roleLines(role, handbook, incident).map((line) => `- ${line}`) : [];
}

/** What who leaves and who comes do, as the handbook says it. */
function steps(role: string, handbook: Handbook): readonly string[] {
  const lines = roleOf(handbook, role)?.handover?.steps ?? [];
  return headed(
    'How it is handed over:',
    lines.slice(0, 10).map((step) => `1. ${quoteOurs(step, { limit: 200 })}`),
  );
}

function headed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

function handOn(role: string): string {
  return `To hand it on: ${toType(`/handover ${role} @who`)}; to give it back: ${toType(`/role ${role} none`)}`;
}
