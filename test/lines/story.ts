// The line of an incident that a story tells, as a reader of its card would write it.
import type { Issue } from '../../sandbox/world.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import { type LineIssue, lineOf } from '../../src/lines/line-of.ts';
import { beginWith } from '../scenario/engine.ts';
import { type SeenCard, seeCard } from '../scenario/look.ts';
import { parseStory } from '../scenario/parse.ts';
import { type Played, playStory } from '../scenario/player.ts';
import type { Story } from '../scenario/story.ts';

/** Day one at a time. */
export function on(time: string): string {
  return `2026-03-02T${time}:00Z`;
}

/** An issue of the sandbox as GitHub would show it. */
export function lineIssueOf(issue: Issue): LineIssue {
  const { repository, number, title, state, reason, closedAt, createdAt, author, labels } = issue;
  return {
    ...{ repository: `${repository.owner.login}/${repository.name}`, number, title, state, closedAt },
    url: `https://github.com/${repository.owner.login}/${repository.name}/issues/${number}`,
    reason: reason === 'reopened' ? null : reason,
    at: createdAt,
    by: { id: author.nodeId, login: author.login, bot: author.kind === 'Bot' },
    labels: labels.map(({ name }) => name),
  };
}

/** Every issue of a played story's world that has a card of ours, with what it remembers. */
export function cardsOf({ stage, engine }: Played): readonly { readonly issue: Issue; readonly card: SeenCard }[] {
  return stage.issues().flatMap(({ place }) => {
    const issue = stage.issue(place);
    const card = seeCard(stage, issue, engine.glasses);
    return card ? [{ issue, card }] : [];
  });
}

/** The lines that a story leaves. @throws when its words were not understood as it says */
export async function linesOf(story: Story): Promise<readonly IncidentLine[]> {
  const played = await playStory(story, { way: 'each', seed: 1, begin: beginWith(null) });
  const wrong = played.differences.map(
    ({ line, path, expected, actual }) => `${line} ${path}: ${expected} / ${actual}`,
  );
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return cardsOf(played).map(({ issue, card }) => lineOf(lineIssueOf(issue), card, card.handbook));
}

/** The one line of a story that is told as a scenario's text. */
export async function lineOfStory(text: string): Promise<IncidentLine> {
  const [line, ...more] = await linesOf(parseStory('a story', text));
  if (!line || more.length > 0) throw new Error('A story of one incident was meant');
  return line;
}
