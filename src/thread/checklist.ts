// The checklist comment, printed and read back: the boxes people tick.

import type { ChecklistLine } from '../core/checklist-item.ts';

/** An item as the handbook names it. */
export interface NamedItem {
  readonly id: string;
  readonly text: string;
}

/**
 * One line an item, `- [ ] Service fully restored <!-- item:service-restored -->`, its note in italics behind the text.
 * @param ordered the lines are numbered
 */
export function printChecklist(items: readonly ChecklistLine[], ordered = false): string {
  return items
    .map(({ id, text, done, note }, index) => {
      const said = note === null ? '' : ` — _${oneLine(note)}_`;
      return `${ordered ? `${index + 1}.` : '-'} [${done ? 'x' : ' '}] ${oneLine(text)}${said} <!-- item:${id} -->`;
    })
    .join('\n');
}

/**
 * Which boxes are ticked, by item id. An item's line is known by its hidden id or, where somebody lost that, by its text without
 * regard to case. Lines that are neither are ignored; of two lines of one item the first counts.
 * @param items the handbook's: others are ignored. Without it every hidden id counts, and no line is known by its text.
 */
export function parseChecklist(body: string, items: readonly NamedItem[] = []): Readonly<Record<string, boolean>> {
  const boxes = new Map<string, boolean>();
  const known = { ids: new Set(items.map(({ id }) => id)), texts: byText(items) };
  for (const line of body.split(/\r\n|\n|\r/)) {
    const box = line.length <= 2_000 ? /^\s*(?:[-+*]|\d{1,9}[.)])\s+\[([ xX])\](?:\s+(.*))?$/.exec(line) : null;
    const id = box && itemOf((box[2] ?? '').trim(), known);
    if (id && !boxes.has(id)) boxes.set(id, box[1] !== ' ');
  }
  return Object.fromEntries(boxes);
}

/** The boxes that an edit changed, in the order of the text after it. A line that is new counts as unticked before. */
export function changedItems(
  before: string,
  after: string,
  items: readonly NamedItem[] = [],
): readonly { readonly item: string; readonly done: boolean }[] {
  const was = new Map(Object.entries(parseChecklist(before, items)));
  return Object.entries(parseChecklist(after, items))
    .filter(([item, done]) => (was.get(item) ?? false) !== done)
    .map(([item, done]) => ({ item, done }));
}

/** The item that somebody means: by id, by text, or by a beginning of either that fits one item only; without regard to case. */
export function itemNamed<T extends NamedItem>(word: string, items: readonly T[]): T | null {
  const wanted = oneLine(word).toLowerCase();
  if (wanted === '') return null;
  const hyphened = wanted.replaceAll(' ', '-');
  const whole = items.find((item) => item.id.toLowerCase() === hyphened || plain(item.text) === wanted);
  if (whole) return whole;
  const begun = items.filter(
    (item) => item.id.toLowerCase().startsWith(hyphened) || plain(item.text).startsWith(wanted),
  );
  return begun.length === 1 ? begun[0]! : null;
}

interface KnownItems {
  /** None: every id counts. */
  readonly ids: ReadonlySet<string>;
  /** Ids by text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Of two items of one text the first counts. */
function byText(items: readonly NamedItem[]): ReadonlyMap<string, string> {
  return new Map(items.toReversed().map(({ id, text }) => [plain(text), id]));
}

function itemOf(text: string, { ids, texts }: KnownItems): string | null {
  const id = /<!-- ?item:([\w.-]{1,100}) ?-->/.exec(text)?.[1];
  if (id) return ids.size === 0 || ids.has(id) ? id : null;
  return texts.get(plain(text.split(' — _', 1)[0] ?? '')) ?? null;
}

function plain(text: string): string {
  return oneLine(text).toLowerCase();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
