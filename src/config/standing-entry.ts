// Whose words count for what: rights, responders, bots and reporters.
import { z } from 'zod';
import { declarers, rights } from '../core/handbook.ts';
import { id, login, team } from './value.ts';

/** Tables of a handbook, in the order of the documentation. */
export const standing = {
  who: z
    .record(id, z.enum(rights))
    .meta({
      description: "Who may say a command, where it differs from the command's own rule.",
      examples: [{ close: 'lead' }],
    })
    .default({}),
  responders: z
    .array(team)
    .meta({ description: 'Teams whose members respond whatever their access.', examples: [['acme/sre']] })
    .default([]),
  reporters: z
    .array(login)
    .meta({ description: 'Bots whose commands are heard.', examples: [['pager[bot]']] })
    .default([]),
  bots: z
    .array(login)
    .meta({
      description: 'Accounts of people that programs drive: they count as bots.',
      examples: [['deploy-machine']],
    })
    .default([]),
  declare: z
    .enum(declarers)
    .meta({
      description:
        'Whose report counts at once. `members`: in a public repository that of somebody who is no member or collaborator, as far as GitHub tells us, and has neither triage access nor a team in `responders` waits for `/confirm` or `/decline`.',
      examples: ['anyone'],
    })
    .default('members'),
  commands: z
    .enum(['all', 'prefixed'])
    .meta({ description: '`prefixed`: only `/sitrep <command>` is heard.' })
    .default('all'),
};
