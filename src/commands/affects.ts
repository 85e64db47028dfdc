// `/affects`: which services are hurt.
import { accept, type Command, refuse } from './command.ts';
import { cut } from './cut.ts';

export const affects: Command = {
  name: 'affects',
  aliases: [],
  usage: '/affects +service -service',
  does: 'Adds and removes affected services.',
  who: 'responder',
  examples: ['/affects +checkout -search', '/affects checkout, search'],
  free: false,
  judge(said, room) {
    const words = listed(said.text);
    const known = room.incident?.services ?? [];
    const sign = (minus: boolean): readonly string[] =>
      words
        .filter((word) => word.startsWith('-') === minus)
        .map((word) => spelled(word.replace(/^[+-]\s*/, ''), known));
    const [add, remove] = [sign(false), sign(true)].map((names) => [...new Set(names)].filter(Boolean).slice(0, 50));
    if (!add?.length && !remove?.length) {
      return refuse({ reason: 'missing', command: 'affects', what: 'services', usage: affects.usage });
    }
    return accept({ kind: 'services', add: add ?? [], remove: remove ?? [] });
  },
};

/** With commas or signs a name may have spaces; without, each word is a name. */
function listed(text: string): readonly string[] {
  const parts = /[,+]|(?:^|\s)-/.test(text) ? text.split(/,|\s+(?=[+-])/) : text.split(/\s+/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A name as the incident spells it already, else as typed. */
function spelled(name: string, known: readonly string[]): string {
  return known.find((service) => service.toLowerCase() === name.toLowerCase()) ?? cut(name, 100);
}
