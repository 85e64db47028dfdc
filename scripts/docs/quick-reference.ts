// What somebody needs at 3 a.m. on half a page: how fast, who, what to type.
import { commands } from '../../src/commands/catalogue.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { termText } from '../../src/time/term.ts';
import { codes, table } from './table.ts';

/** The ten commands that an incident is run with. */
const ten = ['ack', 'severity', 'role', 'status', 'update', 'note', 'handover', 'resolved', 'done', 'close'] as const;

/** Response times, who is called, and ten commands. */
export function quickReference(handbook: Handbook): readonly string[] {
  return ['## Quick reference', times(handbook), ...calls(handbook), tenCommands()];
}

function times({ severities, clocks, roles }: Handbook): string {
  const told = clocks.filter(({ repeats }) => !repeats).slice(0, 4);
  const time = (clock: (typeof clocks)[number], severity: string): string => {
    const within = clock.within[severity];
    return within ? termText(within) : clock.contract ? "the customer's contract" : '–';
  };
  const isTold = severities.some(({ response }) => response !== null);
  return table(
    ['severity', ...(isTold ? ['what is done'] : []), ...told.map(({ name }) => name), 'roles'],
    severities.map((one) => [
      ...[`${codes([one.id])} ${one.name}`, ...(isTold ? [one.response ?? '–'] : [])],
      ...told.map((clock) => time(clock, one.id)),
      codes(roles.filter(({ requiredAt }) => requiredAt.includes(one.id)).map(({ id }) => id)),
    ]),
  );
}

function calls({ escalation: { levels }, contacts }: Handbook): readonly string[] {
  const ladder = levels.map(({ name, timeout }) => `${name}${timeout ? ` (${termText(timeout)})` : ''}`);
  const where = contacts.map(({ name, where: place }) => `${name}: ${place}`);
  return [
    ...(ladder.length > 0 ? [`**Call**: ${ladder.join(' → ')}.`] : []),
    ...(where.length > 0 ? [`**Contacts**: ${where.join('; ')}.`] : []),
  ];
}

function tenCommands(): string {
  const rows = ten.map((name) => {
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(`There is no command /${name}`);
    return [codes([command.usage]), command.does];
  });
  return table(['type', 'to'], rows);
}
