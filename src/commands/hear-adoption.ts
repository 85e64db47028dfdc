// An incident that another Sitrep kept: nobody is heard here until somebody takes it over, and then its record is ours.
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { OtherSitrep } from '../core/other-sitrep.ts';
import type { Utterance } from '../thread/utterance.ts';
import { commandNamed } from './catalogue.ts';

/** Whether somebody says that it goes on here. */
export function isAdoption(utterance: Utterance, handbook: Handbook): boolean {
  return utterance.kind === 'command' && commandNamed(utterance.line.word, handbook)?.command.name === 'adopt';
}

/** The other's record as ours: its entries keep their sources, so that what it heard is not heard again. */
export function adoptedFrom({ entries }: OtherSitrep): readonly Entry[] {
  return entries.map((entry) => ({ ...entry, adopted: true }));
}
