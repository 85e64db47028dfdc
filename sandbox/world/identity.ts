import type { State } from './state.ts';

// Where each kind of number begins. Comments, issues and events are past 2^31 on GitHub, which breaks `databaseId` (a 32-bit Int).
const FIRST: Record<string, number> = {
  U: 1001,
  BOT: 41001,
  O: 2001,
  R: 700001,
  LA: 6000001,
  MI: 8000001,
  I: 2500000001,
  IC: 3000000001,
  PR: 1900000001,
  REA: 250000001,
  E: 17000000001,
  UCE: 1,
  C: 1,
};

// GitHub's node ids begin with the kind, then bytes that mean nothing to us: nobody may take them apart.
const PREFIX: Record<string, string> = {
  U: 'U_kgDO',
  BOT: 'BOT_kgDO',
  O: 'O_kgDO',
  R: 'R_kgDO',
  LA: 'LA_kwDO',
  MI: 'MI_kwDO',
  I: 'I_kwDO',
  IC: 'IC_kwDO',
  PR: 'PR_kwDO',
  REA: 'REA_lATO',
  UCE: 'UCE_lATO',
  C: 'C_kwDO',
};

/** A fresh database id and node id for a kind (`IC`, `I`, …); `prefix` when several kinds share one count (events). */
export function identify(state: State, kind: string, prefix = PREFIX[kind] ?? kind): { id: number; nodeId: string } {
  const id = state.ids[kind] ?? FIRST[kind] ?? 1;
  state.ids[kind] = id + 1;
  return { id, nodeId: nodeIdOf(kind, id, prefix) };
}

/** The node id that belongs to a database id of a kind. */
export function nodeIdOf(kind: string, id: number, prefix = PREFIX[kind] ?? kind): string {
  return prefix + Buffer.from(`${kind}${id * 7 + 3}`).toString('base64url');
}

/** A git reference has no record of its own; its id carries where it is. */
export function referenceId(repositoryNodeId: string, branch: string): string {
  return `REF_kwDO${Buffer.from(`${repositoryNodeId}\nrefs/heads/${branch}`).toString('base64url')}`;
}

/** @returns the repository and branch of a reference id, or null if it is none. */
export function readReferenceId(id: string): { repositoryNodeId: string; branch: string } | null {
  if (!id.startsWith('REF_kwDO')) return null;
  const [repositoryNodeId, name] = Buffer.from(id.slice(8), 'base64url').toString().split('\n');
  if (!repositoryNodeId || !name?.startsWith('refs/heads/')) return null;
  return { repositoryNodeId, branch: name.slice('refs/heads/'.length) };
}
