// The triage so far: what was answered and measured, the question that is open, and what it makes of it.
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Asked } from '../../core/question.ts';
import { measuredLevel, mostSevere, questionsOf, type Walk, walk } from '../../core/triage.ts';
import { choices, severityName, toType } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';

/** Markdown. `may`: who asked may set the severity. */
export function triageText({ path, measured }: Asked, incident: Incident, handbook: Handbook, may: boolean): string {
  if (questionsOf(handbook).length + handbook.measures.length === 0) {
    return 'This handbook has no questions to ask. The levels with what makes them: `/severity`';
  }
  const so = walk(path ?? [], handbook);
  const open = path === undefined ? null : so.open;
  const numbers = Object.entries(measured ?? {});
  const level = mostSevere([so.level, ...numbers.map(([id, number]) => levelOf(id, number, handbook))], handbook);
  return [
    ...so.steps.map(({ question, answer, unsure }) => {
      return `- ${quoteOurs(question.text)} **${unsure ? `not sure, so ${quoteText(answer)}` : quoteText(answer)}**`;
    }),
    ...numbers.flatMap(([id, number]) => measuredLine(id, number, handbook)),
    ...(so.steps.length + numbers.length > 0 ? [''] : []),
    ...(level === null ? [] : [proposal(level, incident, handbook, may)]),
    ...(open && level !== handbook.severities[0]?.id ? [questionLine(open, so, level !== null)] : []),
    ...(level === null && !open ? [nothingYet(handbook)] : []),
    ...measuresLine(numbers.length, handbook),
  ].join('\n');
}

function levelOf(id: string, number: number, handbook: Handbook): string | null {
  const measure = handbook.measures.find((one) => one.id === id);
  return measure ? measuredLevel(measure, number, handbook) : null;
}

function measuredLine(id: string, number: number, handbook: Handbook): readonly string[] {
  const measure = handbook.measures.find((one) => one.id === id);
  if (!measure) return [];
  const level = levelOf(id, number, handbook);
  const unit = quoteText(measure.unit);
  const why =
    level === null
      ? 'no level by itself'
      : `${severityName(handbook, level)}: more than ${shown(measure.above[level])}`;
  return [`- ${quoteText(measure.name)} ${shown(number)} ${unit}: ${why}`];
}

function proposal(level: string, { severity }: Incident, handbook: Handbook, may: boolean): string {
  const name = severityName(handbook, level);
  if (severity.current === level && !severity.assumed) return `That makes it ${name}, which it is already.`;
  const line = toType(`/severity ${level}`);
  return may ? `That makes it ${name}. To set it, type ${line}` : `That makes it ${name}. A responder sets it: ${line}`;
}

function questionLine(open: NonNullable<Walk['open']>, { steps }: Walk, proposed: boolean): string {
  const lines = choices('/triage', [...Object.keys(open.answers), 'not sure']);
  return `${proposed ? '\nIt may be worse. ' : ''}**${steps.length + 1}. ${quoteOurs(open.text)}** Type ${lines}`;
}

function nothingYet(handbook: Handbook): string {
  const asks = questionsOf(handbook).length > 0;
  return `By that alone no level is reached. ${asks ? 'To be asked' : 'The levels with what makes them'}: ${asks ? '`/triage`' : '`/severity`'}`;
}

/** Numbers that count, where none was told yet. */
function measuresLine(told: number, { measures }: Handbook): readonly string[] {
  const restart = 'To begin anew: `/triage restart`';
  if (told > 0 || measures.length === 0) return ['', restart];
  const names = measures.map(({ id, unit }) => `${toType(`/triage ${id} …`)} (${quoteText(unit)})`);
  return ['', `A number counts too, any one is enough: ${names.join(', ')}. ${restart}`];
}

function shown(number: number | undefined): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(number ?? 0);
}
