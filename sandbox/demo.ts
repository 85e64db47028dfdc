// `npm run demo`: the main job on a GitHub of your own, told as it happens. Exit 0: all came true; 1: which line did not;
// 2: it could not begin.
import { writeFileSync } from 'node:fs';
import { incident } from './demo/comes-true.ts';
import { epilogue, invitation } from './demo/epilogue.ts';
import { farewell } from './demo/farewell.ts';
import { monday } from './demo/monday.ts';
import { narrate } from './demo/narrate.ts';
import { type Options, readOptions } from './demo/options.ts';
import { newest } from './demo/play.ts';
import { heading, print } from './demo/print.ts';
import { forgetSandbox, rememberSandbox } from './demo/running.ts';
import { type Stage, setStage } from './demo/stage.ts';
import { story } from './demo/story.ts';

const usualPort = 4470;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return complain([options], 2);
  let stage: Stage;
  try {
    stage = await setStageAt(options.port);
  } catch (error) {
    return complain([error instanceof Error ? error.message : String(error)], 2);
  }
  try {
    return await show(stage, options);
  } catch (error) {
    return complain([error instanceof Error ? error.message : String(error)], 1);
  } finally {
    await stage.close();
  }
}

async function show(stage: Stage, { exit, json }: Options): Promise<number> {
  print(`\nA GitHub of your own runs at ${stage.sandbox.url}, the real App beside it. People of acme/ops:`);
  print('  ada (maintain), bob and cleo (write), rae (read), eve (a stranger)\n');
  const told = await narrate(story, stage);
  const missing = [...(told.length > 0 ? told : await monday(stage)), ...notUnderstood(stage)];
  if (missing.length === 0) farewell(stage);
  if (json) writeFileSync(json, `${JSON.stringify(finalWorld(stage), null, 2)}\n`);
  if (missing.length > 0) return complain(missing, 1);
  return exit ? 0 : stayUp(stage);
}

/** `--port` is the page's; the API takes the next one. When nobody said which and the usual one is taken, any will do. */
async function setStageAt(port: number | undefined): Promise<Stage> {
  const ofApi = port === 0 ? 0 : (port ?? usualPort) + 1;
  try {
    return await setStage({ port: ofApi });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (port !== undefined) {
      const other = port === 4480 ? 4490 : 4480;
      throw new Error(`Port ${ofApi} is taken: stop the other demo, or \`npm run demo -- --port ${other}\``);
    }
    print(`\nPort ${ofApi} is taken (by another demo?), so this one takes a free one.`);
    return setStage();
  }
}

function notUnderstood(stage: Stage): readonly string[] {
  return stage.sandbox.requests.invalid.map((request) => `GitHub would not understand: ${JSON.stringify(request)}`);
}

function finalWorld(stage: Stage) {
  const { issues, pulls } = stage.dump();
  const { graphql, rest, byRoute } = stage.sandbox.requests;
  return { issues, pulls, requests: { graphql, rest, byRoute } };
}

async function stayUp(stage: Stage): Promise<number> {
  const { clock, url } = stage.sandbox;
  heading('And it goes on');
  const missing = await narrate([epilogue], stage);
  if (missing.length > 0) return complain(missing, 1);
  stage.turnTo(clock.now, false);
  rememberSandbox(url);
  print(invitation(newest(stage.dump()), incident));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  forgetSandbox(url);
  return 0;
}

function complain(complaints: readonly string[], code: number): number {
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  return code;
}
