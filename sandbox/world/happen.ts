import type { Doer } from './doer.ts';
import { identify } from './identity.ts';
import type { Issue, IssueEvent } from './model.ts';

const PREFIX: Partial<Record<IssueEvent['kind'], string>> = {
  LabeledEvent: 'LE_lADO',
  UnlabeledEvent: 'UNLE_lADO',
  AssignedEvent: 'AE_lADO',
  UnassignedEvent: 'UNAE_lADO',
  ClosedEvent: 'CE_lADO',
  ReopenedEvent: 'REE_lADO',
  RenamedTitleEvent: 'RTE_lADO',
};

type Detail = Omit<Partial<IssueEvent>, 'kind' | 'id' | 'nodeId' | 'issue' | 'actor' | 'createdAt'>;

/** Writes an event at the end of the issue's timeline, now, by the doer. */
export function happen(doer: Doer, issue: Issue, kind: IssueEvent['kind'], detail: Detail = {}): IssueEvent {
  const { state, now } = doer.world;
  const identity = identify(state, 'E', PREFIX[kind] ?? 'EV_lADO');
  const event: IssueEvent = { kind, ...identity, issue, actor: doer.by, createdAt: now, ...detail };
  issue.timeline.push(event);
  issue.updatedAt = now;
  state.nodes.set(event.nodeId, event);
  return event;
}
