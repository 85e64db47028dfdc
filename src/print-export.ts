// `sitrep export`: every incident of a repository on standard output, one JSON object a line; the shape is docs/export.md's.
import { setTimeout as sleep } from 'node:timers/promises';
import { readIncidentLines } from './incident-lines.ts';
import { lineText } from './lines/line-text.ts';
import { plain } from './plain.ts';
import { progressOf } from './progress.ts';
import { unprovedWords } from './report/incident-reading-words.ts';
import { gitHubOf, type RepositoryName, servicesOf, type Terminal } from './terminal.ts';

/**
 * Prints all incidents by their numbers once all are read: whoever pipes it into a file has all of them or nothing. One whose
 * record cannot be read is told from its issue.
 * @returns 0 done, 1 something of the repository could not be had (it is said)
 * @throws when it cannot be read; then nothing was printed
 */
export async function printExport({ owner, name }: RepositoryName, terminal: Terminal): Promise<number> {
  const lines = new Map<number, string>();
  const problems: string[] = [];
  const progress = progressOf(terminal);
  const asked = { repositories: [`${owner}/${name}`], since: null, home: null, label: '' };
  try {
    const read = readIncidentLines(asked, {
      ...{ github: gitHubOf(terminal), services: servicesOf(terminal), now: terminal.now, wait: sleep },
      ...{ say: progress.say, progress: progress.step },
      look({ unproved }) {
        if (unproved) progress.say(unprovedWords);
        return true;
      },
      repository: ({ problem }) => void (problem === null || problems.push(problem)),
    });
    for await (const line of read) lines.set(line.issue, lineText(line));
  } finally {
    progress.end();
  }
  for (const number of [...lines.keys()].sort((one, other) => one - other)) terminal.out(lines.get(number) ?? '');
  for (const problem of problems) terminal.err(plain(problem, 1000));
  return problems.length === 0 ? 0 : 1;
}
