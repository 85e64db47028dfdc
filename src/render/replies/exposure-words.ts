// What is said of a private matter that stands where everybody can read it. Nothing here calls anything safe.
import { privateMark } from '../../core/exposure.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Repository } from '../../core/snapshot.ts';
import { formatTime } from '../../time/time.ts';
import { severityName, statusName, toType } from '../names.ts';

type Place = Pick<Repository, 'url'>;

/** The one comment: what I did, what I cannot take back and who can, where to go on. */
export function exposureWords(handbook: Handbook, { url }: Place): string {
  return `**This is a private matter, and everybody can read this issue.** I have taken people's words out of my card, my record and the issues that I opened because of this, deleted my other comments here, and will say nothing more about it in this place.

What I cannot take back, and who can:

- The issue's text, title and people's comments, and what they said before they were edited: whoever wrote them edits them, and somebody with write access takes the old versions out (*edited* above a comment → the version → *Delete revision from history*). An admin can delete the whole issue.
- The history of my own card, and of issues that I opened because of this: the same, by the *edited* above them.
- A post-mortem's branch and pull request, and comments elsewhere: somebody with write access deletes them.
- Mails, chat messages and copies that went out already: nobody can. Treat every password, key or name that stood here as known to others, and change what can be changed.

Go on in private: [report it here](${url}/security/advisories/new). If there is no such page, an admin can switch it on ([settings](${url}/settings/security_analysis), *Private vulnerability reporting*), or names another way. Here nothing more is done: when it stands there, close this issue (\`/close\`); its list and its times are not asked for in public.

It is no private matter at all? Then say what it is: ${otherwise(handbook)}`;
}

/** The card while it lasts: what the labels tell already, and where to go on. */
export function exposedCard(incident: Incident, handbook: Handbook, { url }: Place): string {
  const since = formatTime(incident.statusSince, handbook.zone, incident.milestones.declared?.at);
  return `${privateMark}
## A private matter

${severityName(handbook, incident.severity.current)} · ${statusName(handbook, incident.status)} since ${since}

Nothing more is said of it here, because everybody can read this. Go on in private: [report it here](${url}/security/advisories/new).

<sub>What I could not take back stands in my comment below. If it is no private matter: ${otherwise(handbook)}</sub>`;
}

/** What an issue of ours says from then on. `number`: the incident's. */
export function exposedIssue(number: number): { readonly title: string; readonly body: string } {
  return {
    title: 'A private matter',
    body: `I opened this because of #${number}, which is a private matter now: people's words are taken out, and nothing more is said of it here. Whoever works on it goes on in private, and closes this one.`,
  };
}

/** The line that ends it: the handbook's first type that is not private. */
function otherwise({ types }: Handbook): string {
  return toType(`/type ${types.find((type) => !type.private)?.id ?? ''}`);
}
