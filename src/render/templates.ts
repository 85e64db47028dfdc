// The pages the bot lays out: Handlebars texts handed in, compiled strictly, never from what people wrote in issues (decision 11).
import Handlebars from 'handlebars';

/** Pages by name, ready to be filled. */
export interface Templates {
  has(name: string): boolean;
  /** @throws for an unknown name (naming the known ones) and for a value that the page asks for and the view lacks. */
  render(name: string, view: object): string;
}

/**
 * Compiles pages. A name is the file's path below `templates/`; the endings `.md.hbs` and `.hbs` may stand or be left out
 * (`card`, `post-mortems/workflow-guide.md.hbs`). Values are put in as they are: views hold only quoted text.
 * @throws when a text is not Handlebars.
 */
export function compileTemplates(texts: Readonly<Record<string, string>>): Templates {
  const engine = Handlebars.create();
  const pages = new Map<string, Handlebars.TemplateDelegate>();
  for (const [path, text] of Object.entries(texts)) {
    engine.parse(text);
    pages.set(nameOf(path), engine.compile(text, { strict: true, noEscape: true }));
  }
  return {
    has: (name) => pages.has(nameOf(name)),
    render: (name, view) => {
      const page = pages.get(nameOf(name));
      if (!page) throw new Error(`There is no template "${name}"; known: ${[...pages.keys()].sort().join(', ')}`);
      return tidy(page(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }));
    },
  };
}

function nameOf(path: string): string {
  return path.replace(/(?:\.md)?\.hbs$/, '');
}

/** Blocks that printed nothing leave empty lines behind. */
function tidy(page: string): string {
  return `${page.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
