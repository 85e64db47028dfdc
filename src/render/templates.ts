// The pages the bot lays out: Handlebars texts handed in, compiled strictly, never from what people wrote in issues (decision 11).
import Handlebars from 'handlebars';
import { boundPage } from './page-bound.ts';
import { bounded, type Weights, weightsOf } from './page-budget.ts';

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
 * @throws when a text is not Handlebars, is too much to compile, or uses a partial.
 */
export function compileTemplates(texts: Readonly<Record<string, string>>): Templates {
  const engine = Handlebars.create();
  const budget = bounded(engine);
  const pages = new Map<string, { readonly fill: Handlebars.TemplateDelegate; readonly weights: Weights }>();
  for (const [path, text] of Object.entries(texts)) {
    boundPage(text);
    const tree = engine.parse(text);
    new NoPartials().accept(tree);
    pages.set(nameOf(path), {
      fill: engine.compile(text, { strict: true, noEscape: true }),
      weights: weightsOf(tree),
    });
  }
  return {
    has: (name) => pages.has(nameOf(name)),
    render: (name, view) => {
      const page = pages.get(nameOf(name));
      if (!page) throw new Error(`There is no template "${name}"; known: ${[...pages.keys()].sort().join(', ')}`);
      budget.renew(page.weights);
      return tidy(page.fill(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }));
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
