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
              of: 'value' as const,
              what: `\`${word}\` leads to \`${next}\`, which is neither a question nor a severity.`,
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

function lost({ triage }: Handbook): readonly Finding[] {
  const reached = new Set(triage.slice(0, 1).map(({ id }) => id));
  for (const id of reached) {
    for (const next of Object.values(triage.find((one) => one.id === id)?.answers ?? {})) {
      if (triage.some((one) => one.id === next)) reached.add(next);
    }
  }
  return triage
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({
      path: ['triage', id],
      of: 'key',
      what: `No answer leads to the question \`${id}\`.`,
      suggestion: 'Name it as an answer, or take it away.',
    }));
}

/** A question that can be asked again without end. */
function circles({ triage }: Handbook): readonly Finding[] {
  const ending = new Set<string>();
  for (let known = -1; known < ending.size; ) {
    known = ending.size;
    for (const { id, answers } of triage) {
      const on = Object.values(answers).filter((next) => triage.some((one) => one.id === next));
      if (on.every((next) => ending.has(next))) ending.add(id);
    }
  }
  return triage
    .filter(({ id }) => !ending.has(id))
    .map(({ id }) => ({
      path: ['triage', id, 'answers'],
      of: 'value',
      what: `The question \`${id}\` may be asked again without end.`,
      suggestion: 'Let every way end at a severity.',
    }));
}
