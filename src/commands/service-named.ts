// Services by the words people type for them.
import type { Handbook } from '../core/handbook.ts';
import { serviceNamed } from '../core/service.ts';
import type { Fact } from '../core/timeline.ts';
import { meant } from './named.ts';

/** Id of the service that a mistyped word meant, or null. */
export function serviceMeant(word: string, { services }: Handbook): string | null {
  return meant(services, word);
}

/**
 * The fact of the services that a report names: known ones by their id, others as written and marked as unknown, with what was
 * meant. Where the handbook knows no services, each name is as good as another.
 */
export function servicesTold(names: readonly string[], handbook: Handbook): Extract<Fact, { kind: 'services' }> {
  const add = [...new Set(names.map((name) => serviceNamed(handbook.services, name)?.id ?? name))];
  const strange = handbook.services.length === 0 ? [] : add.filter((name) => !serviceNamed(handbook.services, name));
  const unknown = strange.map((name) => ({ name, meant: serviceMeant(name, handbook) }));
  return { kind: 'services', add, remove: [], ...(unknown.length > 0 && { unknown }) };
}
