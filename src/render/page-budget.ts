// What filling in a page may cost: a loop in a loop in a loop, written by people, must not stop the clocks.
import Handlebars from 'handlebars';

/** Fields and blocks inside each block of a page, by where it begins; `''`: in the whole page. */
export type Weights = ReadonlyMap<string, number>;

/**
 * Fields filled in by all loops together, and what they print: three times the longest record with all it can hold, and twice the
 * longest file. Measured: as many take 20 ms of the processor.
 */
const mostFilledIn = 30_000;
const mostCharacters = 400_000;

/**
 * Counts what `each` fills in and prints, and takes away the helper that writes to a log.
 * @returns to be said before a page is filled in, which then throws when its loops print too much
 */
export function bounded(engine: typeof Handlebars): { renew(weights: Weights): void } {
  const { each } = engine.helpers;
  if (!each) throw new Error('Handlebars has no each');
  let filledIn = 0;
  let characters = 0;
  let weights: Weights = new Map();
  const counted =
    (print: Handlebars.TemplateDelegate, weight: number) =>
    (...about: Parameters<Handlebars.TemplateDelegate>): string => {
      filledIn += weight;
      if (filledIn > mostFilledIn) throw new Error('Its loops print too much');
      const text = print(...about);
      characters += text.length;
      if (characters > mostCharacters) throw new Error('Its loops print too much');
      return text;
    };
  engine.unregisterHelper('log');
  engine.registerHelper('each', function (this: unknown, list: unknown, options: Located) {
    const weight = weights.get(keyOf(options.loc)) ?? weights.get('') ?? 1;
    return each.call(this, list, { ...options, fn: counted(options.fn, weight) });
  });
  return {
    renew(of) {
      weights = of;
      filledIn = 0;
      characters = 0;
    },
  };
}

/** Handlebars tells a block helper where its block stands; its types do not. */
type Located = Handlebars.HelperOptions & { readonly loc?: hbs.AST.SourceLocation };

function keyOf(loc: hbs.AST.SourceLocation | undefined): string {
  return loc ? `${loc.start.line}:${loc.start.column}` : '';
}

/** How much each block of a page holds. */
export function weightsOf(tree: hbs.AST.Program): Weights {
  const weighing = new Weighing();
  weighing.accept(tree);
  return weighing.weights.set('', weighing.total + 1);
}

class Weighing extends Handlebars.Visitor {
  readonly weights = new Map<string, number>();
  total = 0;

  override MustacheStatement(): void {
    this.total += 1;
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const before = this.total;
    super.BlockStatement(block);
    this.total += 1;
    this.weights.set(keyOf(block.loc), this.total - before);
  }
}
