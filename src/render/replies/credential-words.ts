// What is said of a credential that somebody pasted: what to do first, and how to have it taken out.
import { listed } from '../names.ts';

/** Where the words stand. `link`: of the comment or the issue, as `/redact` takes it. */
export interface CredentialPlace {
  readonly names: readonly string[];
  readonly link: string;
  readonly inTitle: boolean;
}

/** Said once to each comment or act that held one. Names no value, and calls nothing safe. */
export function credentialWords({ names, link, inTitle }: CredentialPlace): string {
  const what = `**This looks like ${listed(names.map(withArticle))}.** I mask it in all that I keep and repeat, but it still stands in what was written here`;
  const title = inTitle ? ', and in the history of the title' : '';
  return `${what}${title}, for everybody who can read this. Revoke it first; then have the text taken out: \`/redact ${link} because it held a credential\``;
}

function withArticle(name: string): string {
  if (/s$/.test(name)) return name;
  return /^(?:[AEIO]|SG)/i.test(name) ? `an ${name}` : `a ${name}`;
}
