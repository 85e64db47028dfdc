// What the App asks GitHub for, from app.yml: the comment behind each line is its reason.
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

export interface Need {
  /** As GitHub calls it: `pull_requests`. */
  readonly permission: string;
  /** `read` or `write`. */
  readonly access: string;
  readonly reason: string;
  /** What happens without it. */
  readonly without: string;
}

export interface Needs {
  readonly permissions: readonly Need[];
  /** Events by name, with what each tells. */
  readonly events: readonly { readonly name: string; readonly tells: string }[];
}

/**
 * The permissions and events of a manifest: of a permission's comment what stands after a semicolon is what happens without it.
 * @throws when one of them has no reason, or a permission does not say what happens without it
 */
export function needsIn(manifest: string): Needs {
  const document = parseDocument(manifest);
  const permissions = document.get('default_permissions');
  const events = document.get('default_events');
  if (!isMap(permissions) || !isSeq(events)) throw new Error('app.yml needs default_permissions and default_events');
  return {
    permissions: permissions.items.map(({ key, value }) => {
      const [, reason, without] = /^([^;]+); (.+)$/.exec(behind(value)) ?? [];
      if (!reason || !without) throw new Error(`app.yml: ${textOf(key)} needs "# reason; what happens without it"`);
      return { permission: textOf(key), access: textOf(value), reason, without };
    }),
    events: events.items.map((event) => {
      const tells = behind(event);
      if (tells === '') throw new Error(`app.yml: ${textOf(event)} has no reason behind it`);
      return { name: textOf(event), tells };
    }),
  };
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

/** The comment behind a value, on its line. */
function behind(node: unknown): string {
  return isScalar(node) ? (node.comment ?? '').trim() : '';
}
