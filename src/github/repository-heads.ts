// The first look at repositories whose incidents are to be read: what their configs are, how many incidents there are, which is newest.
import type { GitHub } from './client.ts';
import type { ConfigFiles } from './config-cache.ts';
import {
  type Head,
  type HeadsAnswer,
  type HeadsHome,
  headsRequest,
  type Question,
  type Unreadable,
} from './heads-request.ts';
import { isTooMuch, Stride } from './stride.ts';

export interface Heads {
  /** Login of whom the token acts for, without `[bot]`. */
  readonly viewer: string;
  /** Null: not asked for, or it cannot be read. */
  readonly home: HeadsAnswer['home'];
  /** Each once. */
  readonly repositories: readonly Head[];
  /** By what was asked for, `owner/name` or `owner/*`. */
  readonly unreadable: ReadonlyMap<string, Unreadable>;
}

export interface HeadsAsked {
  /** `owner/name`, or `owner/*` for all that there are. */
  readonly names: readonly string[];
  readonly home: HeadsHome | null;
  /** Incidents that changed since then (ISO UTC); null: all. */
  readonly since: string | null;
  /** Issues of which label are incidents, while the config is not known. */
  readonly label: string;
  /** The same by a config. */
  readonly labelOf: (files: ConfigFiles) => string;
}

const questionsPerRequest = 20;
const repositoriesOfOwner = 50;

/**
 * Looks at all of them in as few requests as there can be: one for up to twenty, one more for those whose config names another label,
 * and one for each further fifty repositories of an owner. The first page of a single repository comes with it.
 * @param stride how many incidents a page has
 * @throws Unanswered when GitHub gave no whole answer
 */
export async function repositoryHeads(github: GitHub, asked: HeadsAsked, stride: Stride): Promise<Heads> {
  const questions = [...new Set(asked.names)].map(questionOf);
  const { since, home, label, labelOf } = asked;
  const first = await askAll(github, questions, { since, home, labels: [label] }, stride);
  const others = first.repositories.filter(({ files }) => !isSame(label, labelOf(files)));
  const labels = [...new Set([label, ...others.map(({ files }) => labelOf(files))])];
  const again = others.map(({ owner, name }): Question => ({ kind: 'repository', owner, name }));
  const second = others.length === 0 ? null : await askAll(github, again, { since, home: null, labels }, stride);
  const known = [...first.repositories, ...(second?.repositories ?? [])];
  return {
    ...first,
    repositories: [...new Map(known.map((head) => [head.id, head])).values()],
    unreadable: new Map([...first.unreadable, ...(second?.unreadable ?? [])]),
  };
}

type Asking = Pick<Parameters<typeof headsRequest>[1], 'since' | 'home' | 'labels'>;

async function askAll(github: GitHub, questions: readonly Question[], asking: Asking, stride: Stride): Promise<Heads> {
  const alone = questions.length === 1 && questions[0]?.kind === 'repository';
  const few = new Stride(questionsPerRequest);
  let waiting = questions;
  const answers: HeadsAnswer[] = [];
  do {
    const some = waiting.slice(0, few.size);
    const home = answers.length === 0 ? asking.home : null;
    const each = Math.ceil((repositoriesOfOwner * few.size) / questionsPerRequest);
    try {
      const answer = await headsRequest(github, { ...asking, questions: some, home, each }, alone ? stride : null);
      waiting = [...answer.more, ...waiting.slice(some.length)];
      answers.push(answer);
      few.good();
    } catch (error) {
      if (!isTooMuch(error) || alone || !few.shrink()) throw error;
    }
  } while (waiting.length > 0);
  return {
    viewer: answers[0]?.viewer ?? '',
    home: answers[0]?.home ?? null,
    repositories: answers.flatMap(({ found }) => found),
    unreadable: new Map(answers.flatMap(({ unreadable }) => unreadable)),
  };
}

function questionOf(name: string): Question {
  const [owner = '', rest = ''] = name.split('/');
  return rest === '*' ? { kind: 'owner', login: owner, after: null } : { kind: 'repository', owner, name: rest };
}

/** GitHub compares the names of labels without case. */
export function isSame(label: string, other: string): boolean {
  return label.toLowerCase() === other.toLowerCase();
}
