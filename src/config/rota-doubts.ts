// What a rota holds in spite of and should not: people twice in a row, replacements that replace nobody, contacts that are numbers.
import { isSameLogin, type Layer, type Override, type Rota } from '../oncall/rota.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';
import { overrideTimes } from './override-times.ts';
import type { RotaEntry } from './rota-entry.ts';
import { isReference } from './rota-of.ts';

/** At the paths of the file. */
export function rotaDoubts(
  rota: Rota,
  { contact, overrides }: Pick<RotaEntry, 'contact' | 'overrides'>,
): readonly Finding[] {
  const path = ['rotas', rota.id] as const;
  const there = peopleOf(rota);
  return [
    ...(contact !== null && !isReference(contact) ? [contactDoubt(rota.id, contact)] : []),
    ...rota.layers.flatMap((layer) => inRow(rota.id, layer)),
    ...rota.holidays.flatMap((one, at) => replacing(rota, there, one, [...path, 'holidays', at])),
    ...rota.overrides.flatMap((one, at) => {
      const [place, written] = [[...path, 'overrides', at], overrides[at]];
      const zone = rota.layers.find(({ id }) => id === one.layer)?.zone ?? rota.zone;
      const unclear = written ? overrideTimes(written, zone, place) : [];
      return [...(unclear.length > 0 ? unclear : backwards(one, place)), ...replacing(rota, there, one, place)];
    }),
  ];
}

function contactDoubt(id: string, contact: string): Finding {
  const isNumber = (contact.match(/\d/g) ?? []).length >= 6;
  return {
    path: ['rotas', id, 'contact'],
    of: 'value',
    what: isNumber
      ? `\`rotas.${id}.contact\` holds a number, and numbers do not belong in a repository.`
      : `\`rotas.${id}.contact\` is neither an address nor a team, and is left out.`,
    suggestion: 'Write where it is found: `https://…` or `@org/team`.',
  };
}

/** The last one's turn is followed by the first one's. */
function inRow(id: string, { id: layer, people, turns }: Layer): readonly Finding[] {
  const isTwice = (person: string, at: number): boolean =>
    turns === null
      ? people.findIndex((one) => isSameLogin(one, person)) < at
      : people.length > 1 && isSameLogin(person, people[(at + people.length - 1) % people.length] ?? '');
  return people.flatMap((person, at): readonly Finding[] => {
    if (!isTwice(person, at)) return [];
    const what =
      turns === null
        ? `\`${person}\` stands twice in \`rotas.${id}.layers.${layer}.people\`.`
        : `\`${person}\` has two turns in a row in \`rotas.${id}.layers.${layer}.people\`${at === 0 ? ': after the last one comes the first' : ''}.`;
    const suggestion = 'Take one away, or put somebody between them.';
    return [{ path: ['rotas', id, 'layers', layer, 'people', at], of: 'value', what, suggestion }];
  });
}

function backwards({ from, until }: Override, path: Finding['path']): readonly Finding[] {
  if (from < until) return [];
  const suggestion = 'Write an `until` that comes after `from`.';
  return [
    { path: [...path, 'until'], of: 'value', what: 'This ends before it begins, and replaces nobody.', suggestion },
  ];
}

/** Everybody who may ever be on call, in small letters. */
function peopleOf({ layers, overrides, holidays }: Rota): ReadonlySet<string> {
  const logins = [...layers.map(({ people }) => people), ...[...holidays, ...overrides].map(({ who }) => who)].flat();
  return new Set(logins.map((login) => login.toLowerCase()));
}

const mostNames = 100;

function replacing(
  { layers }: Rota,
  there: ReadonlySet<string>,
  { layer, insteadOf, who }: Pick<Override, 'layer' | 'insteadOf' | 'who'>,
  path: Finding['path'],
): readonly Finding[] {
  const ids = layers.map(({ id }) => id);
  if (layer !== null && !ids.includes(layer)) {
    const what = `There is no layer \`${layer}\` here, so nobody is replaced.`;
    return [{ path: [...path, 'layer'], of: 'value', what, suggestion: didYouMean(layer, ids) }];
  }
  if (insteadOf !== null && !there.has(insteadOf.toLowerCase())) {
    const what = `\`${insteadOf}\` is never on call here, so nobody is replaced.`;
    const suggestion = didYouMean(insteadOf, [...there].slice(0, mostNames));
    return [{ path: [...path, 'instead-of'], of: 'value', what, suggestion }];
  }
  if (layer !== null || insteadOf !== null || who.length === 0 || ids.length < 2) return [];
  const what = 'This puts the same people into every layer, so that nobody is left to be called second.';
  const suggestion = `Write \`layer: ${ids[0]}\`, or whom they replace under \`instead-of\`.`;
  return [{ path: [...path, 'who'], of: 'key', what, suggestion }];
}
