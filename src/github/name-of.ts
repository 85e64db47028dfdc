// The one name of an issue, and of a repository: the keys of everything kept for them.

interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** `owner/name#12`, in lower case. */
export function nameOf({ owner, name, number }: Repository & { readonly number: number }): string {
  return `${owner}/${name}#${number}`.toLowerCase();
}

/** `owner/name`, in lower case. */
export function repositoryNameOf({ owner, name }: Repository): string {
  return `${owner}/${name}`.toLowerCase();
}
