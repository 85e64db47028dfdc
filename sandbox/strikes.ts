import { getOperationAST, Kind, valueFromASTUntyped } from 'graphql';
import { readDocument } from './graphql/schema.ts';
import type { GraphQLResult } from './graphql.ts';
import type { WireVerdict } from './wire-error.ts';

/** How one mutation document comes to grief. */
export type Blow =
  | {
      readonly kind: 'broken';
      /** Which of its fields are executed all the same: those before the struck one, all others, all. */
      readonly done: 'none' | 'before' | 'others' | 'all';
      /** `errors`: 200 without data; `partial`: 200, the struck field is null and has an error. */
      readonly answer: 'reset' | '502' | '504' | 'errors' | 'partial';
      /** So long looks show the world as it was just before. */
      readonly seconds?: number;
    }
  /** Refused, and so are as many further writes; without `retryAfter` GitHub does not say for how long. */
  | {
      readonly kind: 'limited';
      readonly status: 403 | 429;
      readonly retryAfter: number | null;
      readonly writes: number;
    }
  /** Executed and answered; from then on looks show the world as it was so many seconds ago. */
  | { readonly kind: 'lags'; readonly seconds: number }
  /** Executed and answered; only the next so many looks are that old. */
  | { readonly kind: 'old looks'; readonly seconds: number; readonly looks: number };

/** A blow and the write it is meant for: the `nth` document (from 1) with such a field, or request of such a route. */
export interface Strike {
  readonly blow: Blow;
  readonly nth: number;
  /** Names of mutations, and routes of REST: `PUT /repos/…/pin`. */
  readonly fields: readonly string[];
  /** What the field's input holds, as JSON. */
  readonly holds?: string;
  /** What it does not hold. */
  readonly lacks?: string;
}

/** What came of a document: GitHub's answer if the verdict is fine. */
export interface Carried {
  readonly result: GraphQLResult | null;
  readonly verdict: WireVerdict;
}

/** What comes instead of GitHub's answer. */
export type Lost = Exclude<WireVerdict, { kind: 'fine' }>;

/** What a strike needs of the world: that it can be looked back upon. */
interface StruckWorld {
  remember(seconds: number): void;
  mark(): void;
}

type Broken = Extract<Blow, { kind: 'broken' }>;

const fine: WireVerdict = { kind: 'fine' };
const wrong =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a bug.';

/** One aimed blow: chosen documents meet it, all others go through. There is no chance in it. */
export class Strikes {
  #strike: Strike | null = null;
  #world: StruckWorld | null = null;
  #limits = 0;
  #oldLooks = 0;
  /** Documents that the strike was meant for, so far. */
  met = 0;

  /** @param world it must remember what looks will show */
  aim(strike: Strike, world: StruckWorld): void {
    this.heal();
    this.#strike = strike;
    this.#world = world;
    if (strike.blow.kind === 'lags' || strike.blow.kind === 'old looks') world.remember(strike.blow.seconds);
  }

  heal(): void {
    this.#strike = null;
    this.#limits = 0;
    this.#oldLooks = 0;
    this.met = 0;
  }

  /** The blow has fallen. */
  get fell(): boolean {
    return this.#strike !== null && this.met >= this.#strike.nth;
  }

  /** How many seconds looks are behind for good. */
  get lag(): number {
    const blow = this.#strike?.blow;
    return this.fell && (blow?.kind === 'lags' || blow?.kind === 'broken') ? (blow.seconds ?? 0) : 0;
  }

