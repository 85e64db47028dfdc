// The post-mortem's template that a handbook names: one of ours, or a file of the repository.
import type { Handbook } from '../core/handbook.ts';
import { mostBytes } from './bound.ts';
import { folder, own, pathProblem } from './chain.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';

type Files = Readonly<Record<string, string>>;
type Place = Pick<Finding, 'path' | 'of'>;

/** What is wrong with the names of the templates, the one for all, those by severity and by type; none: they are there. */
export function templateFindings(
  { postMortem: { template, templates }, types }: Handbook,
  files: Files,
  ours: readonly string[],
): readonly Finding[] {
  return [
    ...nameFindings(template, { path: ['post-mortem', 'template'], of: 'value' }, files, ours),
    ...Object.entries(templates).flatMap(([severity, name]) =>
      nameFindings(name, { path: ['post-mortem', 'templates', severity], of: 'value' }, files, ours),
    ),
    ...types.flatMap((type) =>
      type.template === null
        ? []
        : nameFindings(type.template, { path: ['types', type.id, 'template'], of: 'value' }, files, ours),
    ),
  ];
}

function nameFindings(template: string, at: Place, files: Files, ours: readonly string[]): readonly Finding[] {
  if (ours.includes(template)) return [];
  if (!/[/.]/.test(template))
    return [{ ...at, what: `There is no template \`${template}\`.`, suggestion: didYouMean(template, ours) }];
  const wrong = pathProblem(template);
  if (wrong) return [{ ...at, ...wrong }];
  const text = own(files, folder + template);
  if (text === undefined) {
    const names = Object.keys(files).map((file) => file.slice(folder.length));
    return [
      {
        ...at,
        what: `There is no file \`${folder}${template}\`.`,
        suggestion: didYouMean(template, [...names, ...ours]),
      },
    ];
  }
  if (text.includes('\0')) {
    return [{ ...at, what: `\`${folder}${template}\` is not text.`, suggestion: 'Save it as UTF-8 text.' }];
  }
  if (new TextEncoder().encode(text).length <= mostBytes) return [];
  return [{ ...at, what: `\`${folder}${template}\` is larger than 96 KiB.`, suggestion: 'Make it shorter.' }];
}
