// Where a key or value stands in a YAML tree.
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

export type Node = ParsedNode | null;
/** One step of a path: a map's key or a list's index. */
export type Step = string | number;

/**
 * The offset of what a path names; where the tree ends before the path does, of the last thing that is there.
 * @returns `depth`: how many steps of the path were there
 */
export function placeIn(root: Node, path: readonly Step[], of: 'key' | 'value'): { offset: number; depth: number } {
  let node: Node = root;
  let offset = root?.range?.[0] ?? 0;
  let depth = 0;
  for (const step of path) {
    const found: { key: Node; value: Node } | null = child(node, step);
    if (!found) break;
    depth += 1;
    node = found.value;
    const whole = depth === path.length;
    const shown: Node = whole && of === 'value' && node ? node : found.key;
    offset = shown?.range?.[0] ?? offset;
  }
  return { offset, depth };
}

function child(node: Node, step: Step): { key: Node; value: Node } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node;
    return item === undefined ? null : { key: item, value: item };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(step));
  return pair ? { key: pair.key as Node, value: pair.value as Node } : null;
}
