// The issue form against the handbook: whether there is one, whether what it asks is read, and whether its choices are the handbook's.
import type { Handbook } from '../core/handbook.ts';
import { isReport } from '../thread/report.ts';
import { choiceFaults } from './choice-faults.ts';
import { hasPrivateMatters, privateReport } from './chooser.ts';
import type { Finding, Seen } from './finding.ts';
import { type Patient, siteOf } from './patient.ts';
import { type AskedField, fieldOf, filesIncidents, type ReadForm, readForm } from './read-form.ts';

export function formFindings(patient: Patient): readonly Seen[] {
  const { templates, handbook, facts, self, repository } = patient;
  if (templates === null) return [];
  const read = Object.entries(templates)
    .filter(([path]) => /\.ya?ml$/.test(path) && path !== chooserPath)
    .map(([path, text]) => ({ path, form: readForm(text) }));
  const unread = read
    .filter(({ form }) => form === null)
    .map(({ path }) => ({ unseen: `${path}, which is no form in plain YAML` }));
  const forms = read.flatMap(({ path, form }) =>
    form !== null && filesIncidents(form, handbook) ? [{ path, form }] : [],
  );
  const isText = Object.entries(templates).some(
    ([path, text]) => path.endsWith('.md') && isReport(text, handbook.headings),
  );
  const place = `in a checkout of ${repository.owner}/${repository.name}`;
  const absent = {
    what: 'There is no issue form for incidents on the default branch: reports come without what Sitrep reads.',
    mend: `Say ${place}: ${self} init, commit and push`,
  };
  const mend = (path: string) =>
    `Say ${place}: rm ${path} && ${self} init; or edit it: ${facts.page}/edit/${facts.branch}/${path}`;
  return [
    ...unread,
    ...(forms.length === 0 && unread.length === 0 && !isText ? [absent] : []),
    ...forms.flatMap(({ path, form }) =>
      faultsOf(form, handbook, facts.isPrivate).map((fault) => ({ what: `${path}: ${fault}`, mend: mend(path) })),
    ),
    ...privateDoor(patient),
  ];
}

const chooserPath = '.github/ISSUE_TEMPLATE/config.yml';

/** What of a form Sitrep does not read as it is meant. */
function faultsOf({ asked }: ReadForm, handbook: Handbook, isPrivate: boolean): readonly string[] {
  const known = asked.map((one) => ({ one, field: fieldOf(one, handbook) }));
  const strange = known.filter(({ field }) => field === null).map(({ one }) => one.heading);
  const unread =
    strange.length === 0
      ? []
      : [
          `it asks for what Sitrep does not know (${strange.join(', ')}), and takes that for a part of the answer above. Name it under headings: in .github/sitrep.yml, or take it out.`,
        ];
  const hasSeverity = known.some(({ field }) => field === 'severity');
  const missing = hasSeverity ? [] : [`it does not ask for ${handbook.headings.severity[0]}.`];
  const choices = known.flatMap(({ one, field }) => (field === null ? [] : faultsAt(one, field, handbook, isPrivate)));
  return [...missing, ...unread, ...choices];
}

function faultsAt(
  one: AskedField,
  field: NonNullable<ReturnType<typeof fieldOf>>,
  handbook: Handbook,
  isPrivate: boolean,
): readonly string[] {
  if (one.choices.length === 0) return [];
  return choiceFaults(field, one.choices, handbook, isPrivate).map((fault) => `${one.heading} ${fault}`);
}

/** In public, matters that must not be told there need another way in. */
function privateDoor({ templates, handbook, facts, repository, self }: Patient): readonly Finding[] {
  if (facts.isPrivate || !hasPrivateMatters(handbook)) return [];
  const chooser = templates?.[chooserPath];
  if (chooser?.includes('/security/advisories/new')) return [];
  const url = privateReport({ host: new URL(siteOf(facts)).host, ...repository });
  const what = 'Who wants to report a security matter finds no private way beside the form.';
  const edit = `${facts.page}/edit/${facts.branch}/${chooserPath}`;
  const mend =
    chooser === undefined
      ? `Say in a checkout of ${repository.owner}/${repository.name}: ${self} init; it writes ${chooserPath} with a link to ${url}`
      : `Add a link to its contact_links, to ${url}: ${edit}`;
  return [{ what, mend }];
}
