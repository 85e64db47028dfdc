// Every stage of a pass as text, for `--show`.
import type { Plan } from '../../src/plan.ts';
import { asStoryTime } from './times.ts';

/** What was heard new in a pass, the incident it makes, and what is to be done. */
export function shownStages(issue: string, now: string, { record, incident, expected, effects }: Plan): string {
  const heard = record.entries
    .filter(({ source }) => record.fresh.has(source))
    .map(
      ({ by, saidAt, fact, refusal }) =>
        `  heard  ${asStoryTime(saidAt)} ${by?.login ?? 'nobody'}: ${JSON.stringify(fact ?? refusal)}`,
    );
  const state = incident
    ? `  is     ${incident.severity.current}, ${incident.status}, ${incident.tenures.length} tenures, ${record.entries.length} entries`
    : '  is     no incident';
  const wanted = `  wants  ${[...new Set(expected.map((each) => each.expect))].join(', ') || 'nothing'}`;
  const done = effects.map((effect) => `  does   ${JSON.stringify(shortened(effect))}`);
  return [`${asStoryTime(now, true)} ${issue}`, ...heard, state, wanted, ...done].join('\n');
}

function shortened(effect: object): object {
  const cut = (value: unknown): unknown =>
    typeof value === 'string' && value.length > 160 ? `${value.slice(0, 160)}… (${value.length})` : value;
  return Object.fromEntries(Object.entries(effect).map(([key, value]) => [key, cut(value)]));
}
