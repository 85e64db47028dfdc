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

interface RawFile {
  readonly __typename: string;
  readonly oid: string;
  readonly text?: string | null;
}

export interface RawConfig {
  readonly config: RawFile | null;
  readonly folder: {
    readonly __typename: string;
    readonly oid: string;
    readonly entries?: readonly RawEntry[] | null;
  } | null;
  readonly catalog: RawFile | null;
}
