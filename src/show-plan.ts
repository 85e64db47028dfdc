// Every stage of a pass as text: what was seen, heard, what it makes, what is expected, what would be done.
import type { Effect } from './core/effect.ts';
import type { Entry } from './core/entry.ts';
import type { Snapshot } from './core/snapshot.ts';
import type { Look } from './look-at.ts';
import { plain } from './plain.ts';

/** The stages of a look, one heading each. Safe for a terminal. */
export function showPlan({ snapshot, handbook, now, plan }: Look): string {
  const { record, incident, expected, effects, nextAt } = plan;
  return [
    section('Seen', seen(snapshot)),
    section('Handbook', [
      `${plain(handbook.id)} (config ${snapshot.config.oid ?? 'none'}, ${snapshot.config.problems.length} problems)`,
      ...snapshot.config.problems.map(({ file, line, column, what }) => plain(`${file}:${line}:${column}: ${what}`)),
    ]),
    section(
      'Heard',
      record.entries.map((entry) => heard(entry, record.fresh.has(entry.source))),
    ),
    section('Incident', [
      incident ? `${incident.severity.current}, ${incident.status} since ${incident.statusSince}` : 'none',
      ...(incident?.tenures ?? []).map(({ role, person, from, until }) =>
        plain(`${role}: ${person.login} from ${from}${until ? ` until ${until}` : ''}`),
      ),
    ]),
    section(
      'Expected',
      expected.map((one) => plain(json(one))),
    ),
    section(`Would do at ${now}`, effects.map(effectLine)),
    section('Due next', nextAt === null ? [] : [nextAt]),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  const body = lines.length > 0 ? lines : ['nothing'];
  return `${title}\n${body.map((line) => `  ${line}`).join('\n')}\n`;
}

function seen({
  repository,
  issue,
  viewer,
  thread,
  labels,
  people,
  branch,
  pulls,
  opened,
}: Snapshot): readonly string[] {
  const comments = thread.filter(({ kind }) => kind === 'comment').length;
  return [
    plain(`${repository.owner}/${repository.name}#${issue.number} ${issue.state}: ${issue.title}`),
    plain(`as ${viewer.login}${viewer.bot ? ' (bot)' : ''}`),
    `${comments} comments, ${thread.length - comments} events, ${labels.length} labels in the repository`,
    plain(`labels: ${issue.labels.map(({ name }) => name).join(', ') || 'none'}`),
    plain(
      `standing: ${
        Object.entries(people)
          .map(([login, one]) => `${login} ${one?.permission ?? 'unknown'}`)
          .join(', ') || 'not asked'
      }`,
    ),
    plain(`opened: ${opened.map(({ key, number, state }) => `#${number} ${state} (${key})`).join(', ') || 'none'}`),
    `post-mortem: ${pulls.map(({ number, state, mine }) => `#${number} ${state}${mine ? '' : ' (not ours)'}`).join(', ') || (branch ? 'branch only' : 'none')}`,
  ];
}

function heard(entry: Entry, fresh: boolean): string {
  const what = entry.fact ? `accepted ${json(entry.fact)}` : `refused ${json(entry.refusal)}`;
  return plain(
    `${fresh ? 'new ' : '    '}${entry.saidAt} ${entry.by?.login ?? 'nobody'} ${entry.source}: ${what}`,
    240,
  );
}

function effectLine(effect: Effect): string {
  const { kind, ...rest } = effect;
  return plain(`${kind} ${json(rest)}`, 240);
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
