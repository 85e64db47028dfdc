// `/duplicate`, `/related`, `/parent`: how this incident stands to other issues.
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';

export const duplicate: Command = {
  name: 'duplicate',
  aliases: ['merge'],
  usage: '/duplicate #n',
  does: 'Closes this incident as a duplicate of another issue.',
  who: 'responder',
  examples: ['/duplicate #12'],
  free: false,
  judge: (said, room) =>
    linked(said, room, 'duplicate', (issue) => {
      if (room.incident?.closed) return refuse({ reason: 'already-closed' });
      return accept({ kind: 'link', link: 'duplicate', issue }, { kind: 'closed', reason: 'duplicate' });
    }),
};

export const related: Command = {
  name: 'related',
  aliases: [],
  usage: '/related #n',
  does: 'Links an issue that belongs to the same story.',
  who: 'responder',
  examples: ['/related #12', '/related acme/shop#7'],
  free: false,
  judge: (said, room) => linked(said, room, 'related', (issue) => accept({ kind: 'link', link: 'related', issue })),
};

export const parent: Command = {
  name: 'parent',
  aliases: [],
  usage: '/parent #n',
  does: 'Names the incident that this one is part of.',
  who: 'responder',
  examples: ['/parent #12'],
  free: false,
  judge: (said, room) => linked(said, room, 'parent', (issue) => accept({ kind: 'link', link: 'parent', issue })),
};

function linked(said: Said, room: Room, command: string, then: (issue: string) => Judgement): Judgement {
  const [word] = clauses(said.text).words;
  if (word === undefined) {
    return refuse({ reason: 'missing', command, what: 'issue', usage: `/${command} #n` });
  }
  const issue = issueNamed(word, room);
  return issue === null ? refuse({ reason: 'no-such-issue', text: cut(word, 100) }) : then(issue);
}

/**
 * `#12` for an issue of this repository, `owner/name#12` for another; null for anything else, for one that does not exist,
 * and for this issue itself.
 */
function issueNamed(word: string, { repository, issue, named }: Room): string | null {
  const short = /^(?:([\w.-]{1,39}\/[\w.-]{1,100}))?#?(\d{1,9})$/.exec(word);
  const long = /^<?https?:\/\/[^/\s]+\/([\w.-]{1,39}\/[\w.-]{1,100})\/(?:issues|pull)\/(\d{1,9})\b/.exec(word);
  const number = Number(short?.[2] ?? long?.[2] ?? 0);
  const where = short?.[1] ?? long?.[1];
  if (number === 0 || (where && short && !word.includes('#'))) return null;
  const here = !where || where.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
  if (here) return number === issue.number || named[number] === false ? null : `#${number}`;
  return `${where}#${number}`;
}
