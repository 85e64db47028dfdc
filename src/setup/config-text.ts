// `.github/sitrep.yml` as a repository begins with it, and the one line of it that names the handbook.
import { parseDocument } from 'yaml';
import { flow } from '../config/explain.ts';
import { defaultHandbook } from '../config/parse.ts';

/** Where the team's own post-mortem page stands below `.github/sitrep/`. */
export const ownPage = 'post-mortem.md.hbs';

/** A config that names a handbook and, where there is a copy of its post-mortem page, that copy. */
export function firstConfig(handbook: string, withPage: boolean): string {
  const page = `
# The team's own page, a copy of the handbook's: change it as you like, or take these two lines away.
post-mortem:
  template: ${ownPage}
`;
  return `# How this repository uses Sitrep. Every line is optional; Sitrep's docs/configuration.md tells every key.
handbook: ${flow(handbook)}

# The zone in which a bare 14:02 is read and shown, beside UTC.
zone: UTC
${withPage ? page : ''}
# Teams whose members respond whatever their access to this repository.
# responders: [your-org/on-call]
`;
}

/** The handbook that a config names, as it is written there. @returns null: the text is no map */
export function handbookIn(text: string): string | null {
  const value: unknown = parseDocument(text).toJS({ maxAliasCount: 0 }) ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { handbook = defaultHandbook } = value as { readonly handbook?: unknown };
  return typeof handbook === 'string' ? handbook : null;
}

/** The same config with another handbook; every other line, comments too, stays as it is. */
export function withHandbook(text: string, handbook: string): string {
  const document = parseDocument(text);
  document.set('handbook', handbook);
  return document.toString({ lineWidth: 0 });
}
