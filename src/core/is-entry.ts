// Whether something read from a ledger has an entry's shape: what nobody proved can be any JSON.

/**
 * True for what every reader of entries relies on: where it came from, who, when and in which place, and that a fact or refusal has its
 * kind. What the kind asks for beside that is not looked at.
 */
export function isEntry(value: unknown): boolean {
  if (!isTable(value)) return false;
  const { source, by, saidAt, order, at, fact, refusal, masked } = value;
  if (typeof source !== 'string' || !isMoment(saidAt) || !Number.isFinite(order)) return false;
  if (at !== undefined && !isMoment(at)) return false;
  if (masked !== undefined && !Array.isArray(masked)) return false;
  return (
    (by === null || isPerson(by)) &&
    (fact === undefined || (isTable(fact) && typeof fact.kind === 'string' && isPinned(fact))) &&
    (refusal === undefined || (isTable(refusal) && typeof refusal.reason === 'string'))
  );
}

function isPerson(value: unknown): boolean {
  return isTable(value) && typeof value.id === 'string' && typeof value.login === 'string';
}

/** What an incident goes by is read before anything else of its record is. */
function isPinned({ kind, handbook }: Readonly<Record<string, unknown>>): boolean {
  if (kind !== 'declared' && kind !== 'handbook') return true;
  if (!isTable(handbook) || typeof handbook.id !== 'string') return false;
  return isOid(handbook.oid) && (handbook.folder === undefined || isOid(handbook.folder));
}

function isOid(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
