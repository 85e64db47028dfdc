// What the App asks GitHub for, from app.yml: each line's comment is its reason.
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { table } from './table.ts';

/**
 * The permissions and events of the manifest with the comment of each.
 * A comment may go on with `Without it: …`: what no longer works then.
 * @throws when one of them has no comment
 */
export function permissionsTable(manifest: string): string {
  const document = parseDocument(manifest);
  const permissions = document.get('default_permissions');
  const events = document.get('default_events');
  if (!isMap(permissions) || !isSeq(events)) throw new Error('app.yml needs default_permissions and default_events');
  // A comment above the first line belongs to the list as a whole in YAML's tree.
  const asked = permissions.items.map(({ key, value }, index) => ({
    name: textOf(key),
    access: textOf(value),
    reason: reasonOf(key, value) || (index === 0 ? clean(permissions.commentBefore) : ''),
  }));
  const heard = events.items.map((item, index) => ({
    name: textOf(item),
    access: 'event',
    reason: reasonOf(item, item) || (index === 0 ? clean(events.commentBefore) : ''),
  }));
  return table(
    ['', 'access', 'for', 'without it'],
    [...asked, ...heard].map(({ name, access, reason }) => {
      if (reason === '') throw new Error(`app.yml: ${name} has no reason behind it`);
      const [reasons = '', without = ''] = reason.split(/\s*Without it:\s*/);
      return [`\`${name}\``, access, reasons, without || '–'];
    }),
  );
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

/** The comment behind a line, else the one above it. */
function reasonOf(key: unknown, value: unknown): string {
  const behind = isScalar(value) ? value.comment : null;
  const above = isScalar(key) ? key.commentBefore : null;
  return clean(behind ?? above);
}

function clean(comment: string | null | undefined): string {
  return (comment ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
}
