// Asks GraphQL a question whose answer must be whole.
import type { GitHub } from './client.ts';
import { Unanswered } from './unanswered.ts';

/**
 * The data of a query.
 * @throws Unanswered when GitHub answered in part: half a look would be judged as if it were all. That something is not
 * found (a `null` with a `NOT_FOUND`) is an answer.
 */
export async function ask<Data>(github: GitHub, document: string, variables: Record<string, unknown>): Promise<Data> {
  const { data, errors } = await github.graphql(document, variables);
  const wrong = errors.find((error) => error.type !== 'NOT_FOUND');
  if (wrong || !data)
    throw new Unanswered(`GitHub answered in part: ${wrong?.message ?? errors[0]?.message ?? 'no data'}`, {
      partial: true,
    });
  return data as Data;
}
