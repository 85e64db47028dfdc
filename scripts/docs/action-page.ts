// The Action's description and page: what it gives comes from the metrics, its tables from its description.
import { parse } from 'yaml';
import { z } from 'zod';
import type { Metric } from '../../src/metrics/metric.ts';
import { table } from './table.ts';

const units: Readonly<Record<Metric['unit'], string>> = {
  minutes: 'median, in minutes; empty under five incidents',
  share: 'a share, 0 to 1',
  count: 'how many',
};

const outputsBegin = '  # The numbers of the first table';

/** action.yml with an output for each metric of the first table. @throws when it has no place for them */
export function actionWithOutputs(text: string, metrics: readonly Metric[]): string {
  const [, above, below] =
    new RegExp(`^([^]*?\\n${outputsBegin}[^\\n]*\\n)[^]*?(\\nruns:[^]*|runs:[^]*)$`).exec(text) ?? [];
  if (!above || !below) throw new Error(`action.yml needs a line that begins with "${outputsBegin}"`);
  const outputs = metrics
    .filter(({ headline }) => headline)
    .map(({ id, name, unit }) => `  ${id}:\n    description: ${JSON.stringify(`${name}: ${units[unit]}.`)}`);
  return `${above}${outputs.join('\n')}\n${below.trimStart()}`;
}

const described = z.object({ description: z.string(), default: z.string().optional() });
const description = z.object({ inputs: z.record(z.string(), described), outputs: z.record(z.string(), described) });

/** The tables of the page, from action.yml. */
export function actionTables(text: string): { readonly inputs: string; readonly outputs: string } {
  const { inputs, outputs } = description.parse(parse(text));
  const sentence = (words: string) => words.replace(/\s+/g, ' ').trim();
  return {
    inputs: table(
      ['input', 'what it says', 'otherwise'],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        sentence(input.description),
        input.default ? `\`${input.default}\`` : '',
      ]),
    ),
    outputs: table(
      ['output', 'what it holds'],
      Object.entries(outputs).map(([name, output]) => [`\`${name}\``, sentence(output.description)]),
    ),
  };
}
