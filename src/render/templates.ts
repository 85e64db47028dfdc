// The pages the bot lays out: Handlebars texts handed in, compiled strictly, never from what people wrote in issues (decision 11).
import Handlebars from 'handlebars';

/** Pages by name, ready to be filled. */
export interface Templates {
  has(name: string): boolean;
  /**
   * @throws for an unknown name (naming the known ones), for a value that the page asks for and the view lacks, and for a page
   * that goes on for too long.
   */
  render(name: string, view: object): string;
}

/**
 * Compiles pages. A name is the file's path below `templates/`; the endings `.md.hbs` and `.hbs` may stand or be left out
 * (`card`, `post-mortems/workflow-guide.md.hbs`). Values are put in as they are: views hold only quoted text.
 * Filling in is bounded: rows and characters of all loops are counted, and there are no partials, which can call themselves.
 * @throws when a text is not Handlebars, or uses a partial.
 */
export function compileTemplates(texts: Readonly<Record<string, string>>): Templates {
  const engine = Handlebars.create();
  const budget = bounded(engine);
  const pages = new Map<string, Handlebars.TemplateDelegate>();
  for (const [path, text] of Object.entries(texts)) {
    new NoPartials().accept(engine.parse(text));
    pages.set(nameOf(path), engine.compile(text, { strict: true, noEscape: true }));
  }
  return {
    has: (name) => pages.has(nameOf(name)),
    render: (name, view) => {
      const page = pages.get(nameOf(name));
      if (!page) throw new Error(`There is no template "${name}"; known: ${[...pages.keys()].sort().join(', ')}`);
      budget.renew();
      return tidy(page(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }));
    },
  };
}

/** Pages of a repository are written by people: a loop in a loop in a loop must not stop the clocks. */
const mostRows = 20_000;
const mostCharacters = 2_000_000;

/** Counts what `each` prints, and takes away the helper that writes to a log. */
function bounded(engine: typeof Handlebars): { renew(): void } {
  const { each } = engine.helpers;
  if (!each) throw new Error('Handlebars has no each');
  let rows = 0;
  let characters = 0;
  const counted =
    (print: Handlebars.TemplateDelegate) =>
    (...about: Parameters<Handlebars.TemplateDelegate>): string => {
      rows += 1;
      const text = print(...about);
      characters += text.length;
      if (rows > mostRows || characters > mostCharacters) throw new Error('Its loops print too much');
      return text;
    };
  engine.unregisterHelper('log');
  engine.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    return each.call(this, list, { ...options, fn: counted(options.fn) });
  });
  return {
    renew() {
      rows = 0;
      characters = 0;
    },
  };
}

class NoPartials extends Handlebars.Visitor {
  override PartialStatement(): void {
    throw new Error('It uses a partial');
  }
  override PartialBlockStatement(): void {
    throw new Error('It uses a partial');
  }
  override Decorator(): void {
    throw new Error('It uses a decorator');
  }
  override DecoratorBlock(): void {
    throw new Error('It uses a decorator');
  }
}

function nameOf(path: string): string {
  return path.replace(/(?:\.md)?\.hbs$/, '');
}

/** Blocks that printed nothing leave empty lines behind. */
function tidy(page: string): string {
  return `${page.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