  /** How many seconds this look is behind; each call counts as one look. */
  behind(): number {
    const blow = this.#strike?.blow;
    if (blow?.kind !== 'old looks' || this.#oldLooks === 0) return this.lag;
    this.#oldLooks -= 1;
    return blow.seconds;
  }

  /** @param run runs the document without the fields of these keys */
  carry(
    { document, variables }: { readonly document: string; readonly variables: Record<string, unknown> },
    run: (skipped: ReadonlySet<string>) => GraphQLResult,
  ): Carried {
    if (this.#limits > 0) return { result: null, verdict: this.#limit() };
    const fields = this.#strike ? fieldsOf(document, variables) : [];
    const at = fields.findIndex((field) => this.#isMeant(field));
    const blow = this.#falls(at >= 0);
    if (!blow || blow.kind === 'lags' || blow.kind === 'old looks') return { result: run(new Set()), verdict: fine };
    if (blow.kind === 'limited') return { result: null, verdict: this.#limit() };
    const keys = fields.map(({ key }) => key);
    return broken(blow, keys, at, run);
  }

  /** The same for a REST request that writes: it is done or not, and has no half answers. @throws what `lost` makes of a verdict */
  carryRest<T>(route: string, parameters: unknown, run: () => T, lost: (verdict: Lost) => T): T {
    if (this.#limits > 0) return lost(this.#limit());
    const blow = this.#falls(this.#isMeant({ name: route, input: JSON.stringify(parameters) }));
    if (!blow || blow.kind === 'lags' || blow.kind === 'old looks') return run();
    if (blow.kind === 'limited') return lost(this.#limit());
    if (blow.done === 'all') run();
    return lost(verdictOf(blow.answer));
  }

  #isMeant({ name, input }: Pick<Written, 'name' | 'input'>): boolean {
    const { fields = [], holds = '', lacks } = this.#strike ?? {};
    return fields.includes(name) && input.includes(holds) && (lacks === undefined || !input.includes(lacks));
  }

  /** The blow, where it falls on this write. */
  #falls(isMeant: boolean): Blow | null {
    if (isMeant) this.met += 1;
    if (!isMeant || !this.#strike || this.met !== this.#strike.nth) return null;
    const { blow } = this.#strike;
    if (blow.kind === 'limited') this.#limits = blow.writes + 1;
    if (blow.kind === 'old looks') this.#oldLooks = blow.looks;
    if (blow.kind === 'broken' && blow.seconds) this.#world?.mark();
    return blow;
  }

  #limit(): Lost {
    const blow = this.#strike?.blow;
    if (blow?.kind !== 'limited') throw new Error('there is no limit');
    this.#limits -= 1;
    return { kind: 'limited', status: blow.status, retryAfter: blow.retryAfter };
  }
}

function verdictOf(answer: Broken['answer']): Lost {
  if (answer === 'reset') return { kind: 'lost' };
  return { kind: 'executed, then 502', status: answer === '504' ? 504 : 502 };
}

function broken(
  { done, answer }: Broken,
  keys: readonly string[],
  at: number,
  run: (skipped: ReadonlySet<string>) => GraphQLResult,
): Carried {
  const skips = { none: keys, before: keys.slice(at), others: keys.slice(at, at + 1), all: [] } as const;
  const result = run(new Set(skips[done]));
  if (answer === 'reset' || answer === '502' || answer === '504') return { result, verdict: verdictOf(answer) };
  if (answer === 'errors') return { result: { ...result, data: null, errors: [{ message: wrong }] }, verdict: fine };
  const key = keys[at]!;
  const errors = result.errors.filter(({ path }) => path?.[0] !== key);
  const spoiled = {
    ...result,
    data: { ...result.data, [key]: null },
    errors: [...errors, { message: wrong, path: [key] }],
  };
  return { result: spoiled, verdict: fine };
}

interface Written {
  readonly key: string;
  readonly name: string;
  readonly input: string;
}

// The fields of a mutation document in their order, each with its input as JSON.
function fieldsOf(text: string, variables: Record<string, unknown>): readonly Written[] {
  const { document } = readDocument(text);
  const operation = document && getOperationAST(document);
  if (operation?.operation !== 'mutation') return [];
  return operation.selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const input = (field.arguments ?? []).map(({ value }) => valueFromASTUntyped(value, variables));
    return [{ key: field.alias?.value ?? field.name.value, name: field.name.value, input: JSON.stringify(input) }];
  });
}
