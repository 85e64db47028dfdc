// A digest of the first look: the same while nothing has changed that an incident's line is made of.
import { createHash } from 'node:crypto';
import type { Heads } from './repository-heads.ts';

/**
 * Hex. Every change of an incident that GitHub shows also changes `updatedAt` of the newest, or how many there are; every change of a
 * config its oids.
 */
export function digestOf({ repositories, unreadable, home }: Heads, since: string | null): string {
  const heads = repositories.map(({ id, owner, name, files, labels, total, newest, open, openChanged }) => [
    ...[id, owner, name, labels, total, newest?.id, newest?.updatedAt, open, openChanged],
    ...[files.oid, files.folderOid, files.catalogOid],
  ]);
  const told = [since, heads, [...unreadable], home && [home.files.oid, home.files.folderOid, home.files.catalogOid]];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}
