// The licences of the packages whose code is in the bundle.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param inputs paths from the root of what was bundled
 * @throws for a package that names no licence
 */
export function licencesOf(inputs: readonly string[], read: (path: string) => string): string {
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)]
    .sort()
    .map((folder) => licenceOf(folder, read))
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder: string, read: (path: string) => string): string {
  const { name, version, license } = JSON.parse(read(`${folder}/package.json`)) as Record<string, string | undefined>;
  if (!license) throw new Error(`${folder} names no licence`);
  const file = readdirSync(`${root}/${folder}`)
    .sort()
    .find((each) => /^licen[cs]e/i.test(each));
  const text = file ? read(`${folder}/${file}`).trim() : 'It brings no text of its licence.';
  return `${name} ${version} (${license})\n\n${text}\n`;
}
