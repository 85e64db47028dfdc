// Laws about our memory: late words are heard, second cards heal, nobody else's card is believed, and what is written is read.
import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../src/core/entry.ts';
import { decodeLedger, encodeLedger } from '../src/core/ledger.ts';
import { sealWith } from '../src/core/seal.ts';
import { beginWith } from './scenario/engine.ts';
import { rememberedBy, seeCard } from './scenario/look.ts';
import { parseStory } from './scenario/parse.ts';
import { type Played, playStory } from './scenario/player.ts';
import { randomStory, told } from './scenario/random-story.ts';
import { commentsOf, home, ours, type Place } from './scenario/stage.ts';
import type { Story } from './scenario/story.ts';
import { plusSeconds } from './scenario/times.ts';

jest.setTimeout(600_000);
const begin = beginWith(null);
const seed = Number(process.env.LAWS_SEED ?? 2026);
const story = randomStory({ minLength: 3, maxLength: 12 });
const report = parseStory(
  'a report',
  'story: S\npeople: {ada: maintain}\ngiven:\n  - 10:00 rae opens: Down\n    form: {Severity: Sev-2}\n',
);
const first: Place = { ...home, number: 1 };
const play = (each: Story) => playStory(each, { way: 'each', seed: 1, begin, lenient: true });

/** What is remembered of the first issue, and what its card says. */
function memoryOf({ stage, engine }: Played) {
  const issue = stage.issue(first);
  const seen = seeCard(stage, issue, engine.glasses);
  const entries = rememberedBy(stage, issue, engine.glasses.seal);
  return {
    entries,
    text: seen?.text ?? null,
    incident: seen?.incident ?? null,
    labels: issue.labels.map(({ name }) => name),
  };
}

/** Lets a new process pass, a minute later. */
async function passLater({ stage, engine }: Played): Promise<void> {
  stage.world.now = plusSeconds(stage.world.now, 60);
  engine.restart();
  await engine.settle(first);
}

function cardOf({ stage }: Played) {
  const card = ours(stage, stage.issue(first)).find(({ key }) => key === 'card');
  if (!card) throw new Error('there is no card');
  return card.comment;
}

test('late: a comment that GitHub shows late is still heard, and the newest word wins', async () => {
  const levels = fc.shuffledSubarray(['sev-1', 'sev-3', 'sev-4'], { minLength: 3 });
  const property = fc.asyncProperty(levels, fc.nat({ max: 2 }), async (said, late) => {
    const texts = said.flatMap((level) => [`/severity ${level}`, `/note it looks like ${level}`]);
    const played = await play(report);
    const { stage, engine } = played;
    const issue = stage.issue(first);
    let hidden: (typeof issue.timeline)[number] | null = null;
    for (const [index, text] of texts.entries()) {
      stage.world.now = plusSeconds(stage.world.now, 30);
      const comment = stage.person('ada').comment(home, 1, text);
      if (index === late * 2) {
        hidden = comment;
        issue.timeline = issue.timeline.filter((item) => item !== comment);
      }
      await engine.settle(first);
    }
    if (hidden) issue.timeline = [...issue.timeline, hidden].sort(byTime);
    await passLater(played);
    const { entries, incident } = memoryOf(played);
    const heard = entries.flatMap(({ fact }) => (fact?.kind === 'severity' ? [fact.severity] : []));
    expect(heard).toEqual(said);
    expect(incident?.severity.current).toBe(said.at(-1));
    expect(stage.issue(first).labels.map(({ name }) => name)).toContain(said.at(-1));
  });
  await fc.assert(property, { numRuns: 10, seed });
});

function byTime(one: { createdAt: string }, other: { createdAt: string }): number {
  return one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0;
}

test('twins: a second card of ours heals, and nothing is lost', async () => {
  const property = fc.asyncProperty(story, async (each) => {
    const played = await play(each);
    // What time brings by then comes first.
    await passLater(played);
    const before = memoryOf(played);
    played.stage.world.as('sitrep').comment(home, 1, cardOf(played).body);
    await passLater(played);
    const cards = ours(played.stage, played.stage.issue(first)).filter(({ key }) => key === 'card');
    expect([cards.length, told(each)]).toEqual([1, told(each)]);
    expect(memoryOf(played)).toEqual(before);
  });
  await fc.assert(property, { numRuns: 6, seed });
});

