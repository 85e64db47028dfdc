// What happens in a story, by time.
import type { Line, Look, Story } from './story.ts';

/** Lines and looks by time; a look comes after the lines of its minute. */
export function momentsOf(story: Pick<Story, 'given' | 'looks'>): readonly (Line | Look)[] {
  const looks = [...story.looks];
  const due = (line: Line): Look[] => {
    const index = looks.findIndex(({ at }) => at.slice(0, 16) >= line.at.slice(0, 16));
    return looks.splice(0, index < 0 ? looks.length : index);
  };
  return [...story.given.flatMap((line) => [...due(line), line]), ...looks];
}
