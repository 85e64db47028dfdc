// How this program is called from where a person stands, so that the commands it prints can be copied.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folder of the package. */
const root = join(import.meta.dirname, '..');

/**
 * `npm run sitrep --` for who stands in our checkout, `sitrep` where that is installed, else our own program by its path.
 * @param folder where the person typed
 */
export function selfOf(env: Readonly<Record<string, string | undefined>>, folder: string): string {
  if (folder === root) return 'npm run sitrep --';
  const isThere = (env.PATH ?? '').split(delimiter).some((place) => place !== '' && isProgram(join(place, 'sitrep')));
  return isThere ? 'sitrep' : join(root, 'bin', 'sitrep.js');
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
