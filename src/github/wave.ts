// One mutation document of a pass: sent, and its answer read effect by effect.
import type { Effect } from '../core/effect.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { GitHub, GraphQLAnswer } from './client.ts';
import { type Ids, type Mutation, mutationDocument, mutationOf } from './mutations.ts';

/** GitHub said no to one effect; the next pass looks again. */
export interface Fault {
  readonly effect: Effect;
  readonly message: string;
  readonly type: string | null;
}

/** What GitHub made for us in this pass. */
export interface Created {
  readonly comments: readonly {
    readonly key: string;
    readonly id: string;
    readonly number: string;
    readonly url: string;
  }[];
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  readonly pull: { readonly id: string; readonly number: number; readonly url: string } | null;
  readonly issues: readonly {
    readonly key: string;
    readonly id: string;
    readonly number: number;
    readonly url: string;
  }[];
}

/** What earlier documents of the pass made or found. */
export interface Found {
  readonly created: Created;
  readonly originals: ReadonlyMap<number, string>;
  /** An effect with what GitHub named in this pass in its text; null: that is not there. */
  readonly fill: (effect: Effect) => Effect | null;
}

/** What one document did. */
export interface Wave {
  readonly requests: number;
  readonly faults: readonly Fault[];
  readonly created: Created;
}

/** Sends effects as one document (none: nothing is sent) and reads what came of each. */
export async function sendWave(
  github: GitHub,
  snapshot: Snapshot,
  effects: readonly Effect[],
  found: Found,
): Promise<Wave> {
  const ids = idsOf(snapshot, found);
  const pairs = effects.map((effect) => {
    const told = found.fill(effect);
    return [effect, told && mutationOf(told, snapshot, ids)] as const;
  });
  const missing = pairs.filter(([, mutation]) => mutation === null).map(([effect]) => lacking(effect));
  const sent = pairs.filter((pair): pair is readonly [Effect, Mutation] => pair[1] !== null);
  if (sent.length === 0) return { requests: 0, faults: missing, created: found.created };
  const { document, variables } = mutationDocument(sent.map(([, mutation]) => mutation));
  const answer = await github.graphql(document, variables);
  const done = sent.map(([effect]) => effect);
  return {
    requests: 1,
    faults: [...missing, ...faultsOf(done, answer)],
    created: createdBy(done, answer, found.created),
  };
}

function idsOf(snapshot: Snapshot, { created, originals }: Found): Ids {
  const labels = new Map([...snapshot.labels, ...created.labels].map(({ id, name }) => [name.toLowerCase(), id]));
  return {
    label: (name) => labels.get(name.toLowerCase()),
    comment: (key) => created.comments.find((comment) => comment.key === key)?.id,
    pull: created.pull?.id,
    original: (number) => originals.get(number),
  };
}

function lacking(effect: Effect): Fault {
  return { effect, message: `What "${effect.kind}" needs is not there`, type: null };
}

/** An error with a path belongs to its effect; one without belongs to the document: then nothing was done. */
function faultsOf(effects: readonly Effect[], { data, errors }: GraphQLAnswer): readonly Fault[] {
  return errors.flatMap(({ message, type = null, path }) => {
    const alias = path?.[0];
    const effect = typeof alias === 'string' ? effects[Number(alias.slice(1))] : undefined;
    if (effect) return [{ effect, message, type }];
    return data ? [] : effects.map((one) => ({ effect: one, message, type }));
  });
}

interface RawPayload {
  readonly commentEdge?: { readonly node: { id: string; fullDatabaseId: string | number; url: string } } | null;
  readonly label?: { readonly id: string; readonly name: string } | null;
  readonly issue?: { readonly id: string; readonly number: number; readonly url: string } | null;
  readonly pullRequest?: { readonly id: string; readonly number: number; readonly url: string } | null;
}

function createdBy(effects: readonly Effect[], { data }: GraphQLAnswer, before: Created): Created {
  const payloads = effects.map(
    (effect, index) => [effect, data?.[`e${index}`] as RawPayload | null | undefined] as const,
  );
  const comments = payloads.flatMap(([effect, payload]) => {
    const node = payload?.commentEdge?.node;
    if (effect.kind !== 'create-comment' || !node) return [];
    return [{ key: effect.key, id: node.id, number: String(node.fullDatabaseId), url: node.url }];
  });
  const issues = payloads.flatMap(([effect, payload]) =>
    effect.kind === 'open-issue' && payload?.issue ? [{ key: effect.key, ...payload.issue }] : [],
  );
  return {
    issues: [...before.issues, ...issues],
    comments: [...before.comments, ...comments],
    labels: [...before.labels, ...payloads.flatMap(([, payload]) => payload?.label ?? [])],
    pull: payloads.map(([, payload]) => payload?.pullRequest).find(Boolean) ?? before.pull,
  };
}
