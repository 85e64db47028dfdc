// Acts on the world: what a line does to GitHub, by whom it says.
import { deleteIssue } from '../../sandbox/acts/delete-issue.ts';
import { renameBranch, setArchived } from '../../sandbox/acts/house.ts';
import { Refusal } from '../../sandbox/refusal.ts';
import { repositoryFor } from '../../sandbox/world/find.ts';
import type { Person } from '../../sandbox/world.ts';
import { openedMarkOf } from '../../src/core/opened-issue.ts';
import { changed, forged } from './forge.ts';
import { playPull, pullOf, pullsOf } from './play-pull.ts';
import { commentNamed, home, type Place, type Stage } from './stage.ts';
import { type Act, type Line, NotAScenario } from './story.ts';
import { toggled } from './tick.ts';

/**
 * Does what a line says. `fail` and `down` are not for the world: they are left to the wire.
 * @throws NotAScenario where GitHub itself refuses and the line does not say `refused: true`, or the other way round;
 * Missing where the line needs something that Sitrep should have made.
 */
export function play(stage: Stage, line: Line, file: string): void {
  try {
    perform(stage, line);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (line.refused) return;
    throw new NotAScenario(file, line.line, `GitHub itself says no to "${line.sentence}": ${error.message}`);
  }
  if (line.refused) throw new NotAScenario(file, line.line, `GitHub lets "${line.sentence}" happen, it is not refused`);
}

function perform(stage: Stage, line: Line): unknown {
  const { act } = line;
  if (act.verb === 'fail' || act.verb === 'down') return null;
  if (act.verb === 'become') return stage.replaceApp(act.login);
  const person = stage.person(line.who);
  if (act.verb === 'open') return open(stage, person, act, line.as);
  if (act.verb === 'push') return person.push(home, { ...act.files });
  if (act.verb === 'set-label' || act.verb === 'archive' || act.verb === 'rename-branch')
    return inSettings(person, act);
  if (act.verb === 'permit') return permit(stage, line.who, act.access);
  if (act.verb === 'call') return stage.world.renameUser(line.who, act.login);
  if ('branch' in act) return playPull(stage, person, act);
  const place = stage.place(line.issue);
  if (act.verb === 'transfer') return transfer(stage, person, place, line, act);
  if ('target' in act) return onText(stage, person, place, act);
  return onIssue(stage, person, place, line, act);
}

type Setting = Extract<Act, { verb: 'set-label' | 'archive' | 'rename-branch' }>;

/** What is done on the pages of the repository's settings. */
function inSettings(person: Person, act: Setting): unknown {
  if (act.verb === 'set-label') {
    if (act.to === null) return person.deleteLabel(home, act.name);
    return person.updateLabel(home, act.name, { name: act.to });
  }
  const repository = repositoryFor(person.doer, home);
  if (act.verb === 'archive') return setArchived(person.doer, repository, act.archived);
  return renameBranch(person.doer, repository, act.from, act.to);
}

function open(stage: Stage, person: Person, act: Act & { verb: 'open' }, as: string | null): unknown {
  const { title, body, labels } = act;
  // The form's own label was made when the form was set up: GitHub makes none for whoever fills it in.
  if (act.byForm) for (const label of labels) makeLabel(stage, label);
  const { number } = person.openIssue(home, { title, body, labels, template: act.byForm });
  return as === null ? number : stage.names.set(as, { kind: 'report', issue: number });
}

function makeLabel(stage: Stage, name: string): void {
  const known = stage.world.repository(home.owner, home.name)?.labels ?? [];
  if (known.some((label) => label.name.toLowerCase() === name.toLowerCase())) return;
  stage.world.as('acme').createLabel(home, { name, color: 'd73a4a' });
}

function permit(stage: Stage, login: string, access: (Act & { verb: 'permit' })['access']): unknown {
  if (access === 'gone') return stage.world.removeUser(login);
  if (access === 'member') return stage.world.addMember(home.owner, login);
  return stage.world.setPermission(home, login, access === 'bot' ? 'none' : access);
}

function transfer(stage: Stage, person: Person, place: Place, line: Line, act: Act & { verb: 'transfer' }): unknown {
  const target = { owner: act.owner, name: act.name };
  if (!stage.world.repository(act.owner, act.name)) stage.addRepository(target, { 'README.md': `# ${act.name}\n` });
  stage.welcome(line.who, target);
  const from = stage.issue(place);
  const to = person.transfer(place, place.number, target);
  return stage.move(line.issue ?? stage.issues()[0]?.number ?? place.number, from, to, {
    ...target,
    number: to.number,
  });
}

type OnText = Extract<Act, { target: string }>;

