// The triage tree: every answer leads on, and every way ends at a severity.
import type { Handbook } from '../core/handbook.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';

/** What is wrong with the questions; none where there are none. */
export function triageFindings(handbook: Handbook): readonly Finding[] {
  return [...unknownAnswers(handbook), ...sameWord(handbook), ...lost(handbook), ...circles(handbook)];
}

function unknownAnswers({ triage, severities }: Handbook): readonly Finding[] {
  const known = [...triage, ...severities].map(({ id }) => id);
  return triage.flatMap(({ id, answers }): readonly Finding[] => {
    if (Object.keys(answers).length < 2) {
      const what = `\`${id}\` has fewer than two answers.`;
      return [
        { path: ['triage', id, 'answers'], of: 'value', what, suggestion: 'Write for example `yes:` and `no:`.' },
      ];
    }
    return Object.entries(answers).flatMap(([word, next]) =>
      known.includes(next)
        ? []
        : [
            {
              path: ['triage', id, 'answers', word],
              // Most often a severity that the file takes out; a question stands under `triage` anyway.
              or: ['severities', next],
              of: 'value' as const,
              what: `The answer \`${word}\` to \`${id}\` leads to \`${next}\`, which is neither a question nor a severity.`,
              suggestion: didYouMean(next, known),
            },
          ],
    );
  });
}

function sameWord({ triage, severities }: Handbook): readonly Finding[] {
  return triage
    .filter(({ id }) => severities.some((severity) => severity.id === id))
    .map(({ id }) => ({
      path: ['triage', id],
      or: ['severities', id],
      of: 'key',
      what: `\`${id}\` is a question and a severity.`,
      suggestion: 'Give the question another id.',
    }));
}

function lost(handbook: Handbook): readonly Finding[] {
  const { triage } = handbook;
  const next = onwards(handbook);
  const reached = new Set(triage.slice(0, 1).map(({ id }) => id));
  for (const id of reached) for (const one of next.get(id) ?? []) reached.add(one);
  return triage
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({
      path: ['triage', id],
      of: 'key',
      what: `No answer leads to the question \`${id}\`.`,
      suggestion: 'Name it as an answer, or take it away.',
    }));
}

/** The questions to which each question leads, each once. */
function onwards({ triage }: Handbook): ReadonlyMap<string, readonly string[]> {
  const ids = new Set(triage.map(({ id }) => id));
  return new Map(
    triage.map(({ id, answers }) => [id, [...new Set(Object.values(answers))].filter((one) => ids.has(one))]),
  );
}

/** A question that can be asked again without end: one from which some way never reaches a question that leads to none. */
function circles(handbook: Handbook): readonly Finding[] {
  const next = onwards(handbook);
  const before = new Map<string, string[]>();
  for (const [id, ones] of next) for (const one of ones) before.set(one, [...(before.get(one) ?? []), id]);
  const open = new Map([...next].map(([id, ones]) => [id, ones.length]));
  const ending = [...open].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (const id of ending) {
    for (const one of before.get(id) ?? []) {
      const left = (open.get(one) ?? 0) - 1;
      open.set(one, left);
      if (left === 0) ending.push(one);
    }
  }
  return handbook.triage
    .filter(({ id }) => (open.get(id) ?? 0) > 0)
    .map(({ id }) => ({
      path: ['triage', id, 'answers'],
      of: 'value',
      what: `The question \`${id}\` may be asked again without end.`,
      suggestion: 'Let every way end at a severity.',
    }));
}
