// What one process knows of the configs of repositories.

/** Login and time (ISO UTC) of the last commit on the config's files; null where GitHub does not tell. */
export interface ConfigChange {
  readonly by: string | null;
  readonly at: string | null;
}

/** `.github/sitrep.yml`, everything under `.github/sitrep/`, and the service catalog, at one commit. */
export interface ConfigFiles {
  /** Blob oid of `.github/sitrep.yml`; null when there is no such file. */
  readonly oid: string | null;
  readonly text: string | null;
  /** Tree oid of `.github/sitrep/`; null when there is no such folder. */
  readonly folderOid: string | null;
  /** Texts of regular files by path from the repository's root, e.g. `.github/sitrep/ours.yml`. */
  readonly files: Readonly<Record<string, string>>;
  /** Blob oid and text of `catalog-info.yaml` (Backstage); null when there is no such file. It tells who owns what now: never pinned. */
  readonly catalogOid: string | null;
  readonly catalog: string | null;
}

/** What one process knows of configs; the caller owns it. Keys are the repository's `owner/name`. */
export interface ConfigCache {
  readonly newest: Map<string, ConfigFiles>;
  readonly texts: Map<string, string>;
  /** Who changed a version of the files last, by its oids. */
  readonly changes: Map<string, ConfigChange>;
  /** Files of a folder by its tree's oid. */
  readonly folders: Map<string, ConfigFiles['files']>;
}

export function emptyConfigCache(): ConfigCache {
  return { newest: new Map(), texts: new Map(), changes: new Map(), folders: new Map() };
}
