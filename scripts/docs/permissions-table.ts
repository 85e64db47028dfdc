// What the App asks GitHub for, from app.yml, as tables.
import { needsIn } from '../../src/setup/needs.ts';
import { table } from './table.ts';

/** The permissions and events of the manifest with the reason of each. @throws as `needsIn` */
export function permissionsTable(manifest: string): string {
  const { permissions, events } = needsIn(manifest);
  const asked = permissions.map(({ permission, access, reason, without }) => [
    `\`${permission}\``,
    access,
    reason,
    without,
  ]);
  const heard = events.map(({ name, tells }) => [`\`${name}\``, tells]);
  return [table(['permission', 'access', 'for', 'otherwise'], asked), table(['event', 'tells that'], heard)].join(
    '\n\n',
  );
}
