// Messages: every field they name is one that the record can know, and may be read by those they are for.
import { internalFields, type MessageField, messageFields } from '../core/communication.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';

/** Braces in messages' texts that name nothing, or something that must not leave the organisation. */
export function messageFindings({ messages, audiences }: Handbook): readonly Finding[] {
  return messages.flatMap(({ id, audience, text }) => {
    const external = audiences.find((one) => one.id === audience)?.external ?? false;
    const at = { path: ['messages', id, 'text'], of: 'value' } as const;
    return [...wrong(text, external), ...torn(text)].map((finding) => ({ ...at, ...finding }));
  });
}

type Wrong = Pick<Finding, 'what' | 'suggestion'>;

function wrong(text: string, external: boolean): readonly Wrong[] {
  const named = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, words = '']) => words.trim());
  return [...new Set(named)].flatMap((words): readonly Wrong[] => {
    if (/^fill:\s*\S[^\n]*$/.test(words)) return [];
    const field = messageFields.find((one) => one === words);
    if (field === undefined) {
      const what = `\`{{${words}}}\` is no field of the record.`;
      const advice = didYouMean(words, messageFields);
      return [{ what, suggestion: advice === '' ? 'What only a person knows is written `{{fill: words}}`.' : advice }];
    }
    if (!external || !isInternal(field)) return [];
    const what = `\`{{${words}}}\` must not leave the organisation, and this message goes to people outside it.`;
    return [{ what, suggestion: 'Take it away.' }];
  });
}

function isInternal(field: MessageField): boolean {
  return internalFields.includes(field);
}

/** Braces without their partner would be read by people as they stand. */
function torn(text: string): readonly Wrong[] {
  if (!/\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) return [];
  return [{ what: 'A field is not closed.', suggestion: 'Write it as `{{impact}}`.' }];
}
