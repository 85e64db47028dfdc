// Laws that hold on every world a story ends in: settled and calm.
import type { Difference } from './difference.ts';
import type { Engine } from './engine.ts';
import type { Stage } from './stage.ts';
import { plusSeconds } from './times.ts';

/** After applying a plan, the next plan is empty. */
export async function settledLaw(stage: Stage, engine: Engine): Promise<readonly Difference[]> {
  const left: Difference[] = [];
  for (const { number, place } of [...stage.issues(), ...stage.pulls()]) {
    const effects = await engine.plan(place);
    if (effects.length === 0) continue;
    const kinds = effects.map((effect) => ('key' in effect ? `${effect.kind} ${effect.key}` : effect.kind)).join(', ');
    left.push({ line: engine.at, path: `law "settled" #${number}`, expected: 'nothing is left to do', actual: kinds });
  }
  return left;
}

/** An hour later, with nothing said, a new process changes nothing; where something becomes due before, until then. */
export async function calmLaw(stage: Stage, engine: Engine): Promise<readonly Difference[]> {
  engine.restart();
  const places = [...stage.issues(), ...stage.pulls()];
  const due = await Promise.all(places.map(({ place }) => engine.nextAt(place)));
  const moments = due.flatMap((at) => (at === null ? [] : [plusSeconds(at, -1)]));
  stage.world.now = [plusSeconds(stage.world.now, 3600), ...moments].sort()[0]!;
  const left = await settledLaw(stage, engine);
  return left.map((difference) => ({ ...difference, path: difference.path.replace('settled', 'calm') }));
}
