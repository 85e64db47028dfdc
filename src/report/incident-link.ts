// Links to incidents that leave no trace in them.
import type { IncidentLine } from '../lines/line.ts';
import { quoteText } from '../render/quote.ts';

/** What every link needs: whether the repository must be named. */
export interface Naming {
  /** The report is about more than one repository. */
  readonly severalRepositories: boolean;
}

/**
 * `[#12](address)`, with the repository where there are several. GitHub writes "mentioned this issue" into the timeline of every
 * issue that is linked, each week anew; `redirect.github.com` is its own documented way around ("Avoiding backlinks to linked
 * references"), and leads to the issue by a click. Other hosts have no such address: there it is code, which GitHub never links,
 * unless `always`: the one list in which every incident must be within reach.
 */
export function incidentLink(line: Reference, { severalRepositories }: Naming, always = false): string {
  const name = severalRepositories ? line.repository : '';
  const address = webAddress(line.url);
  const silent = address === null ? null : withoutBacklink(address);
  if (silent === null && !(always && address !== null)) return `\`${name}#${line.issue}\``;
  return `[${name}#\u200B${line.issue}](${silent ?? address})`;
}

export type Reference = Pick<IncidentLine, 'repository' | 'issue' | 'url'>;

/** Some text with a link to wherever it leads; the text alone where the address is none, or would leave a trace. */
export function silentLink(text: string, url: string | null): string {
  const address = url === null ? null : webAddress(url);
  const silent = address === null ? null : withoutBacklink(address);
  return silent === null ? text : `[${withoutBrackets(text)}](${silent})`;
}

/** A bracket without its other one would end the link; in code it is none. */
function withoutBrackets(text: string): string {
  return text.replace(/`[^`]*`|[[\]]/g, (found) => (found.length === 1 ? `\\${found}` : found));
}

/** An incident's link and the beginning of its title, safe in a table. */
export function incidentText(line: Reference & { readonly title: string }, naming: Naming, always = false): string {
  return `${incidentLink(line, naming, always)} ${quoteText(line.title, { limit: 80 })}`.trimEnd();
}

/** The same address by the host that GitHub makes no references of; null where there is none. */
function withoutBacklink(address: string): string | null {
  return address.startsWith('https://github.com/')
    ? address.replace('https://github.com/', 'https://redirect.github.com/')
    : null;
}

/** An http address that stays within a Markdown link's brackets and a table's cell; null for anything else. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url) || url.length > 500) return null;
  const { protocol, href, username } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== '') return null;
  return href.replace(/[()<>|\\`\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
