// The two files that people write, as one table: a handbook, and a repository's config that overrides one.
import { z } from 'zod';
import { footings } from '../core/footing.ts';
import { complete } from './complete.ts';
import { overriding } from './overriding.ts';
import { id, line, login } from './value.ts';

const identity = {
  id: id.meta({ description: "The handbook's id; without one, the file's name.", examples: ['our-process'] }),
  name: line(60).meta({ description: "The handbook's name for people.", examples: ['Our process'] }),
  source: line(200).meta({ description: 'Whose process it is, and where it is written.' }).nullable().default(null),
};
const replace = z.array(z.enum(Object.keys(complete) as [keyof typeof complete])).meta({
  description: 'Tables of this file that replace those below it instead of being merged into them.',
  examples: [['checklist']],
});

const handbook = z.strictObject({ ...identity, ...complete });

/** A handbook after everything it builds on was merged into it: every key there. */
export const handbookSchema = handbook;
export type HandbookTables = z.output<typeof handbookSchema>;

/** A handbook's file: with `extends` it tells only what differs. */
export const handbookFileSchema = overriding(handbook)
  .extend({
    extends: z
      .string()
      .meta({ description: 'The handbook it builds on: an id of ours, or a path below `.github/sitrep/`.' }),
    replace,
  })
  .partial();

/** `.github/sitrep.yml`: which handbook a repository follows, and what it overrides. */
export const configSchema = z
  .strictObject({
    handbook: z.string().meta({
      description: 'The handbook: an id of ours, or a path below `.github/sitrep/`.',
      examples: ['workflow-guide', 'our-process.yml'],
    }),
    extends: z.string().meta({
      description: 'The same as `handbook`, for who thinks of the config as a change of it.',
      examples: ['elimu'],
    }),
    'runs-on': z.enum(footings).meta({
      description:
        'Where Sitrep runs: on a `server`, or on GitHub’s runners (`actions`), where no time under six hours is promised.',
    }),
    app: login.meta({
      description: "Login of the Sitrep app, where this one only reads another Sitrep's incidents.",
      examples: ['sitrep'],
    }),
    replace,
    ...overriding(z.strictObject(complete)).shape,
  })
  .partial();
