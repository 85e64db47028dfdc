// What people may type, as the README and docs/commands.md show it.
import { commands } from '../../src/commands/catalogue.ts';
import type { Command } from '../../src/commands/command.ts';
import type { Handbook, Right } from '../../src/core/handbook.ts';
import { codes, table } from './table.ts';

const whoMay: Readonly<Record<Right, string>> = {
  anyone: 'anyone',
  reporter: 'the reporter and responders',
  responder: 'responders',
  holder: 'the holder of the role, or a lead',
  lead: 'a lead',
};

/** The table for the README: one row a command. */
export function commandsTable(): string {
  return table(
    ['command', 'does', 'who may'],
    commands.map((command) => [`\`${command.usage}\``, command.does, whoMay[command.who]]),
  );
}

/** The whole page. */
export function commandsPage(handbook: Handbook): string {
  const roleWords = handbook.roles.map(({ id, aliases }) => [id, ...aliases].map((word) => `\`/${word}\``).join(' '));
  return `# Commands

A command stands at the start of a line of your own text; code and quotes are not heard. Several in one comment are judged one by one. Case does not matter, nor does a colon or full stop after the word. \`/sitrep <command>\` always works; with \`commands: prefixed\` in the [config](configuration.md) only that form is heard.

**Who may.** ${whoMeans.join(' ')} A handbook or config may say otherwise for any command (\`who\`), and a role lets its holder say the commands that its entry names (\`may\`).

**Times.** Where a command states a fact, \`at 14:02\`, \`at 2026-03-02 14:02 Europe/Berlin\` or \`15m ago\` right after its arguments says when it happened; then \`because …\` says why. In free text \`at\` stands directly after the word: \`/note at 14:02 …\`.

**Roles are commands.** ${roleWords.join(', ')}: \`/commander @ada\` is \`/role commander @ada\`.

${commandsTable()}

${commands.map(section).join('\n\n')}
`;
}

const whoMeans = [
  '*Responders* have write access, or belong to a team in `responders`.',
  '*The reporter* filed the report.',
  'A *lead* holds the leading role (incident commander), or has maintain or admin access.',
];

function section(command: Command): string {
  const heard = command.aliases.length > 0 ? ` Also heard: ${codes(command.aliases.map((alias) => `/${alias}`))}.` : '';
  const examples = command.examples.map((example) =>
    example
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n'),
  );
  return [
    `## /${command.name}`,
    `\`${command.usage}\` · ${whoMay[command.who]}`,
    `${command.does}${heard}`,
    ...(examples.length > 0 ? [examples.join('\n')] : []),
  ].join('\n\n');
}
