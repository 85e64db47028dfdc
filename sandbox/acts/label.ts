import { Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { findLabel } from '../world/find.ts';
import { identify } from '../world/identity.ts';
import { checkLabel } from '../world/limits.ts';
import type { Label, Repository } from '../world/model.ts';
import { demand } from '../world/permission.ts';

export interface NewLabel {
  name: string;
  color?: string;
  description?: string | null;
}

/** Makes a label of the repository without asking for permission; grey when no colour is given. */
export function writeLabel(doer: Doer, repository: Repository, input: NewLabel, isDefault = false): Label {
  checkLabel(input);
  if (findLabel(repository, input.name)) throw new Unprocessable('Name has already been taken');
  const { state, now } = doer.world;
  const { name, color = 'ededed', description = null } = input;
  const identity = identify(state, 'LA');
  const label: Label = { kind: 'Label', ...identity, repository, name, color, description, isDefault, createdAt: now };
  repository.labels.push(label);
  state.nodes.set(label.nodeId, label);
  doer.world.tell(doer, { name: 'label', action: 'created', repository, label });
  return label;
}

/** Makes a label: write access. A name that differs in case only is taken. */
export function createLabel(doer: Doer, repository: Repository, input: NewLabel): Label {
  demand(doer, repository, 'write');
  return writeLabel(doer, repository, input);
}

/** Renames, recolours or describes a label: write access. The issues that carry it get no event. */
export function updateLabel(doer: Doer, label: Label, change: Partial<NewLabel>): Label {
  demand(doer, label.repository, 'write');
  checkLabel(change);
  const taken = change.name === undefined ? undefined : findLabel(label.repository, change.name);
  if (taken && taken !== label) throw new Unprocessable('Name has already been taken');
  const changes: Record<string, { from: string | null }> = {};
  for (const key of ['name', 'color', 'description'] as const) {
    const value = change[key];
    if (value === undefined || value === label[key]) continue;
    changes[key] = { from: label[key] };
    Object.assign(label, { [key]: value });
  }
  doer.world.tell(doer, { name: 'label', action: 'edited', repository: label.repository, label, changes });
  return label;
}

/** Deletes a label: write access. It vanishes from its issues without an event on them. */
export function deleteLabel(doer: Doer, label: Label): void {
  const { repository } = label;
  demand(doer, repository, 'write');
  repository.labels = repository.labels.filter((kept) => kept !== label);
  for (const issue of repository.issues.values()) issue.labels = issue.labels.filter((kept) => kept !== label);
  doer.world.state.nodes.delete(label.nodeId);
  doer.world.tell(doer, { name: 'label', action: 'deleted', repository, label });
}