function onText(stage: Stage, person: Person, place: Place, act: OnText): unknown {
  const named = stage.names.get(act.target);
  const report = act.target === 'report' ? place : named?.kind === 'report' ? stage.place(named.issue) : null;
  if (report) return onReport(stage, person, report, act);
  const at = named ? stage.place(named.issue) : place;
  const comment = commentNamed(stage, place, act.target);
  const { id } = comment;
  if (act.verb === 'edit') return person.editComment(at, id, act.text);
  if (act.verb === 'change' || act.verb === 'forge')
    return person.editComment(
      at,
      id,
      act.verb === 'change' ? changed(comment, act) : forged(stage, place, comment, act),
    );
  if (act.verb === 'react') return person.react(at, id, act.emoji);
  return act.verb === 'delete' ? person.deleteComment(at, id) : person.minimise(at, id);
}

function onReport(stage: Stage, person: Person, place: Place, act: OnText): unknown {
  if (act.verb === 'edit') return person.editBody(place, place.number, act.text);
  if (act.verb === 'change') return person.editBody(place, place.number, changed(stage.issue(place), act));
  if (act.verb === 'react') return person.react(place, stage.issue(place).nodeId, act.emoji);
  throw new Refusal(422, 'UNPROCESSABLE', `an issue's body cannot be ${act.verb}d`);
}

function onIssue(stage: Stage, person: Person, place: Place, line: Line, act: Act): unknown {
  const { number } = place;
  switch (act.verb) {
    case 'comment': {
      const { id } = person.comment(place, number, withLinks(act.text, stage, place));
      if (line.as !== null) stage.names.set(line.as, { kind: 'comment', issue: storyNumber(stage, line), id });
      return id;
    }
    case 'label':
      return person.addLabels(place, number, act.names);
    case 'unlabel':
      return person.removeLabels(place, number, act.names);
    case 'assign':
      return person.assign(place, number, act.logins);
    case 'unassign':
      return person.unassign(place, number, act.logins);
    case 'retitle':
      return person.retitle(place, number, act.title);
    case 'close':
      return person.close(place, number, act.reason);
    case 'reopen':
      return person.reopen(place, number);
    case 'lock':
      return person.lock(place, number);
    case 'unlock':
      return person.unlock(place, number);
    case 'remove':
      deleteIssue(person.doer, stage.issue(place), act.discussion);
      return stage.gone.push(place);
    case 'tick':
    case 'untick': {
      const { id, body } = commentNamed(stage, place, 'checklist');
      return person.editComment(place, id, toggled(body, act.item, act.verb === 'tick'));
    }
  }
}

/** `{link c1}` in people's words is the address of that comment, also where it was deleted. */
function withLinks(text: string, stage: Stage, place: Place): string {
  return text.replace(/\{link ([^{}]+)\}/g, (_, target: string) => {
    const issue = `https://github.com/${place.owner}/${place.name}/issues/${place.number}`;
    if (target === 'report') return issue;
    const named = stage.names.get(target);
    const id = named?.kind === 'comment' ? named.id : commentNamed(stage, place, target).id;
    return `${issue}#issuecomment-${id}`;
  });
}

function storyNumber(stage: Stage, line: Line): number {
  return line.issue ?? stage.issues()[0]?.number ?? 1;
}

/** The incident beside which we opened an issue. */
function incidentOf(stage: Stage, place: Place): readonly Place[] {
  const number = openedMarkOf(stage.find(place)?.body ?? '')?.incident.number;
  return stage.issues().flatMap((issue) => (issue.number === number ? [issue.place] : []));
}

/** What is about no issue in particular. */
const everywhere: ReadonlySet<Act['verb']> = new Set([
  'push',
  'permit',
  'call',
  'open',
  'set-label',
  'archive',
  'rename-branch',
  'remove',
  'become',
] as const);

/** The issues and pull requests a line is about, by where they are now: its own, the one whose post-mortem it touches, and its pull requests. */
export function placesOf(stage: Stage, line: Line): readonly Place[] {
  const all = [...stage.issues().map(({ place }) => place), ...stage.gone];
  const { act } = line;
  if (everywhere.has(act.verb) || all.length === 0) return all;
  if (!('branch' in act)) {
    const named = 'target' in act ? stage.names.get(act.target) : undefined;
    const place = stage.place(named?.issue ?? line.issue);
    return [place, ...incidentOf(stage, place)];
  }
  const number = Number(/^post-mortem\/(\d+)/.exec(act.branch)?.[1]);
  const keyworded = pullOf(stage, act.branch)?.body.matchAll(/#(\d+)/g) ?? [];
  const numbers = new Set([number, ...[...keyworded].map(([, text]) => Number(text))]);
  const pulls = pullsOf(stage).filter(({ pull }) => pull.headBranch === act.branch);
  return [
    ...stage.issues().flatMap((issue) => (numbers.has(issue.number) ? [issue.place] : [])),
    ...pulls.map(({ number }) => ({ ...home, number })),
  ];
}
