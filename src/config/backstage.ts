// Backstage's catalog as services (https://backstage.io/docs/features/software-catalog/descriptor-format): entities of the
// kinds Component, System and API, with the annotations and links that an incident needs.
import { z } from 'zod';
import type { SourceFile } from './document.ts';
import { checked, type Finding } from './explain.ts';
import { line, owner, repository, url } from './value.ts';

const kinds = ['component', 'system', 'api'];

/** What we read of an entity. Everything else is Backstage's own affair. */
const entity = z.looseObject({
  metadata: z.looseObject({
    name: z
      .string()
      .max(63, { error: 'is longer than 63 characters' })
      .regex(/^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/, { error: 'must be letters, digits, `-`, `_` and `.`' })
      .meta({ description: "The entity's name.", examples: ['payments'] }),
    title: z.string().optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    labels: z.record(z.string(), z.string()).optional(),
    links: z
      .array(z.looseObject({ url: z.string(), title: z.string().optional(), type: z.string().optional() }))
      .optional(),
  }),
  spec: z.looseObject({ owner: z.string().optional() }).optional(),
});
type Entity = z.output<typeof entity>;

/** Whether a document is one of Backstage's: it has a kind and metadata. */
export function isEntity(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value.kind === 'string' && 'metadata' in value;
}

/** What is wrong with a document as an entity; documents of other kinds are passed over. */
export function entityFindings(value: Readonly<Record<string, unknown>>): readonly Finding[] {
  return isThing(value) ? checked(entity, value).findings : [];
}

/** The services of all entities of a file, each at the place of its name. */
export function tablesOf(sources: readonly SourceFile[]): readonly SourceFile[] {
  const teams = teamsOf(sources);
  return sources
    .filter(({ value }) => isThing(value))
    .map((source) => {
      const { id, ...service } = serviceOf(entity.parse(source.value), teams);
      const named = source.place(['metadata', 'name'], 'value');
      const value = { services: { [id]: service } };
      return { ...source, value, place: (path) => ({ ...named, depth: path[1] === id ? path.length : 0 }) };
    });
}

function isThing(value: Readonly<Record<string, unknown>>): boolean {
  return isEntity(value) && kinds.includes(String(value.kind).toLowerCase());
}

function serviceOf({ metadata, spec }: Entity, teams: Readonly<Record<string, string>>) {
  const { name, title, annotations = {}, labels = {}, links = [] } = metadata;
  const id = idOf(name);
  const slug = repositoryOf(annotations);
  const rota = rotaOf(annotations);
  const about = (words: RegExp): readonly string[] =>
    links
      .filter((link) => words.test(`${link.title ?? ''} ${link.type ?? ''}`))
      .map((link) => link.url)
      .filter(fits(url));
  const [runbook] = about(/\brunbook/i);
  const dashboards = about(/\bdashboard/i);
  return {
    id,
    ...(title !== undefined && fits(line(60))(title) && { name: title }),
    ...(name !== id && { aliases: [name.slice(0, 50)] }),
    ...(spec?.owner !== undefined && { owners: ownersOf(spec.owner, slug, teams) }),
    ...(slug !== null && { repository: slug }),
    ...(rota !== null && { rota }),
    ...(runbook !== undefined && { runbook }),
    ...(dashboards.length > 0 && { dashboards }),
    ...(labels.tier !== undefined && fits(line(40))(labels.tier) && { tier: labels.tier }),
  };
}

function fits(schema: z.ZodType): (value: string) => boolean {
  return (value) => schema.safeParse(value).success;
}

/** Our ids are small letters, digits and hyphens, and begin with a letter. */
function idOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return (/^[a-z]/.test(plain) ? plain : `s-${plain}`).slice(0, 40).replace(/-$/, '');
}

/** `github.com/project-slug`, else the repository in `backstage.io/source-location`. */
function repositoryOf(annotations: Readonly<Record<string, string>>): string | null {
  const source = annotations['backstage.io/source-location'] ?? annotations['backstage.io/view-url'] ?? '';
  const slug = annotations['github.com/project-slug'] ?? /github\.com\/([\w.-]+\/[\w.-]+)/.exec(source)?.[1] ?? '';
  return fits(repository)(slug) ? slug : null;
}

/** The service at PagerDuty or the team at Opsgenie; PagerDuty's integration key is a secret and never read. */
function rotaOf(annotations: Readonly<Record<string, string>>): string | null {
  const [pagerDuty, opsgenie] = [annotations['pagerduty.com/service-id'], annotations['opsgenie.com/team']];
  const rota = pagerDuty ? `PagerDuty ${pagerDuty}` : opsgenie ? `Opsgenie ${opsgenie}` : '';
  return fits(line(200))(rota) ? rota : null;
}

/**
 * `user:ada` is a person; anything else is a group (Backstage's own rule): the team at GitHub that the group names, else one of
 * that name in the organisation of the repository.
 */
function ownersOf(reference: string, slug: string | null, teams: Readonly<Record<string, string>>): readonly string[] {
  const [, kind = 'group', namespace = 'default', name = ''] =
    /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(reference.trim().toLowerCase()) ?? [];
  const team = `${slug?.split('/')[0] ?? namespace}/${name}`;
  const found = kind === 'user' ? name : Object.hasOwn(teams, name) ? (teams[name] ?? team) : team;
  return fits(owner)(found) ? [found] : [];
}

/** GitHub's teams by the names of the groups that stand in the same file. */
function teamsOf(sources: readonly SourceFile[]): Readonly<Record<string, string>> {
  const groups = sources.flatMap(({ value }) => {
    const read = isEntity(value) && /^group$/i.test(String(value.kind)) ? entity.safeParse(value) : null;
    const team = read?.data?.metadata.annotations?.['github.com/team-slug'];
    return read?.data && team ? [[read.data.metadata.name.toLowerCase(), team] as const] : [];
  });
  return Object.fromEntries(groups);
}
