// Time and who answers for it: clocks, escalation, on-call, figures, security, practices.
import type { Handbook } from '../../src/core/handbook.ts';
import { termText } from '../../src/time/term.ts';
import { spans } from './handbook-words.ts';
import { sentence, sentences } from './sentence.ts';
import { codes, table } from './table.ts';

/** The sections on clocks and everything after them. */
export function duties(handbook: Handbook): readonly string[] {
  return [
    ...clocks(handbook),
    ...escalation(handbook),
    ...onCall(handbook),
    ...indicators(handbook),
    ...security(handbook),
    ...practices(handbook),
  ];
}

function clocks({ clocks: list, breachLabel }: Handbook): readonly string[] {
  const label = breachLabel
    ? [`While something is owed past its time the incident bears the label \`${breachLabel.name}\`.`]
    : [];
  if (list.length === 0) return label.length > 0 ? ['## Clocks', ...label] : [];
  const time = ({ within, contract, repeats, time: whose, pausedIn }: (typeof list)[number]) =>
    [
      contract ? `as the customers' contracts say (${contract})` : spans(within),
      ...(repeats ? ['again and again'] : []),
      ...(whose === 'business' ? ['in business time'] : []),
      ...(pausedIn.length > 0 ? [`stands still in ${codes(pausedIn)}`] : []),
    ].join(', ');
  const ends = ({ to, warnAt, escalateAt }: (typeof list)[number]) =>
    [
      to === 'reminder' ? 'resolved; it only reminds' : to,
      ...(warnAt === null ? [] : [`warns at ${warnAt} %`]),
      ...(escalateAt === null ? [] : [`escalates at ${escalateAt} %`]),
    ].join(', ');
  return [
    '## Clocks',
    table(
      ['clock', 'name', 'from', 'to', 'time', 'owner'],
      list.map((one) => [codes([one.id]), one.name, one.from, ends(one), time(one), codes([one.owner])]),
    ),
    ...label,
  ];
}

function escalation({ escalation: { levels, triggers, steps } }: Handbook): readonly string[] {
  if (levels.length + triggers.length === 0) return [];
  return [
    '## Escalation',
    ...(levels.length > 0
      ? [
          table(
            ['level', 'name', 'who', 'next after', 'at once at'],
            levels.map((one) => [
              ...[codes([one.id]), one.name, one.contacts.join(', ') || '–'],
              ...[one.timeout ? termText(one.timeout) : '–', codes(one.at)],
            ]),
          ),
        ]
      : []),
    ...(triggers.length > 0
      ? [triggers.map((one) => `- ${one.text}${one.level ? ` → \`${one.level}\`` : ''}`).join('\n')]
      : []),
    ...(steps.length > 0 ? [steps.map((step) => `1. ${step}`).join('\n')] : []),
  ];
}

function onCall({ onCall: told }: Handbook): readonly string[] {
  const { levels, rotation, handover, longest, rest, rules, alerts, checklist } = told;
  const facts = [
    ...(levels.length > 0 ? [`- Called in this order: ${levels.join(', ')}.`] : []),
    ...(rotation ? [`- A turn lasts ${termText(rotation)}.`] : []),
    ...(handover ? [`- Hand-over of a turn: ${sentence(handover)}`] : []),
    ...(longest ? [`- Nobody longer than ${termText(longest)}${rest ? `, then ${termText(rest)} of rest` : ''}.`] : []),
    ...rules.map((rule) => `- ${sentence(rule)}`),
    ...(checklist.length > 0 ? [`- At a hand-over: ${sentences(checklist)}`] : []),
  ];
  const priorities = alerts.map((one) => [`${codes([one.id])} ${one.name}`, one.hours ?? 'never', one.action]);
  return [
    ...(facts.length + alerts.length > 0 ? ['## On call'] : []),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
    ...(alerts.length > 0 ? [table(['alert', 'reaches somebody', 'what is to be done'], priorities)] : []),
  ];
}

function indicators({ indicators: list }: Handbook): readonly string[] {
  if (list.length === 0) return [];
  return [
    '## Figures',
    table(
      ['figure', 'name', 'means'],
      list.map((one) => [codes([one.id]), one.name, `${one.text}${one.window ? ` (${termText(one.window)})` : ''}`]),
    ),
  ];
}

function security({ security: { roles, teams, rules, regulations } }: Handbook): readonly string[] {
  const facts = [
    ...(roles.length > 0 ? [`- Only these roles are taken: ${codes(roles)}.`] : []),
    ...(teams.length > 0 ? [`- Only by members of ${codes(teams)}.`] : []),
    ...rules.map((rule) => `- ${sentence(rule)}`),
    ...regulations.map(
      ({ name, within, from }) =>
        `- ${name}: ${within ? `${termText(within)} from ${from}` : 'as the contract or the regulator says'}.`,
    ),
  ];
  return facts.length > 0 ? ['## Security matters', facts.join('\n')] : [];
}

function practices({ practices: list }: Handbook): readonly string[] {
  if (list.length === 0) return [];
  return [
    '## Practice and review',
    list.map(({ text, every }) => `- ${sentence(text)}${every ? ` How often: ${sentence(every)}` : ''}`).join('\n'),
  ];
}
