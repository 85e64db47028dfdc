import type { Label } from '../world/model.ts';
import { repositoryUrl } from './repository.ts';

/** A label as REST and webhooks show it. */
export function labelShape(label: Label): Record<string, unknown> {
  const { id, nodeId, name, color, isDefault, description } = label;
  const url = `${repositoryUrl(label.repository)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId, url, name, color, default: isDefault, description };
}
