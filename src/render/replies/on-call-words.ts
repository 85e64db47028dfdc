// Who was on call when somebody asked. Logins are code: nobody is called by a question.
import type { Asked } from '../../core/question.ts';
import { rosterFile } from '../../oncall/rota.ts';
import type { ToldLayer, ToldOnCall, ToldRota } from '../../oncall/told-rota.ts';
import { formatTime } from '../../time/time.ts';
import { code, listed, toType } from '../names.ts';
import { quoteOurs } from '../quote.ts';

/** Markdown: a table for each rota, who is called first on top. @param askedAt ISO UTC; times of another day bear the date */
export function onCallText({ about, onCall }: Asked, askedAt: string): string {
  if (!onCall) return `I did not look who is on call. Ask with its own word: ${toType('/oncall')}`;
  if (onCall.rotas.length === 0) return nobodyKnown(about, onCall);
  const others = onCall.others.slice(0, 20);
  return [
    ...onCall.rotas.flatMap((rota) => [...rotaLines(rota, askedAt), '']),
    ...(others.length > 0 ? [`There are ${listed(others.map(code))} too: ${toType(`/oncall ${others[0]}`)}`, ''] : []),
    ...(onCall.file === 'partly' ? [`What is wrong in \`${rosterFile}\` is left out; the card says where.`, ''] : []),
    `Nobody was called by this. To give one of them a role: ${toType('/role <role> @who')}`,
  ].join('\n');
}

function rotaLines({ name, contact, layers }: ToldRota, askedAt: string): readonly string[] {
  const reach = contact === null ? '' : `; how to reach them: ${contactText(contact)}`;
  return [
    `**${quoteOurs(name, { limit: 60 })}**${reach}`,
    '',
    '| On call | Who | Until |',
    '|---|---|---|',
    ...layers.map(
      (layer) => `| ${quoteOurs(layer.name, { limit: 60 })} | ${whoText(layer)} | ${untilText(layer, askedAt)} |`,
    ),
  ];
}

function contactText(contact: string): string {
  return /^https:/.test(contact) ? `[here](<${contact}>)` : code(contact);
}

const absences = {
  'not-begun': 'its first turn has not begun',
  'outside-hours': 'outside its hours',
  holiday: 'a holiday',
  override: 'taken out for now',
} as const;

function whoText({ people, more, why }: ToldLayer): string {
  if (people.length === 0) return `nobody${why === null ? '' : ` (${absences[why]})`}`;
  return `${listed(people.map(code))}${more > 0 ? ` and ${more} more` : ''}`;
}

function untilText({ until, zone }: ToldLayer, askedAt: string): string {
  return until === null ? 'no change is planned' : formatTime(until, zone, askedAt);
}

function nobodyKnown(about: string, { file, missing, elsewhere }: ToldOnCall): string {
  const said = elsewhere === null ? '' : `${code(about)} says: ${quoteOurs(elsewhere, { limit: 100 })}. `;
  if (file === 'partly')
    return `${said}I cannot tell: \`${rosterFile}\` cannot be read as it is. The card says what is wrong, and where; mend it, then type ${toType(`/oncall ${about}`)}`;
  if (missing !== null && file === 'read')
    return `${said}${code(about)} names the rota ${code(missing)}, which \`${rosterFile}\` does not have. Mend one of the two, or see all of them: ${toType('/oncall')}`;
  if (about !== '' && file === 'read')
    return `${said}${code(about)} names no rota. Write \`on-call: <rota>\` where your services are told, or see all of them: ${toType('/oncall')}`;
  return `${said}Nobody told me who is on call. ${howTo}`;
}

const howTo = `Put this into \`${rosterFile}\`, with your own people, and ask again:

\`\`\`yaml
rotas:
  everything:
    zone: Europe/Berlin
    layers:
      primary: {people: [ada, bob, cy], hand-over: Monday 09:00, starts: 2026-01-05}
      secondary: {people: [bob, cy, ada], hand-over: Monday 09:00, starts: 2026-01-05}
\`\`\`

Whether it is right says \`sitrep check\`; then type ${toType('/oncall')}`;
