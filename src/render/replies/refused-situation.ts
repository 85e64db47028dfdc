// Refusals about severity, status and milestones.
import { isClosing, type Milestone, statusOf } from '../../core/handbook.ts';
import { termText } from '../../time/term.ts';
import { clock, formatSpan, formatTime } from '../../time/time.ts';
import { choices, code, severityName, statusName, toType, typeName } from '../names.ts';
import { quoteCode } from '../quote.ts';
import { lineAgain, withPart, withSubject } from './line-to-type.ts';
import { type RefusalSentences, typedWord } from './refusal-sentence.ts';
import { whoMay } from './who-may.ts';

type Reasons =
  | 'unknown-severity'
  | 'same-severity'
  | 'unknown-type'
  | 'same-type'
  | 'lowering-after-resolved'
  | 'level-set-by'
  | 'lowering-before-resolved'
  | 'lowering-too-early'
  | 'unknown-status'
  | 'illegal-move'
  | 'already-passed'
  | 'same-status'
  | 'not-resolved-or-closed'
  | 'unreadable-time'
  | 'no-time-to-come'
  | 'future-time'
  | 'not-yet-today'
  | 'too-early'
  | 'out-of-order'
  | 'unreadable-duration'
  | 'snooze-too-long'
  | 'snoozed-already'
  | 'nothing-to-snooze';

