// When even the fewest passes need one: before whatever would come out differently had Sitrep looked before.
import { commentsOf, type Stage } from './stage.ts';
import type { Act, Line } from './story.ts';

/**
 * Whether Sitrep must have passed before a line, however few passes are made: the line touches something that Sitrep
 * makes, or something that a pass would make it a no-op, or changes who may say what.
 * @param dirty something happened since the last pass.
 */
export function needsPass(stage: Stage, line: Line, dirty: boolean): boolean {
  const { act } = line;
  if (dirty && awaitsQueue(stage)) return true;
  switch (act.verb) {
    case 'comment':
      return /^\s*\/(?:sitrep\s+)?(?:undo|redact)\b/im.test(act.text);
    case 'push':
      return Object.keys(act.files).some((path) => path.startsWith('.github/sitrep'));
    case 'react':
      return !stage.names.has(act.target) || isIdle(stage, line);
    case 'label':
    case 'unlabel':
    case 'assign':
    case 'unassign':
    case 'retitle':
    case 'close':
    case 'reopen':
    case 'open':
    case 'open-pull':
      return dirty || isIdle(stage, line);
    default:
      return true;
  }
}

/** Somebody asked how all incidents stand, and nobody answered yet: the answer is of that moment. */
function awaitsQueue(stage: Stage): boolean {
  const { app } = stage.world.state;
  const comments = stage.issues().flatMap(({ place }) => commentsOf(stage.issue(place)));
  return comments.some(
    ({ author, body, reactions }) =>
      author !== app && /^\s*\/(?:sitrep\s+)?queue\b/im.test(body) && !reactions.some(({ by }) => by === app),
  );
}

/** Whether GitHub would do nothing now: the label is there already, the issue is closed already. */
function isIdle(stage: Stage, line: Line): boolean {
  const { act } = line;
  if (act.verb === 'open' || act.verb === 'open-pull') return false;
  const issue = stage.issue(stage.place(line.issue));
  const held = (
    list: readonly { name?: string; login?: string }[],
    wanted: readonly string[],
    there: boolean,
  ): boolean => {
    const names = list.map(({ name, login }) => (name ?? login ?? '').toLowerCase());
    return wanted.some((each) => names.includes(each.toLowerCase()) === there);
  };
  switch (act.verb) {
    case 'label':
    case 'unlabel':
      return held(issue.labels, act.names, act.verb === 'label');
    case 'assign':
    case 'unassign':
      return held(issue.assignees, act.logins, act.verb === 'assign');
    case 'retitle':
      return issue.title === act.title;
    case 'close':
      return issue.state === 'closed';
    case 'reopen':
      return issue.state === 'open';
    case 'react':
      return hasReacted(stage, line, act);
    default:
      return false;
  }
}

function hasReacted(stage: Stage, line: Line, act: Act & { verb: 'react' }): boolean {
  const named = stage.names.get(act.target);
  if (named?.kind !== 'comment') return false;
  const comment = commentsOf(stage.issue(stage.place(named.issue))).find(({ id }) => id === named.id);
  return comment?.reactions.some(({ by }) => by.login === line.who) ?? false;
}
