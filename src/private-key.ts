// The App's private key out of the environment, whatever shape a deployment squeezed it into.
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { plain } from './plain.ts';

/** A file's text, or why there is none. */
export type ReadKeyFile = (path: string) => string | { readonly fault: 'absent' | 'folder' | 'unreadable' };

const fresh = "Download a new one on the App's page on GitHub.";

/**
 * A key that signs, as PEM (PKCS #8), or one sentence that says why there is none. `PRIVATE_KEY` comes before `PRIVATE_KEY_PATH`,
 * as Probot has it. The sentence never holds a part of a key.
 */
export function readKey(
  { PRIVATE_KEY, PRIVATE_KEY_PATH: path = '' }: Readonly<Record<string, string | undefined>>,
  readFile: ReadKeyFile,
): { readonly pem: string } | { readonly why: string } {
  if (PRIVATE_KEY) {
    const pem = sound(PRIVATE_KEY);
    if (pem) return { pem };
    return { why: `PRIVATE_KEY is no private key: set the whole text of the App's .pem file. ${fresh}` };
  }
  if (/[\n\r]|-----/.test(path) || path.length > 1000)
    return { why: 'PRIVATE_KEY_PATH holds a key where a path should be: set it as PRIVATE_KEY.' };
  const text = readFile(path);
  if (typeof text !== 'string') return { why: `PRIVATE_KEY_PATH: ${faults[text.fault](plain(path, 1000))}` };
  const pem = sound(text);
  return pem ? { pem } : { why: `PRIVATE_KEY_PATH: the file ${plain(path, 1000)} holds no private key. ${fresh}` };
}

const faults = {
  absent: (path: string) => `there is no file ${path}; set the path of the App's .pem file.`,
  folder: (path: string) => `${path} is a folder; set the path of the App's .pem file.`,
  unreadable: (path: string) => `the file ${path} cannot be read; let this account read it.`,
} as const;

/** Reads a key's file, relative to the current folder. */
export const readKeyFile: ReadKeyFile = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : code === 'EISDIR' ? 'folder' : 'unreadable' };
  }
};

/** GitHub signs with RSA (RS256); another kind of key starts well and is refused at the first request. */
function sound(text: string): string | null {
  try {
    const key = createPrivateKey(unfolded(text));
    return key.asymmetricKeyType === 'rsa' ? key.export({ type: 'pkcs8', format: 'pem' }).toString() : null;
  } catch {
    return null;
  }
}

/** As Probot takes it: in base64, with `\n` for the line ends, on one line with blanks, in quotes. */
function unfolded(given: string): string {
  const trimmed = given.trim().replace(/^(["'])([\s\S]*)\1$/, '$2');
  const text = trimmed.includes('-----') ? trimmed : Buffer.from(trimmed, 'base64').toString();
  const [, begin, body = '', end] =
    /(-----BEGIN (?:RSA )?PRIVATE KEY-----)([\s\S]*?)(-----END (?:RSA )?PRIVATE KEY-----)/.exec(
      text.replaceAll('\\n', '\n'),
    ) ?? [];
  return `${begin}\n${body.trim().replace(/\s+/g, '\n')}\n${end}\n`;
}
