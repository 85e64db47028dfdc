// Credentials that somebody pasted: told by their shape, masked before we keep or repeat anything.

/** Shape of one kind of credential. `form` matches in linear time: each part is bounded, or consumes what it tried. */
interface Shape {
  /** Stands in the text instead: `[masked GitHub token]`. */
  readonly name: string;
  /** What the first group holds stays: it says what is masked. */
  readonly form: RegExp;
  /** Who says that it looks so. */
  readonly source: string;
  /** What of the matches counts. */
  readonly counts?: (match: string) => boolean;
}

/** Only shapes that hardly anything else has: a word masked by mistake is missing from the record. */
const shapes: readonly Shape[] = [
  {
    name: 'private key',
    form: /()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]*?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|[\s\S]*)/g,
    source: 'https://www.rfc-editor.org/rfc/rfc7468#section-10',
  },
  {
    name: 'GitHub token',
    form: /(?<![A-Za-z0-9])()(?:gh[pousr]_[A-Za-z0-9_]{36,251}|github_pat_[A-Za-z0-9_]{50,251})/g,
    source: 'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
  },
  {
    name: 'GitLab token',
    form: /(?<![A-Za-z0-9])()gl(?:pat|dt|rt|ptt|cbt|ft|soat)-[\w-]{20,200}/g,
    source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  },
  {
    name: 'JSON Web Token',
    form: /(?<![\w-])()eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g,
    source: 'https://www.rfc-editor.org/rfc/rfc7519#section-3.1',
  },
  {
    name: 'AWS access key',
    form: /(?<![A-Za-z0-9])()(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  },
  {
    name: 'AWS secret key',
    form: /(aws_?(?:secret)?_?(?:access)?_?key["']?\s{0,3}[=:]\s{0,3}["']?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/gi,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
  {
    name: 'Google key',
    form: /(?<![\w-])()(?:AIza[\w-]{35}(?![\w-])|GOCSPX-[\w-]{28}(?![\w-])|ya29\.[\w-]{20,500})/g,
    source: 'https://docs.cloud.google.com/docs/authentication/api-keys',
  },
  {
    name: 'Azure key',
    form: /((?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{42,86}={0,2}/gi,
    source: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
  },
  {
    name: 'Azure client secret',
    form: /(?<![\w~.-])()[\w~.]{3}[0-9]Q~[\w~.-]{31,34}(?![\w~-])/g,
    source: 'https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret',
  },
  {
    name: 'Slack token',
    form: /(?<![A-Za-z0-9])()(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,250}/g,
    source: 'https://docs.slack.dev/authentication/tokens/',
  },
  {
    name: 'Slack webhook',
    form: /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/]{20,150}/g,
    source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
  },
  {
    name: 'Stripe key',
    form: /(?<![A-Za-z0-9])()(?:[rs]k_(?:live|test)_[A-Za-z0-9]{16,200}|whsec_[A-Za-z0-9+/]{24,100})/g,
    source: 'https://docs.stripe.com/keys',
  },
  {
    name: 'registry token',
    form: /(?<![A-Za-z0-9])()(?:npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])|pypi-AgE[\w-]{50,500}|dckr_pat_[\w-]{27,100})/g,
    source: 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
  },
  {
    name: 'API key',
    form: /(?<![A-Za-z0-9])()(?:sk-(?:ant|proj|svcacct)-[\w-]{30,250}|SG\.[\w-]{22}\.[\w-]{43}|hvs\.[\w-]{24,250}|dop_v1_[a-f0-9]{64})/g,
    source: 'https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
  },
  {
    name: 'credentials',
    form: /(\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer|basic|token)\s{1,3})[\w.~+/-]{8,2000}={0,2}/gi,
    source: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
  },
  {
    name: 'password',
    form: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:)[^\s/@<>$*{}[\]]{3,200}(?=@)/gi,
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    name: 'password',
    form: /(\b(?:password|passwd|passphrase|pwd|secret[ _-]?key|client[ _-]?secret|api[ _-]?key|access[ _-]?token)["']?\s{0,3}[:=]\s{0,3}["']?)[^\s"'`,;<>${}[\]()|]{8,200}/gi,
    source: 'https://owasp.org/www-community/vulnerabilities/Use_of_hard-coded_password',
    counts: isRandom,
  },
];

/** In prose `password: forgotten` is none: letters, digits and one more kind of character tell that nobody speaks so. */
function isRandom(match: string): boolean {
  const value = /[^\s:=]+$/.exec(match)?.[0] ?? '';
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  return kinds >= 3 || (kinds === 2 && /[0-9]/.test(value) && value.length >= 24);
}

/** What stands masked in a text, each name once. */
export function maskedIn(text: string): readonly string[] {
  const marks = text.matchAll(/\[masked ([A-Za-z ]{3,30})\]/g);
  return [...new Set([...marks].map(([, name = '']) => name))].filter((name) => names.has(name));
}

const names: ReadonlySet<string> = new Set(shapes.map(({ name }) => name));

/** What was found in a text: the text without it, and what it looks like, each name once. */
export interface Masked {
  readonly text: string;
  readonly found: readonly string[];
}

/** Masks everything in a text that has the shape of a credential. Doing it twice changes nothing. Linear in the text's length. */
export function maskCredentials(text: string): Masked {
  const found = new Set<string>();
  let masked = text;
  for (const { name, form, counts } of shapes) {
    if (masked.length < shortest) break;
    masked = masked.replace(form, (match: string, kept: string) => {
      if (counts && !counts(match.slice(kept.length))) return match;
      found.add(name);
      return `${kept}[masked ${name}]`;
    });
  }
  return { text: masked, found: [...found] };
}

/** No credential is shorter than this with what stands before it. */
const shortest = 12;

/** A text without what has the shape of a credential. */
export function withoutCredentials(text: string): string {
  return maskCredentials(text).text;
}

/** A value of plain data with every text in it masked, and what was found. The same value where nothing was. */
export function maskWithin<Value>(value: Value): { readonly value: Value; readonly found: readonly string[] } {
  const found = new Set<string>();
  const walk = (inner: unknown): unknown => {
    if (typeof inner === 'string') {
      const masked = maskCredentials(inner);
      for (const name of masked.found) found.add(name);
      return masked.text;
    }
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, walk(one)]));
  };
  const masked = walk(value) as Value;
  return found.size === 0 ? { value, found: [] } : { value: masked, found: [...found] };
}
