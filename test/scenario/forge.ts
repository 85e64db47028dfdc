// What somebody makes of a comment of ours who would like to be believed: a part of it changed, or another card in its place.
import type { Comment } from '../../sandbox/world.ts';
import { encodeLedger, type Ledger } from '../../src/core/ledger.ts';
import { mark } from '../../src/core/marker.ts';
import { sealWith } from '../../src/core/seal.ts';
import { commentNamed, Missing, type Place, type Stage } from './stage.ts';
import type { Act } from './story.ts';

type Of<Verb extends Act['verb']> = Extract<Act, { verb: Verb }>;

/** A text with some of it become something else. @throws Missing where what is to be changed does not stand in it */
export function changed({ body }: Pick<Comment, 'body'>, { replace, target }: Of<'change'>): string {
  return Object.entries(replace).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Missing(`"${from}" does not stand in ${target}:\n${text}`);
    return text.replaceAll(from, to);
  }, body);
}

/** The forged text of a card. */
export function forged(stage: Stage, place: Place, comment: Comment, { into }: Of<'forge'>): string {
  const { body, revisions } = comment;
  switch (into) {
    case 'another character':
      return body.replace(/ledger v1 card of (.*)\n(.)/, (_, head: string, first: string) => {
        return `ledger v1 card of ${head}\n${first === 'A' ? 'B' : 'A'}`;
      });
    case 'its first text':
      return `${(revisions.find((revision) => revision.body.includes('sitrep-ledger')) ?? comment).body}\n`;
    case 'a ledger of his own':
      return mark('card', `All is well.\n\n${encodeLedger(ownLedger, stage.issue(place).nodeId, sealWith(null))}`);
    case 'the card of #2':
      return commentNamed(stage, { ...place, number: 2 }, 'card').body;
  }
}

/** Newer than any, with every checksum right that can be computed without our key. */
const ownLedger: Ledger = {
  ...{ block: 'card', revision: 999, records: 0, pinned: true },
  entries: [
    {
      ...{ source: 'form', by: null, saidAt: '2026-03-02T09:00:00Z', order: -1 },
      fact: {
        ...{ kind: 'declared', severity: 'sev-4', assumed: false, backfilled: true, title: 'Nothing to see' },
        handbook: { id: 'workflow-guide', oid: null },
      },
    },
  ],
};