export const refusedSituation: Pick<RefusalSentences, Reasons> = {
  'unknown-severity': ({ word, meant, severities }, scene) =>
    `There is no severity ${quoteCode(word, 40)}. Type ${meant ? withSubject(meant, 'severity', scene) : choices('/severity', severities.slice(0, 10))}`,
  'same-severity': ({ severity }, { handbook }) =>
    `The severity is ${severityName(handbook, severity)} already. What the levels mean: \`/severity\``,
  'unknown-type': ({ word, meant, types }, scene) =>
    `There is no type ${quoteCode(word, 40)}. Type ${meant ? withSubject(meant, 'type', scene) : choices('/type', types.slice(0, 10))}`,
  'same-type': ({ type }, { handbook }) => `It is ${typeName(handbook, type)} already. What the types mean: \`/type\``,
  'lowering-after-resolved': ({ severity }, { handbook }) =>
    `It is resolved: from here on only a lead may lower the severity to ${severityName(handbook, severity)}, because the post-mortem hangs on it. A lead types ${toType(`/severity ${severity} because …`)}`,
  'level-set-by': ({ severity, from, who }, { handbook, incident }) => {
    const may = whoMay(who, handbook, incident);
    return severity === from
      ? `It takes ${may} to confirm ${severityName(handbook, severity)}; until then it counts as assumed. They type ${toType(`/severity ${severity}`)}`
      : `Any responder may raise it, but it takes ${may} to lower it from ${severityName(handbook, from)} to ${severityName(handbook, severity)}. They type ${toType(`/severity ${severity} because …`)}`;
  },
  'lowering-before-resolved': ({ severity, from }, { handbook }) =>
    `How bad it was is not argued while it runs: ${severityName(handbook, from)} may be lowered to ${severityName(handbook, severity)} from \`resolved\` on, by a lead. When it is over: \`/resolved\``,
  'lowering-too-early': ({ severity, from, stability, since, until }, { handbook }) => {
    const rule = `${severityName(handbook, from)} may be lowered when it was stable for ${termText(stability)}`;
    if (since === null || until === null)
      return `${rule}, and that time begins when the harm has stopped: \`/mitigated\``;
    return `${rule}. It is since ${formatTime(since, handbook.zone)}; from ${formatTime(until, handbook.zone, since)} on, type ${toType(`/severity ${severity} because …`)}`;
  },
  'unknown-status': ({ word, meant, statuses }, scene) =>
    `There is no status ${quoteCode(word, 40)}. Type ${meant ? withSubject(meant, 'status', scene) : choices('/status', statuses.slice(0, 10))}`,
  'illegal-move': ({ from, to, legal }, { handbook }) =>
    legal.length === 0
      ? `From ${statusName(handbook, from)} nothing follows, so not ${statusName(handbook, to)}. How it stands: \`/status\``
      : `From ${statusName(handbook, from)} it cannot go to ${statusName(handbook, to)}. Type ${choices('/status', legal)}`,
  'already-passed': ({ status, current, legal }, scene) => {
    const { handbook } = scene;
    const { milestone } = statusOf(handbook, status);
    const correction = milestone ? toType(correctionOf(milestone, status)) : toType(`/status ${status} at HH:MM`);
    const onward = legal.length > 0 ? ` To move from here: ${choices('/status', legal)}.` : '';
    return `${lineAgain(scene, `/status ${status}`)} comes too late: it is ${statusName(handbook, current)} already.${onward} To put on record when it was ${milestone ?? code(status)}: ${correction}`;
  },
  'same-status': ({ status, since, said }, scene) => {
    const { handbook } = scene;
    const word = typedWord(scene, 'status');
    const line = word === 'status' ? `/status ${status} at HH:MM` : `/${word} at HH:MM`;
    return `It is ${statusName(handbook, status)} already, since ${formatTime(since, handbook.zone, said)}. To correct the time, say it behind: ${toType(line)}`;
  },
  'not-resolved-or-closed': () =>
    'It is still running: `/reopen` is for what was mitigated, resolved or closed. How it stands and where it can go: `/status`',
  'unreadable-time': ({ command, text }, scene) => {
    // `@ 10:20` mentions nobody, and is no time: `at` is the word.
    const typed = /^@ ?(\d{1,2}:\d\d(?: \S+)?)$/.exec(text)?.[1];
    const example = withPart(text, typed ? `at ${typed}` : '14:02', scene, `/${command} … at ${typed ?? '14:02'}`);
    return `${quoteCode(text, 60)} is not a time I can read, and I do not guess. Write \`14:02\`, \`2026-03-02 14:02 UTC\` or \`15m ago\`, for example ${example}`;
  },
  'no-time-to-come': ({ command, text, over }, scene) => {
    const next = command === 'update' ? 'next ' : '';
    const why = over ? 'is past, and this is about a time to come' : 'is not a time to come that I can read';
    const line = withPart(text, 'in 30m', scene, `/${command} ${next && `… ${next}`}in 30m`);
    return `${quoteCode(text, 60)} ${why}. Write \`${next}in 30m\`, \`${next}15:20\` or \`${next}tomorrow 09:00\`: ${line}`;
  },
  'future-time': ({ command, text }, scene) =>
    `${quoteCode(text, 60)} has not come yet, and only what happened goes on record. Type it with the time when it happened: ${withPart(text, '14:02', scene, `/${command} … at 14:02`)}`,
  'not-yet-today': ({ command, text, date, said, than, thanAt }, scene) => {
    const { zone } = scene.handbook;
    const line = (time: string) => withPart(text, time, scene, `/${command} at ${time}`);
    const began = `${code(than)} ${formatTime(thanAt, zone, said)}`;
    return `${quoteCode(text, 60)} has not come yet today, and on ${date} it had not begun (${began}). If that day was meant: ${line(`${date} ${text}`)}; if it has just happened: ${line(clock(said, zone))}`;
  },
  'too-early': ({ status, to, at, until }, { handbook }) => {
    const closing = handbook.statuses.find(({ id }) => id === to);
    const line = closing && isClosing(closing, handbook) ? '/close' : `/status ${to}`;
    return `By the handbook it stays ${statusName(handbook, status)} until ${formatTime(until, handbook.zone, at)} at least, and ${formatTime(at, handbook.zone, until)} is before that. The earliest that can be said: ${toType(`${line} at ${inFull(until)}`)}`;
  },
  'out-of-order': ({ command, at, than, thanAt, early }, { handbook }) =>
    `That would be ${formatTime(at, handbook.zone, thanAt)}, ${early ? 'before' : 'after'} ${code(than)} (${formatTime(thanAt, handbook.zone, at)}). Write the day with it, or correct the other one first: ${toType(`/${command} at 2026-03-02 14:02 UTC`)} or ${toType(`/${than} …`)}`,
  'unreadable-duration': ({ command, text }, scene) =>
    `${quoteCode(text, 60)} is not a span of time I can read (more than nothing, at most 30 days). Write \`30m\`, \`2h\` or \`1h30m\`: ${withPart(text, '30m', scene, `/${command} … 30m`)}`,
  'snooze-too-long': ({ text, most }, scene) =>
    `Reminders may be put off for one period of them, which is ${formatSpan(most)} here. Type ${withPart(text, spanToType(most), scene, `/snooze ${spanToType(most)} because …`)}`,
  'snoozed-already': ({ since, until, most }, { handbook: { zone } }) => {
    const further =
      most > 0 ? `At most, type ${toType(`/snooze ${spanToType(most)} because …`)}` : 'With news, type `/update …`';
    return `Reminders are put off since ${formatTime(since, zone, until)}, for one period of them at most: they come at ${formatTime(until, zone, since)}. ${further}`;
  },
  'nothing-to-snooze': () =>
    'Nothing reminds again and again here, so there is nothing to put off. When the next word comes is yours to say: `/update … next in 30m`',
};

/** `1h30m`, as it can be typed; days only where there is nothing else. */
function spanToType(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}h` : ''}${rest > 0 ? `${rest}m` : ''}`;
}

/** `2026-03-02 11:40 UTC`, as it can be typed. */
function inFull(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** The command that sets a milestone's time: its own where it has one, else the status that brings it. */
function correctionOf(milestone: Milestone, status: string): string {
  if (milestone === 'acknowledged') return '/ack at HH:MM';
  const own = milestone === 'identified' || milestone === 'mitigated' || milestone === 'resolved';
  return own ? `/${milestone} at HH:MM` : `/status ${status} at HH:MM`;
}
