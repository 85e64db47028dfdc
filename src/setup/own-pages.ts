// The team's own copies of a handbook's post-mortem pages, below `.github/sitrep/`.
import type { Handbook } from '../core/handbook.ts';
import { configFolder } from '../github/config-files.ts';
import type { Shipped } from '../shipped.ts';
import type { WantedFile } from './put-files.ts';

export interface OwnPages {
  /** What a config says to use them: `template`, and where severities differ `templates`; null: there is nothing to copy. */
  readonly named: Readonly<Record<string, unknown>> | null;
  readonly files: readonly WantedFile[];
}

/** Copies of the pages that came with us and that the handbook names; a file of the team's own is no copy. */
export function ownPages({ postMortem }: Handbook, { templates }: Shipped): OwnPages {
  const textOf = (template: string) => templates[`post-mortems/${template}.md.hbs`];
  const all = [...new Set([postMortem.template, ...Object.values(postMortem.templates)])];
  const names = new Map(
    all
      .filter((template) => textOf(template) !== undefined)
      .map((template) => [
        template,
        template === postMortem.template ? 'post-mortem.md.hbs' : `post-mortem-${template}.md.hbs`,
      ]),
  );
  const template = names.get(postMortem.template);
  const bySeverity = Object.entries(postMortem.templates).flatMap(([severity, page]) =>
    names.has(page) ? [[severity, names.get(page)]] : [],
  );
  const named = {
    ...(template === undefined ? {} : { template }),
    ...(bySeverity.length === 0 ? {} : { templates: Object.fromEntries(bySeverity) }),
  };
  return {
    named: names.size === 0 ? null : named,
    files: [...names].map(([page, name]) => ({ path: `${configFolder}/${name}`, text: textOf(page) ?? '' })),
  };
}
