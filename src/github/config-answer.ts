// The shapes in which GitHub answers the documents of config-documents.ts, as far as we read them.

export interface RawEntry {
  readonly name: string;
  readonly mode: number;
  readonly type: string;
  readonly object: {
    readonly text?: string | null;
    readonly isTruncated?: boolean;
    readonly entries?: readonly RawEntry[] | null;
  } | null;
}

export interface RawConfig {
  readonly config: { readonly __typename: string; readonly oid: string; readonly text?: string | null } | null;
  readonly folder: {
    readonly __typename: string;
    readonly oid: string;
    readonly entries?: readonly RawEntry[] | null;
  } | null;
}
