// What a handbook's table says for a severity.

/** Undefined where the table has nothing for it; a key of the prototype is none of its own. */
export function atSeverity<Value>(table: Readonly<Record<string, Value>>, severity: string): Value | undefined {
  return Object.hasOwn(table, severity) ? table[severity] : undefined;
}
