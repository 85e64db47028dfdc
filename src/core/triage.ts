// Triage: questions that lead to a level, and numbers of which each alone is enough. It proposes; only `/severity` sets.
import type { Measure, TriageQuestion } from './classification.ts';
import { type Handbook, rank } from './handbook.ts';

/** The answer of who does not know: it takes the branch that may end more severely. */
export const notSure = '?';

/** One question that was answered. `answer`: the word of the handbook that counts. */
export interface Step {
  readonly question: TriageQuestion;
  readonly answer: string;
  readonly unsure: boolean;
}

/** Where a path has led: the question that is open, or the level at its end; neither where there is nothing to ask. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly open: TriageQuestion | null;
  readonly level: string | null;
}

const axes = ['high', 'medium', 'low'] as const;

/** The questions to ask, the first one first: the handbook's own, else impact and urgency where its levels hang on these. */
export function questionsOf({ triage, matrix }: Handbook): readonly TriageQuestion[] {
  if (triage.length > 0 || Object.keys(matrix).length === 0) return triage;
  const answers = Object.fromEntries(axes.map((impact) => [impact, `urgency-${impact}`]));
  const urgency = axes.map((impact) => ({
    id: `urgency-${impact}`,
    text: 'How soon does it get worse, or must it be mended?',
    answers: Object.fromEntries(axes.flatMap((one) => (matrix[impact]?.[one] ? [[one, matrix[impact][one]]] : []))),
  }));
  return [{ id: 'impact', text: 'How much is hurt: how many people, how badly?', answers }, ...urgency];
}

/** Follows answers (words of the handbook, or {@link notSure}) from the first question as far as they fit. */
export function walk(path: readonly string[], handbook: Handbook): Walk {
  const questions = questionsOf(handbook);
  const steps: Step[] = [];
  let open: TriageQuestion | null = questions[0] ?? null;
  for (const word of path) {
    const answer: string | null = open && (word === notSure ? higher(open, handbook) : word);
    const next = answer === null ? undefined : open?.answers[answer];
    if (!open || answer === null || next === undefined) break;
    steps.push({ question: open, answer, unsure: word === notSure });
    if (isLevel(next, handbook)) return { steps, open: null, level: next };
    open = questions.find(({ id }) => id === next) ?? null;
  }
  return { steps, open, level: null };
}

/** The most severe level that a number proposes by itself: it must be more than the level's; null: none. */
export function measuredLevel({ above }: Measure, number: number, handbook: Handbook): string | null {
  return handbook.severities.find(({ id }) => above[id] !== undefined && number > above[id])?.id ?? null;
}

/** The more severe of some levels; null of none. */
export function mostSevere(levels: readonly (string | null)[], handbook: Handbook): string | null {
  return handbook.severities.find(({ id }) => levels.includes(id))?.id ?? null;
}

function isLevel(id: string, { severities }: Handbook): boolean {
  return severities.some((severity) => severity.id === id);
}

/** The answer whose branch may end most severely; of several such the one that cannot end as low. */
function higher({ answers }: TriageQuestion, handbook: Handbook): string | null {
  const branches = Object.entries(answers).map(([answer, next]) => {
    const ranks = [...levelsFrom(next, handbook)].map((level) => rank(handbook, level));
    return { answer, best: Math.min(...ranks), worst: Math.max(...ranks) };
  });
  const [first] = branches.toSorted((one, other) => one.best - other.best || one.worst - other.worst);
  return first?.answer ?? null;
}

/** Every level that can be reached from a level or question. */
function levelsFrom(start: string, handbook: Handbook): ReadonlySet<string> {
  const questions = questionsOf(handbook);
  const reached = new Set([start]);
  for (const id of reached) {
    for (const next of Object.values(questions.find((one) => one.id === id)?.answers ?? {})) reached.add(next);
  }
  return new Set([...reached].filter((id) => isLevel(id, handbook)));
}
