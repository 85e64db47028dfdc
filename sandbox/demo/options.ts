// What `npm run demo` was asked for, checked before the story begins.
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** End after the story. */
  readonly exit: boolean;
  /** Where the final world is written. */
  readonly json: string | undefined;
  /** The page's port, 0 for any free one; undefined: nobody said. */
  readonly port: number | undefined;
}

const usage = 'npm run demo -- [--exit] [--json FILE] [--port N]';

/** The options, or what to tell who typed them. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const flags = { exit: { type: 'boolean' }, json: { type: 'string' }, port: { type: 'string' } } as const;
    const { exit = false, json, port } = parseArgs({ args: [...args], options: flags }).values;
    if (json !== undefined) checkFile(json);
    return { exit, json, port: port === undefined ? undefined : portOf(port) };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n${usage}`;
  }
}

// The API takes the next one, so the last port of all is the API's.
function portOf(text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_534) {
    throw new Error(`--port ${text} is no port: a whole number from 0 (any free one) to 65534.`);
  }
  return port;
}

function checkFile(file: string): void {
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--json ${file}: there is no folder ${folder}. Make it first, or name another file.`);
  }
  if (file === '' || statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--json needs a file's name; "${file}" is a folder.`);
  }
}
