// What the App asks GitHub for, from app.yml: each line's comment is its reason.
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { table } from './table.ts';

/**
 * The permissions and events of the manifest with the comment of each: its reason and, for a permission, after a semicolon what
 * happens without it.
 * @throws when one of them has no reason, or a permission does not say what happens without it
 */
export function permissionsTable(manifest: string): string {
  const document = parseDocument(manifest);
  const permissions = document.get('default_permissions');
  const events = document.get('default_events');
  if (!isMap(permissions) || !isSeq(events)) throw new Error('app.yml needs default_permissions and default_events');
  const asked = permissions.items.map(({ key, value }) => {
    const [, reason, without] = /^([^;]+); (.+)$/.exec(behind(value)) ?? [];
    if (!reason || !without) throw new Error(`app.yml: ${textOf(key)} needs "# reason; what happens without it"`);
    return [`\`${textOf(key)}\``, textOf(value), reason, without];
  });
  const heard = events.items.map((event) => {
    if (behind(event) === '') throw new Error(`app.yml: ${textOf(event)} has no reason behind it`);
    return [`\`${textOf(event)}\``, behind(event)];
  });
  return [table(['permission', 'access', 'for', 'otherwise'], asked), table(['event', 'tells that'], heard)].join(
    '\n\n',
  );
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

/** The comment behind a value, on its line. */
function behind(node: unknown): string {
  return isScalar(node) ? (node.comment ?? '').trim() : '';
}
