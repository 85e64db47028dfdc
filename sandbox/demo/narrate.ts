// Tells lines of a story as they happen: the day when it changes, who said what, what Sitrep did, what it cost.
import { playLine, type Scene } from './play.ts';
import { print } from './print.ts';
import type { Stage } from './stage.ts';
import type { Line } from './story.ts';

/** Plays and tells lines in order. @returns what did not come true, with its line; it ends there. */
export async function narrate(lines: readonly Line[], stage: Stage): Promise<readonly string[]> {
  for (const [index, line] of lines.entries()) {
    tellDay(line.at, lines[index - 1]?.at);
    print(`${line.at.slice(11, 16)}  ${line.who}: ${line.tells.replaceAll('\n', '\n       ')}`);
    const missing = await tellLine(line, stage);
    if (missing.length > 0) {
      const where = `${line.at} ${line.who}: ${line.tells}`;
      return missing.map((what) => `This did not come true after "${where}": ${what}`);
    }
  }
  return [];
}

async function tellLine(line: Line, stage: Stage): Promise<readonly string[]> {
  try {
    const scene = await playLine(line, stage);
    tellScene(scene);
    return scene.missing;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function tellDay(at: string, before: string | undefined): void {
  const [day, last] = [dayOf(at), before === undefined ? undefined : dayOf(before)];
  if (day === last) return;
  const apart = last === undefined ? 0 : Date.parse(day) - Date.parse(last);
  print(`── ${apart === 86_400_000 ? 'the next day, ' : ''}${day} (UTC) ──\n`);
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}

function tellScene({ did, cost }: Scene): void {
  for (const sentence of did) print(`       sitrep ${sentence}`);
  const requests = cost.graphql + cost.rest;
  const number = requests === 0 ? 'no request' : `${requests} request${requests === 1 ? '' : 's'}`;
  print(`       (${number}${requests === 0 ? '' : `: ${cost.graphql} GraphQL, ${cost.rest} REST`})\n`);
}
