// The milestones a story begins with: `{title, due}` each, the due date a time of the story.
import type { NewMilestone } from './story.ts';
import { storyTime } from './times.ts';
import type { Placed, YamlReader } from './yaml-node.ts';

/** Reads `milestones`. */
export function readMilestones(reader: YamlReader, place: Placed | undefined): readonly NewMilestone[] {
  if (!place) return [];
  return reader.items(place, 'milestones').map((item) => {
    const entries = reader.entries(item, 'a milestone');
    for (const { key, value } of entries) {
      if (key !== 'title' && key !== 'due') reader.fail(value, `unknown key "${key}" in a milestone`);
    }
    const named = (name: string): Placed | undefined => entries.find(({ key }) => key === name)?.value;
    const title = named('title') ?? reader.fail(item, 'a milestone needs "title"');
    const due = named('due');
    const text = due ? reader.text(due, 'due') : null;
    const at = text === null ? null : (storyTime(text) ?? reader.fail(due!, `"${text}" is no time`));
    return { title: reader.needed(title, 'title'), due: at };
  });
}
