// Questions: heard as facts, answered by render in the asker's own comment of answers.
import type { Question } from '../core/question.ts';
import { accept, type Judgement, type Room } from './command.ts';

/** A question, about a command or role where one was named, with the asker's right of that moment. */
export function ask(question: Question, about: string, room: Room): Judgement {
  return accept({ kind: 'asked', question, about, right: room.right });
}
