import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { githubSchema } from './schema.ts';

/** What a document costs by GitHub's rule, and what GitHub refuses about it before running it. */
export interface Cost {
  points: number;
  nodes: number;
  errors: GraphQLError[];
}

const NODE_LIMIT = 500_000;

interface Walk {
  readonly variables: Record<string, unknown>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  requests: number;
  nodes: number;
  errors: GraphQLError[];
}

/**
 * Points and nodes of an operation, source: GitHub's "Rate limits and query limits for the GraphQL API".
 * Each connection costs one request per parent (assuming every `first` is reached), a hundred requests cost one point,
 * at least one. Lists without `first` or `last`, above 100, and more than 500,000 nodes are refused.
 */
export function costOf(document: DocumentNode, variables: Record<string, unknown>): Cost {
  const numbers = JSON.stringify(Object.entries(variables).filter(([, value]) => typeof value === 'number'));
  const known = costs.get(document) ?? new Map<string, Cost>();
  costs.set(document, known);
  const cost = known.get(numbers) ?? reckoned(document, variables);
  known.set(numbers, cost);
  return cost;
}

/** Of each document by the numbers among its variables: nothing else makes a difference. */
const costs = new WeakMap<DocumentNode, Map<string, Cost>>();

function reckoned(document: DocumentNode, variables: Record<string, unknown>): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
    if (definition.kind === 'OperationDefinition') operation ??= definition;
  }
  const walk: Walk = { variables: withDefaults(operation, variables), fragments, requests: 0, nodes: 0, errors: [] };
  if (operation) {
    const root = githubSchema().getRootType(operation.operation);
    if (root) visit(walk, operation.selectionSet, root, 1);
  }
  if (walk.nodes > NODE_LIMIT) {
    const message = `This query requests up to ${walk.nodes} possible nodes which exceeds the maximum limit of ${NODE_LIMIT}.`;
    walk.errors.push(new GraphQLError(message, { extensions: { type: 'MAX_NODE_LIMIT_EXCEEDED' } }));
  }
  return { points: Math.max(1, Math.round(walk.requests / 100)), nodes: walk.nodes, errors: walk.errors };
}

function withDefaults(
  operation: OperationDefinitionNode | undefined,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const defaults = (operation?.variableDefinitions ?? []).filter(({ defaultValue }) => defaultValue !== undefined);
  const known = defaults.map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue && valueFromASTUntyped(defaultValue),
  ]);
  return { ...Object.fromEntries(known), ...variables };
}

function visit(walk: Walk, selection: SelectionSetNode, type: GraphQLNamedType, parents: number): void {
  for (const part of selection.selections) {
    if (part.kind === 'Field') visitField(walk, part, type, parents);
    else if (part.kind === 'InlineFragment') {
      const named = part.typeCondition && githubSchema().getType(part.typeCondition.name.value);
      visit(walk, part.selectionSet, named ?? type, parents);
    } else {
      const fragment = walk.fragments.get(part.name.value);
      const named = fragment && githubSchema().getType(fragment.typeCondition.name.value);
      if (fragment && named) visit(walk, fragment.selectionSet, named, parents);
    }
  }
}

function visitField(walk: Walk, field: FieldNode, type: GraphQLNamedType, parents: number): void {
  if (!field.selectionSet || (!isObjectType(type) && !isInterfaceType(type))) return;
  const definition = type.getFields()[field.name.value];
  if (!definition) return;
  const result = getNamedType(definition.type);
  if (!result.name.endsWith('Connection')) {
    visit(walk, field.selectionSet, result, parents);
    return;
  }
  walk.requests += parents;
  const size = sizeOf(walk, field);
  walk.nodes += parents * size;
  visit(walk, field.selectionSet, result, parents * size);
}

function sizeOf(walk: Walk, field: FieldNode): number {
  const name = field.name.value;
  const given = field.arguments?.find((argument) => ['first', 'last'].includes(argument.name.value));
  const value = given && valueFromASTUntyped(given.value, walk.variables);
  if (given && typeof value === 'number') {
    if (value <= 100 && value >= 0) return value;
    const message = `Requesting ${value} records on the \`${name}\` connection exceeds the \`${given.name.value}\` limit of 100 records.`;
    walk.errors.push(new GraphQLError(message, { nodes: [field], extensions: { type: 'EXCESSIVE_PAGINATION' } }));
    return 0;
  }
  if (field.selectionSet?.selections.every((part) => part.kind === 'Field' && part.name.value === 'totalCount'))
    return 0;
  const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
  walk.errors.push(
    new GraphQLError(message, { nodes: [field], extensions: { type: 'MISSING_PAGINATION_BOUNDARIES' } }),
  );
  return 0;
}
