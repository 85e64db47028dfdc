// Where there is no server: whether GitHub is about to turn the schedule off.
import { scheduleOff } from '../core/schedule-off.ts';
import type { Seen } from './finding.ts';
import type { Patient } from './patient.ts';

export async function scheduleFindings({ facts, handbook, now }: Patient): Promise<readonly Seen[]> {
  if (handbook.footing === 'server') return [];
  const off = scheduleOff({ private: facts.isPrivate, pushedAt: facts.pushedAt }, now);
  if (off === null) return [];
  const when =
    now < off ? `turns the schedule of Sitrep off on ${off.slice(0, 10)}` : 'has turned the schedule of Sitrep off';
  const mend = now < off ? 'Push any commit' : `Enable it, and push any commit: ${facts.page}/actions`;
  return [
    {
      what: `GitHub ${when}, because nobody commits here: what is due by itself is not looked at then.`,
      mend: `${mend}.`,
    },
  ];
}
