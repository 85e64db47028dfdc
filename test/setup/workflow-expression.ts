// GitHub's own language, as far as our workflows speak it: what an `if:` or `${{ … }}` gives for an event.
// Source: GitHub's "Evaluate expressions in workflows and actions" (operators, loose equality without case, `contains`, `startsWith`).

export type Context = Readonly<Record<string, unknown>>;

/** @throws for what GitHub would refuse, and for what this does not know */
export function evaluate(expression: string, context: Context): unknown {
  const tokens = [...expression.matchAll(token)].map(([text]) => text);
  if (tokens.join('') !== expression.replace(/\s+(?=(?:[^']*'[^']*')*[^']*$)/g, '')) throw new Error('Not understood');
  const reader = new Reader(tokens, context);
  const value = reader.or();
  if (!reader.isOver) throw new Error(`Not understood: ${expression}`);
  return value;
}

/** A text with `${{ … }}` in it. */
export function filledIn(text: string, context: Context): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_whole, expression: string) =>
    textOf(evaluate(expression.trim(), context)),
  );
}

export function isTrue(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== '' && value !== 0;
}

const token = /'(?:[^']|'')*'|\|\||&&|==|!=|[!()[\],.*]|[\w-]+/g;

const functions: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
  contains: (where, what) =>
    Array.isArray(where) ? where.some((one) => isSame(one, what)) : lower(where).includes(lower(what)),
  startsWith: (where, what) => lower(where).startsWith(lower(what)),
  fromJSON: (text) => JSON.parse(textOf(text)),
  format: (text, ...given) => textOf(text).replace(/\{(\d)\}/g, (_whole, at: string) => textOf(given[Number(at)])),
};

class Reader {
  readonly #tokens: string[];
  readonly #context: Context;

  constructor(tokens: readonly string[], context: Context) {
    this.#tokens = [...tokens];
    this.#context = context;
  }

  get isOver(): boolean {
    return this.#tokens.length === 0;
  }

  or(): unknown {
    let value = this.#and();
    while (this.#took('||')) {
      const other = this.#and();
      value = isTrue(value) ? value : other;
    }
    return value;
  }

  #and(): unknown {
    let value = this.#compared();
    while (this.#took('&&')) {
      const other = this.#compared();
      value = isTrue(value) ? other : value;
    }
    return value;
  }

  #compared(): unknown {
    const value = this.#one();
    if (this.#took('==')) return isSame(value, this.#one());
    if (this.#took('!=')) return !isSame(value, this.#one());
    return value;
  }

  #one(): unknown {
    if (this.#took('!')) return !isTrue(this.#one());
    if (this.#took('(')) {
      const value = this.or();
      this.#must(')');
      return value;
    }
    const word = this.#tokens.shift() ?? '';
    if (word.startsWith("'")) return word.slice(1, -1).replaceAll("''", "'");
    if (this.#took('(')) return this.#called(word);
    return this.#path(this.#context[word]);
  }

  #called(name: string): unknown {
    const given: unknown[] = [];
    while (!this.#took(')')) {
      given.push(this.or());
      this.#took(',');
    }
    const called = functions[name];
    if (!called) throw new Error(`There is no function ${name}`);
    return called(...given);
  }

  #path(from: unknown): unknown {
    let value = from;
    while (this.#took('.')) {
      const key = this.#tokens.shift() ?? '';
      if (key === '*') {
        const list = Array.isArray(value) ? value : [];
        return list.map((item) => new Reader(this.#rest(), this.#context).#path(item));
      }
      value = typeof value === 'object' && value !== null ? ((value as Context)[key] ?? null) : null;
    }
    return value ?? null;
  }

  /** What is behind a `*`, for each item; taken from the tokens once. */
  #rest(): readonly string[] {
    this.#kept ??= this.#takePath();
    return this.#kept;
  }
  #kept: readonly string[] | null = null;

  #takePath(): readonly string[] {
    const path: string[] = [];
    while (this.#tokens[0] === '.') path.push(...this.#tokens.splice(0, 2));
    return path;
  }

  #took(word: string): boolean {
    if (this.#tokens[0] !== word) return false;
    this.#tokens.shift();
    return true;
  }

  #must(word: string): void {
    if (!this.#took(word)) throw new Error(`A ${word} is missing`);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase();
  return (one ?? null) === (other ?? null);
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

const lower = (value: unknown) => textOf(value).toLowerCase();
