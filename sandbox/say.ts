// `npm run say -- ada 3 "/role scribe"`: takes part in the sandbox that `npm run demo` left running, or lets time pass there, and
// shows what came of it.
import { cardOf, sitrep, visible } from './demo/comes-true.ts';
import { newest } from './demo/play.ts';
import { print } from './demo/print.ts';
import { runningSandbox } from './demo/running.ts';
import { atRest } from './say/at-rest.ts';
import { type Doors, doorsOf, GitHubSaysNo } from './say/doors.ts';
import { letPass, longestWait } from './say/let-pass.ts';
import { type Doing, type Looking, readWords, type Waiting } from './say/read-words.ts';
import { whatCame } from './say/what-came.ts';
import type { Dump } from './world/dump.ts';

const usage = `npm run say -- WHO NUMBER TEXT      e.g. npm run say -- ada 3 "/role scribe"
npm run say -- WHO open TITLE       files an incident report
npm run say -- WHO NUMBER close     closes the issue by hand
npm run say -- WHO NUMBER tick ITEM ticks a box of the checklist
npm run say -- card NUMBER          shows the status card
npm run say -- wait TIME            lets time pass and shows what comes by itself, e.g. npm run say -- wait 30m
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === '--help' || args[0] === '-h') {
    process.stdout.write(usage);
    return 0;
  }
  const wish = readWords(args);
  if (!wish) {
    process.stderr.write(usage);
    return 2;
  }
  const url = runningSandbox();
  if (!url) return complain('No sandbox is running here. Start one in another terminal: npm run demo');
  try {
    const doors = doorsOf(url);
    if (wish.kind === 'wait') return await wait(doors, wish);
    return wish.kind === 'card' ? await showCard(doors, wish) : await takePart(doors, wish);
  } catch (error) {
    if (error instanceof GitHubSaysNo) return complain(`GitHub says no: ${error.message}`);
    return complain('The sandbox does not answer (any more). Start it in another terminal: npm run demo');
  }
}

async function showCard(doors: Doors, { number }: Looking): Promise<number> {
  const world = await doors.world();
  const wrong = noSuchIssue(world, number);
  if (wrong) return complain(wrong);
  print(visible(cardOf(world, number)) || `#${number} has no status card.`);
  return 0;
}

async function takePart(doors: Doors, { who, number, act }: Doing): Promise<number> {
  const [before, people] = await Promise.all([doors.world(), doors.people()]);
  const wrong = people.includes(who) ? null : `There is nobody called ${who} here: ${people.join(', ')}.`;
  const complaint = wrong ?? (number === null ? null : noSuchIssue(before, number));
  if (complaint) return complain(complaint);
  const made = await doors.act(who, act);
  const { seen, calm } = await atRest(doors);
  const issue = number ?? newest(seen);
  if (number === null) print(`${who} filed #${issue}.`);
  const came = whatCame(before, seen, issue);
  const reaction = act.act === 'comment' ? await reactionTo(doors, issue, made) : null;
  if (reaction) print(reaction);
  else if (came.length === 0) print('Nothing came of it: Sitrep found nothing to do.');
  for (const paragraph of came) print(`\n${paragraph}`);
  if (!calm) print('\nSitrep is still at work; what is here may not be all.');
  return 0;
}

async function wait(doors: Doors, { minutes }: Waiting): Promise<number> {
  if (minutes > longestWait)
    return complain(`At most ${longestWait / 60} hours at once: npm run say -- wait ${longestWait / 60}h`);
  let came = false;
  for await (const { at, number, paragraphs } of letPass(doors, minutes)) {
    came = true;
    print(`\n${at.slice(11, 16)} UTC, #${number}`);
    for (const paragraph of paragraphs) print(paragraph);
  }
  print(`${came ? '\n' : 'Nothing fell due. '}It is ${(await doors.now()).slice(11, 16)} UTC.`);
  return 0;
}

function noSuchIssue({ issues, pulls }: Dump, number: number): string | null {
  if (issues.some((issue) => issue.number === number)) return null;
  const known = issues.map((issue) => `#${issue.number} ${issue.title}`).join(', ');
  return pulls.some((pull) => pull.number === number)
    ? `#${number} is a pull request, and Sitrep hears commands on issues: ${known}.`
    : `There is no issue #${number} here: ${known}.`;
}

/** Sitrep's reaction to a comment, in words; null: it gave none. */
async function reactionTo(doors: Doors, number: number, comment: number | null): Promise<string | null> {
  const seen = (await doors.comments(number)).find(({ id }) => id === comment);
  const emoji = seen?.reactions.find(({ by }) => by === sitrep)?.emoji;
  if (emoji === '👍') return '👍 heard';
  if (emoji === '😕') return '😕 refused';
  return emoji ?? null;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
