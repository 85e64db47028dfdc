// `/affects`: which services are hurt.
import { serviceNamed } from '../core/service.ts';
import { accept, type Command, type Room, refuse } from './command.ts';
import { cut } from './cut.ts';
import { serviceMeant } from './service-named.ts';

export const affects: Command = {
  name: 'affects',
  aliases: [],
  usage: '/affects +service -service',
  does: 'Adds and removes affected services; where services are known, only those are added.',
  who: 'responder',
  examples: ['/affects +checkout -search', '/affects checkout, search'],
  free: false,
  judge(said, room) {
    const words = listed(said.text, room);
    const sign = (minus: boolean): readonly string[] =>
      words
        .filter((word) => word.startsWith('-') === minus)
        .map((word) => spelled(word.replace(/^[+-]\s*/, ''), room))
        .filter((word) => word !== '');
    const [add = [], remove = []] = [sign(false), sign(true)].map((names) => [...new Set(names)].slice(0, 50));
    if (add.length + remove.length === 0) {
      return refuse({ reason: 'missing', command: 'affects', what: 'services', usage: affects.usage });
    }
    const word = add.find((name) => isUnknown(name, room));
    return word === undefined ? accept({ kind: 'services', add, remove }) : unknown(word, room);
  },
};

/** With commas or signs a name may have spaces; without, the whole is one known service, or each word is a name. */
function listed(text: string, { handbook }: Room): readonly string[] {
  const signed = /[,+]|(?:^|\s)-/.test(text);
  if (!signed && serviceNamed(handbook.services, text)) return [text];
  const parts = signed ? text.split(/,|\s+(?=[+-])/) : text.split(/\s+/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A name as the incident spells it already, else the id of the service it names, else as typed. */
function spelled(name: string, { incident, handbook }: Room): string {
  const known = incident?.services.find((service) => service.toLowerCase() === name.toLowerCase());
  return known ?? serviceNamed(handbook.services, name)?.id ?? cut(name, 100);
}

/** Where services are known; also when the report named it so: said again it would still tell no runbook and no owner. */
function isUnknown(name: string, { handbook }: Room): boolean {
  return handbook.services.length > 0 && serviceNamed(handbook.services, name) === undefined;
}

function unknown(word: string, { handbook }: Room) {
  const services = handbook.services.slice(0, 50).map(({ id }) => id);
  return refuse({
    reason: 'unknown-service',
    word: cut(word, 60),
    meant: serviceMeant(word, handbook),
    services,
  });
}
