// The reason behind `because`, as a fact keeps it.
import { cut } from './cut.ts';

/** `{because}` with the reason cut to what an entry holds, or nothing where none was said. */
export function reasoned(because: string | null): { readonly because?: string } {
  const reason = because?.trim();
  return reason ? { because: cut(reason) } : {};
}
