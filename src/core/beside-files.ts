// The files beside the config that no handbook needs: where they are wrong they are left out, and everything else holds.
import { rosterFile } from '../oncall/rota.ts';
import { serviceFiles } from './service.ts';
import type { Problem } from './snapshot.ts';

const services: readonly string[] = Object.values(serviceFiles);

/** Whether a problem is of these files only: without them the handbook is still the right one. */
export function isBeside({ file }: Pick<Problem, 'file'>): boolean {
  return file === rosterFile || services.includes(file);
}

/** Which of these files problems are in, where they are in no other one: `services`, `roster` or both; null: they are. */
export function besideOnly(problems: readonly Problem[]): 'services' | 'roster' | 'both' | null {
  if (problems.length === 0 || !problems.every(isBeside)) return null;
  const files = new Set(problems.map(({ file }) => (file === rosterFile ? 'roster' : 'services')));
  const [only = 'services'] = files;
  return files.size > 1 ? 'both' : only;
}
