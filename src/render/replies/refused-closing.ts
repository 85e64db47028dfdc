// Refusals about closing and the post-mortem. A gate never just says no (decision 14).
import { lacking } from '../../core/gate.ts';
import { type Handbook, roleOf, statusFor } from '../../core/handbook.ts';
import { linesToSay } from '../../core/on-record.ts';
import type { Refusal } from '../../core/refusal.ts';
import { formatTime } from '../../time/time.ts';
import { choices, listed, roleWithHolders, severityName, statusName, toType } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';
import { type RefusalScene, type RefusalSentences, typedWord } from './refusal-sentence.ts';

type Reasons = 'gate' | 'not-planned' | 'duplicate-of-what' | 'already-closed' | 'post-mortem-exists';
type Gate = Extract<Refusal, { reason: 'gate' }>;

export const refusedClosing: Pick<RefusalSentences, Reasons> = {
  gate: (gate, scene) =>
    [
      `${tried[gate.how](gate.closer)} Still missing:`,
      ...(gate.status === null ? [] : [statusLine(gate.status, scene)]),
      ...(gate.unclassified ? [typeLine(scene)] : []),
      ...gate.missing.map((item) => itemLine(item, scene)),
      ...(gate.until === undefined ? [] : [notBefore(gate.until, scene)]),
      '',
      'When all is done: `/close`. A lead can close it with this open, with a reason on record: `/close anyway because …`',
    ].join('\n'),
  'not-planned': ({ severity }, { handbook }) =>
    `At ${severityName(handbook, severity)} an incident does not go away as *not planned* without a reason, so it is open again. If it was a false alarm, a lead types \`/cancel because …\``,
  'duplicate-of-what': () =>
    'A duplicate needs its original, so that people find the right thread; until then it stays open. Type `/duplicate #n`',
  'already-closed': (_, scene) =>
    `${toType(`/${typedWord(scene, 'close')}`)} has nothing to do: it is closed already. If it is back: \`/reopen\``,
  'post-mortem-exists': ({ pull, state }) =>
    state === 'merged'
      ? `The post-mortem is merged already (pull request ${pull}), so \`/postmortem\` has nothing to open. Mend it with a pull request of your own; how the incident stands: \`/status\``
      : `The post-mortem is open already: pull request ${pull}. Fill it in there; \`/postmortem\` opens it again only if it was closed. What is still missing here: \`/status\``,
};

const tried: Readonly<Record<Gate['how'], (closer: string | null) => string>> = {
  'by-hand': () => 'This issue was closed, and it is open again: the incident is not finished.',
  command: () => '`/close` has to wait: the incident is not finished.',
  pull: (closer) =>
    `${closerText('A pull request', closer)} closed this issue, and it is open again: the incident is not finished.`,
  commit: (closer) =>
    `${closerText('A commit', closer)} closed this issue, and it is open again: the incident is not finished.`,
};

function closerText(kind: string, closer: string | null): string {
  return closer === null ? kind : `${kind} (${quoteText(closer, { limit: 80 })})`;
}

/** What `/close` becomes then, when nothing else is missing. */
function notBefore(until: string, { handbook, incident }: RefusalScene): string {
  const day = incident?.milestones.declared?.at;
  return `- By the handbook it is closed at ${formatTime(until, handbook.zone, day)} at the earliest; said before, it waits until then: \`/close\``;
}

/** The way there may lead over another status first. */
function statusLine(status: string, { handbook }: RefusalScene): string {
  const resolved = statusFor(handbook, 'resolved')?.id ?? '';
  const next = handbook.statuses.find(({ id }) => id === status)?.next ?? [];
  const line = next.length === 0 || next.includes(resolved) ? '/resolved' : `/status ${furthest(next, handbook)}`;
  return `- It is ${statusName(handbook, status)}, not resolved. Any responder: ${toType(line)}`;
}

function furthest(next: readonly string[], { statuses }: Handbook): string {
  return statuses.findLast(({ id }) => next.includes(id))?.id ?? '';
}

function typeLine({ handbook: { types } }: RefusalScene): string {
  const ids = types.slice(0, 10).map(({ id }) => id);
  return `- Nobody has said which type it is. Any responder: ${choices('/type', ids)}`;
}

function itemLine(id: string, { handbook, incident }: RefusalScene): string {
  const item = handbook.checklist.find((candidate) => candidate.id === id);
  const role = item?.role && roleOf(handbook, item.role) ? item.role : null;
  const who = role ? roleWithHolders(handbook, role, incident) : 'Any responder';
  const needed = item && incident ? lacking(item, incident).map((need) => toType(linesToSay[need])) : [];
  const line = needed.length > 0 ? listed(needed) : toType(`/done ${id}`);
  return `- ${quoteOurs(item?.text ?? id, { limit: 200 })}. ${who}: ${line}`;
}
