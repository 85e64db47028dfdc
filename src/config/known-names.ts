// What a handbook may speak of that does not stand in it.

/** Names that a handbook may speak of, where the caller knows them. */
export interface KnownNames {
  /** Names of all commands; null: not checked. */
  readonly commands: readonly string[] | null;
}
