// What people outside do not read: who works on it, on which machines, and when somebody hopes that it is over.
import type { Composing, LeftOut } from '../core/composing.ts';
import { holders } from '../core/incident.ts';

/** The names that must not leave the organisation, and the addresses that may. */
export interface Insiders {
  /** Logins of everybody whom the record names, in lower case. */
  readonly logins: ReadonlySet<string>;
  /** Ids of the handbook: they look like hosts and are none. */
  readonly ids: ReadonlySet<string>;
  /** Beginnings of addresses that outsiders may be given. */
  readonly open: readonly string[];
}

/** Whom and what a record names. */
export function insiders({ incident, handbook }: Composing): Insiders {
  const spoke = incident.timeline.map(({ by }) => by?.login ?? '');
  const held = handbook.roles.flatMap(({ id }) => holders(incident, id).map(({ login }) => login));
  const here = incident.joined.map(({ login }) => login);
  const tables = [handbook.severities, handbook.statuses, handbook.services, handbook.types];
  return {
    logins: new Set([...spoke, ...held, ...here].filter((login) => login.length > 1).map((one) => one.toLowerCase())),
    ids: new Set(
      tables.flatMap((table) => table.flatMap(({ id, aliases }) => [id, ...aliases]).map((id) => id.toLowerCase())),
    ),
    open: handbook.services.flatMap(({ dashboards }) => dashboards),
  };
}

export interface Told {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

const mark = '[left out]';

/**
 * A text without logins, host names, addresses of machines, links that are no known dashboard, and estimates of when it is over;
 * each becomes `[left out]`. It takes out rather too much than too little: a person looks at it before it is published.
 */
export function withoutInternals(text: string, inside: Insiders): Told {
  const leftOut = new Set<LeftOut>();
  const kept: string[] = [];
  // Words of such a length would keep the patterns busy, and are none that a reader outside needs.
  let left = text.replace(/\S{300,}/g, () => {
    leftOut.add('link');
    return mark;
  });
  for (const [kind, pattern, is] of patterns) {
    left = left.replace(pattern, (found) => {
      const isKept = kind === 'link' && inside.open.some((open) => isBelow(found, open));
      // What may stay is put aside, so that a later pattern does not find a host in it.
      if (isKept) return `\uE010${kept.push(found) - 1}\uE011`;
      if (is && !is(found, inside)) return found;
      leftOut.add(kind);
      return mark;
    });
  }
  const told = left.replace(/\uE010(\d+)\uE011/g, (_, index: string) => kept[Number(index)] ?? '');
  return {
    text: told.replaceAll(/(?:\[left out\][ ,]*){2,}/g, `${mark} `).replace(/ +$/gm, ''),
    leftOut: [...leftOut],
  };
}

/** The address itself, or one below it; `https://status.acme.com.evil.example` is another one. */
function isBelow(found: string, open: string): boolean {
  return found.startsWith(open) && (open.endsWith('/') || /^(?:[/?#]|$)/.test(found.slice(open.length)));
}

type Pattern = readonly [LeftOut, RegExp, ((found: string, inside: Insiders) => boolean)?];

const number = String.raw`(?:\d{1,3}|an?|one|two|three|four|five|ten|half an|a few|a couple of|some)`;
const unit = String.raw`(?:more )?(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|weeks?)\b`;
const day =
  '(?:tomorrow|tonight|today|noon|midnight|morning|evening|end of (?:the )?day|eod|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';

const patterns: readonly Pattern[] = [
  ['link', /\b[a-z][a-z+.-]{1,20}:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/gi],
  ['person', /(?<![\w.])@[\w-]+(?:\/[\w.-]+)?|\b[\w.+-]+@[\w-]+\.[\w.-]*\w/g],
  ['person', /(?<![\w-])[a-z\d][\w-]*(?![\w-])/gi, (word, { logins }) => logins.has(word.toLowerCase())],
  ['estimate', /\bet[ar]\b(?:\s*(?:is|:|=|of|about|~)\s*|\s+)[^.,;\n]*/gi],
  [
    'estimate',
    new RegExp(
      String.raw`\b(?:in|within|for another|another|about|around|after|next) (?:the next |about |around |~|another )*${number}[ -]?${unit}`,
      'gi',
    ),
  ],
  [
    'estimate',
    new RegExp(
      String.raw`\b(?:by|until|before|around|about) (?:\d{1,2}[:.]\d{2}(?: ?(?:[ap]m|utc|gmt|ce?st))?|\d{1,2} ?[ap]m|(?:the )?${day})\b`,
      'gi',
    ),
  ],
  ['estimate', /\b(?:tomorrow|tonight|this (?:morning|afternoon|evening|week)|(?:at the )?latest by|eod)\b/gi],
  ['address', /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|\/\d{1,2})?\b/g],
  [
    'address',
    /(?<![\w:])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])|(?<![\w:])[\da-f:]*::[\da-f:]*[\da-f][\da-f:]*(?![\w:])/gi,
  ],
  [
    'host',
    /\b(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|net|org|io|dev|app|cloud|internal|intern|local|lan|corp|home|svc|prod|test|example|[a-z]{2}\.[a-z]{2}|de|uk|eu|fr|us)\b(?::\d{1,5})?/gi,
  ],
  ['host', /\b[a-z\d-]+(?:\.[a-z\d-]+){2,}\b(?::\d{1,5})?/gi, (found) => /[a-z]/i.test(found) && /[\d-]/.test(found)],
  ['host', /\b[a-z][a-z\d]*(?:-[a-z\d]+)*-?\d{1,4}[a-z]?\b/gi, isHost],
];

/** `db-prod-02`, `web01`: a word that ends in a number and is no id of the handbook's, no version and no date. */
function isHost(word: string, { ids }: Insiders): boolean {
  if (ids.has(word.toLowerCase()) || /^v\d+$/i.test(word)) return false;
  return (
    /-/.test(word) ||
    /^(?:db|web|app|api|node|host|srv|server|vm|ip|pod|lb|proxy|cache|redis|mail|mx|ns)[a-z]*\d+/i.test(word)
  );
}