test('twins: a second comment of one draft goes, the one that people filled in stays', async () => {
  const drafting = parseStory(
    'a draft',
    [
      ...['story: S', 'handbook: elimu', 'people: {ada: maintain}', 'given:', '  - 10:00 rae opens: Down'],
      ...['    form: {Severity: sev-3}', '  - 10:01 ada: /draft end-of-call', '  - 10:02 ada edits: draft 1'],
      ...['    text: Filled in', ''],
    ].join('\n'),
  );
  const played = await play(drafting);
  const drafts = () => ours(played.stage, played.stage.issue(first)).filter(({ key }) => key === 'draft:1');
  const asDrafted = drafts()[0]?.comment.revisions[0]?.body ?? '';
  played.stage.world.as('sitrep').comment(home, 1, asDrafted);
  expect(drafts()).toHaveLength(2);
  await passLater(played);
  expect(drafts().map(({ comment }) => comment.body)).toEqual(['Filled in']);
});

type Spoof = (played: Played, other: Played, place: number) => void;

const spoofs: Readonly<Record<string, Spoof>> = {
  'a card by somebody else': (played) => {
    played.stage.person('bob').comment(home, 1, cardOf(played).body);
  },
  'an old card pasted in': (played) => {
    const card = cardOf(played);
    const old = card.revisions[0]?.body ?? card.body;
    played.stage.person('bob').editComment(home, card.id, `${old}\n`);
  },
  "another issue's card": (played, other) => {
    played.stage.person('bob').editComment(home, cardOf(played).id, cardOf(other).body);
  },
  'one character of the card changed': (played, _other, place) => {
    const { id, body } = cardOf(played);
    const at = place % body.length;
    const sign = body[at] === 'x' ? 'y' : 'x';
    played.stage.person('bob').editComment(home, id, `${body.slice(0, at)}${sign}${body.slice(at + 1)}`);
  },
  'the checksum computed anew': (played) => {
    const { id } = cardOf(played);
    const forged: Entry = { source: 'form', by: null, saidAt: '2026-03-02T10:00:00Z', order: -1 };
    const { nodeId } = played.stage.issue(first);
    const ledger = encodeLedger(
      { block: 'card', revision: 999, records: 0, pinned: true, entries: [forged] },
      nodeId,
      sealWith(null),
    );
    played.stage.person('bob').editComment(home, id, `${ledger}\n\n<!-- sitrep:card -->`);
  },
};

test.each(Object.keys(spoofs))('spoof: %s is not believed, and the record goes on', async (name) => {
  const property = fc.asyncProperty(story, story, fc.nat(), async (each, another, place) => {
    const [played, other] = [await play(each), await play(another)];
    const before = memoryOf(played);
    spoofs[name]?.(played, other, place);
    played.stage.world.now = plusSeconds(played.stage.world.now, 60);
    played.stage.person('ada').comment(home, 1, '/note the record goes on');
    await passLater(played);
    const after = memoryOf(played);
    const sources = new Set(after.entries.map(({ source }) => source));
    expect(before.entries.filter(({ source }) => !sources.has(source))).toEqual([]);
    expect(after.entries.filter(({ rebuilt }) => rebuilt)).toEqual([]);
    expect(after.incident?.severity).toEqual(before.incident?.severity);
    expect(after.incident?.tenures).toEqual(before.incident?.tenures);
    expect(
      after.incident?.timeline.some(({ fact }) => fact?.kind === 'note' && fact.text === 'the record goes on'),
    ).toBe(true);
    expect(cardOf(played).editor?.login ?? 'sitrep').toBe('sitrep');
    expect(
      commentsOf(played.stage.issue(first)).filter(({ author }) => author.login === 'sitrep').length,
    ).toBeGreaterThan(0);
  });
  await fc.assert(property, { numRuns: 3, seed });
});

test('round trip: what the ledger wrote, the ledger reads, whatever the text', () => {
  const seal = sealWith('secret');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('-->', '<!--', '\u0000', '`'.repeat(9), '\ud800'),
  );
  const entry: fc.Arbitrary<Entry> = fc.record({
    source: fc.string(),
    by: fc.constantFrom(null, { id: 'U_1', login: 'ada', bot: false }),
    saidAt: fc.constant('2026-03-02T10:00:00Z'),
    order: fc.integer(),
    typed: text,
    fact: text.map((note) => ({ kind: 'note', note: 'note', text: note }) as const),
  });
  const property = fc.property(fc.array(entry), fc.nat(), fc.boolean(), text, (entries, revision, pinned, around) => {
    const ledger = { block: 'card', revision, records: 0, pinned, entries };
    const body = `${around.replaceAll('<!--', '')}\n${encodeLedger(ledger, 'I_1', seal)}\r\n\n<!-- sitrep:card -->`;
    expect(decodeLedger(body, 'I_1', seal)).toEqual(JSON.parse(JSON.stringify(ledger)));
    expect(decodeLedger(body, 'I_2', seal)).toBeNull();
    expect(decodeLedger(body, 'I_1', sealWith('other'))).toBeNull();
  });
  fc.assert(property, { seed });
});
