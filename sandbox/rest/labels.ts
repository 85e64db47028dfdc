import { createLabel, updateLabel } from '../acts/label.ts';
import { NotFound } from '../refusal.ts';
import { labelShape } from '../shape/label.ts';
import { findLabel } from '../world/find.ts';
import type { Label } from '../world/model.ts';
import { type Call, ok, type Route, repositoryIn, text } from './route.ts';

function labelIn(call: Call): Label {
  const label = findLabel(repositoryIn(call), call.path.name ?? '');
  if (!label) throw new NotFound('Not Found');
  return label;
}

/** Labels of a repository, one by one. */
export const labelRoutes: readonly Route[] = [
  {
    name: 'POST /repos/{owner}/{repo}/labels',
    answer: (call) => {
      const { name, color, description } = call.body;
      const given = { name: text(name) ?? '', color: text(color) ?? 'ededed', description: text(description) ?? null };
      return ok(labelShape(createLabel(call.doer, repositoryIn(call), given)), 201);
    },
  },
  { name: 'GET /repos/{owner}/{repo}/labels/{name}', answer: (call) => ok(labelShape(labelIn(call))) },
  {
    name: 'PATCH /repos/{owner}/{repo}/labels/{name}',
    answer: (call) => {
      const { new_name: name, color, description } = call.body;
      const change = {
        ...(text(name) === undefined ? {} : { name: String(name) }),
        ...(text(color) === undefined ? {} : { color: String(color) }),
        ...(text(description) === undefined ? {} : { description: String(description) }),
      };
      return ok(labelShape(updateLabel(call.doer, labelIn(call), change)));
    },
  },
];
