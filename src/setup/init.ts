// `sitrep init`: writes what a repository needs to follow a handbook, and says what to do next.
import { existsSync, globSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configPath } from '../github/config-files.ts';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import { checkWorkflow, isPinned, type Source, sourceNamed } from './check-workflow.ts';
import { chooser, hasPrivateMatters, privateReport } from './chooser.ts';
import { type Asked, type Ground, groundOf } from './ground.ts';
import { issueForm } from './issue-form.ts';
import { metricsWorkflow } from './metrics-workflow.ts';
import { nextSteps } from './next-steps.ts';
import { type Origin, originOf, publishedCommit } from './origin.ts';
import { isPinnedAt, isWithoutServer } from './own-workflows.ts';
import { plainReport } from './plain-report.ts';
import { type Found, foundAt, putFile, type WantedFile } from './put-files.ts';
import { filesIncidents, readForm } from './read-form.ts';
import { respondPaths, respondWorkflow, scheduleWorkflow } from './respond-workflow.ts';

const formPath = '.github/ISSUE_TEMPLATE/incident.yml';
const chooserPath = '.github/ISSUE_TEMPLATE/config.yml';

/**
 * Writes the files into the terminal's folder. Nothing is written when anything is wrong beforehand; nothing that is there and
 * differs is replaced without `force`.
 * @returns 0 done, 1 something is in the way, 2 what was asked for is not understood
 */
export function init(wished: Asked, terminal: Terminal): number {
  // Two Sitreps on one repository are worse than a wish that has to be typed twice.
  const asked = { ...wished, actions: wished.actions || isWithoutServer(terminal.folder) };
  const source = asked.source === null ? ownSource() : sourceNamed(asked.source);
  if (asked.source !== null && source === null)
    return refuse(2, [`${asked.source} is not a place of Sitrep, such as acme/sitrep@main.`], terminal);
  const isAbout = wished.actions || (asked.actions && source !== null);
  const unpinned = isAbout ? whyUnpinned(source) : whyLoosened(asked, source, terminal);
  if (unpinned !== null) return refuse(2, [unpinned], terminal);
  const ground = groundOf({ asked, source }, terminal);
  if ('code' in ground) return refuse(ground.code, ground.lines, terminal);
  const origin = originOf(terminal.folder);
  const places = wantedFiles(ground, asked, source, origin).map((file) => ({
    file,
    found: foundAt(terminal.folder, file),
  }));
  const blocked = places.flatMap(({ found }) => (typeof found === 'object' ? [found.why] : []));
  if (blocked.length > 0) return refuse(1, [...new Set(blocked)], terminal);
  const open = places.flatMap(({ file, found }) => (typeof found === 'object' ? [] : [{ file, found }]));
  const leftAlone = asked.force ? [] : open.filter(({ found }) => found === 'other').map(({ file }) => file.path);
  for (const { file, found } of open) {
    const line = put(file, found, asked, ground, terminal);
    if (line === null) return 1;
    terminal.out(plain(line, 400));
  }
  for (const line of nextSteps({
    ground,
    isPrivate: asked.isPrivate,
    actions: asked.actions,
    source,
    origin,
    leftAlone,
    otherForms: otherForms(ground, terminal),
    terminal,
  }))
    terminal.out(line);
  return 0;
}

/** Why the workflow cannot be written that runs with a token which writes; null: it can. */
function whyUnpinned(source: Source | null): string | null {
  const example = 'sitrep init --actions --source acme/sitrep@<the 40 hex digits of a commit>';
  if (source === null) return `--actions needs a commit of Sitrep that GitHub's runners can fetch: ${example}.`;
  if (isPinned(source)) return null;
  if (/^[\da-f]{7,39}$/i.test(source.ref))
    return `${source.ref} is a part of a commit's name, which GitHub's runners do not take: write all 40 digits (git rev-parse ${source.ref}).`;
  return `${source.ref} may be another program tomorrow, and the workflow may write here: name a commit, ${example}.`;
}

/** Why workflows that are there are not written anew: what runs at one commit would follow a branch or tag; null: it would not. */
function whyLoosened({ force }: Asked, source: Source | null, { folder }: Terminal): string | null {
  if (!force || source === null || isPinned(source)) return null;
  const pinned = workflows(source).flatMap(({ path }) => (isPinnedAt(folder, path) ? [path] : []));
  if (pinned.length === 0) return null;
  const place = `${source.repository}@<the 40 hex digits of a commit>`;
  return `${pinned.join(', ')}: they run Sitrep at one commit, and ${source.ref} may be another program tomorrow. Say --source ${place}, or take the files away first.`;
}

function refuse(code: number, lines: readonly string[], { err }: Terminal): number {
  for (const line of lines) err(plain(line, 400));
  err('Nothing was written.');
  return code;
}

function wantedFiles(
  { config, handbook, pages }: Ground,
  { isPrivate, actions }: Asked,
  source: Source | null,
  origin: Origin | null,
): readonly WantedFile[] {
  const report = origin === null ? null : privateReport(origin);
  const isLinked = hasPrivateMatters(handbook) && !isPrivate && report !== null;
  return [
    { path: configPath, text: config },
    { path: formPath, text: issueForm(handbook, { report, isPrivate }) },
    { path: '.github/ISSUE_TEMPLATE/incident-plain.md', text: plainReport(handbook, isPrivate) },
    ...(isLinked ? [{ path: chooserPath, text: chooser(handbook, report) }] : []),
    ...pages.files,
    ...(source === null ? [] : workflows(source)),
    ...(source === null || !actions
      ? []
      : [
          { path: respondPaths.events, text: respondWorkflow(source, handbook.label.name) },
          { path: respondPaths.schedule, text: scheduleWorkflow(source, isPrivate) },
        ]),
  ];
}

function workflows(source: Source): readonly WantedFile[] {
  return [
    { path: '.github/workflows/sitrep-check.yml', text: checkWorkflow(source) },
    { path: '.github/workflows/incident-metrics.yml', text: metricsWorkflow(source) },
  ];
}

/** Forms beside ours that file incidents too; links are not followed. */
function otherForms({ handbook }: Ground, { folder }: Terminal): readonly string[] {
  const paths = globSync('.github/ISSUE_TEMPLATE/*.{yml,yaml}', { cwd: folder }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return paths.filter((path) => {
    if (path === formPath || !lstatSync(join(folder, path)).isFile()) return false;
    const form = readForm(readFileSync(join(folder, path), 'utf8'));
    return form !== null && filesIncidents(form, handbook);
  });
}

/** Writes one file where that is due. @returns the line that tells it; null: it could not be written, and that was told */
function put(
  file: WantedFile,
  found: Found,
  { force }: Asked,
  ground: Ground,
  { folder, err }: Terminal,
): string | null {
  if (file.path === configPath && ground.kept !== null)
    return `left alone  ${file.path}: it says handbook: ${ground.kept}, and all of this is for that; --force changes it`;
  if (found === 'same') return `unchanged   ${file.path}`;
  if (found === 'other' && !force) return `left alone  ${file.path}: it differs; --force replaces it`;
  try {
    putFile(folder, file, found === 'other');
  } catch (error) {
    err(
      plain(
        `${file.path} could not be written (${(error as NodeJS.ErrnoException).code}). Mend that and say it again.`,
      ),
    );
    return null;
  }
  const isMended = file.path === configPath && ground.mended;
  return `${found === 'new' ? 'wrote       ' : isMended ? 'changed     ' : 'replaced    '}${file.path}`;
}

/** Where this Sitrep's own checkout came from, if what it runs can be fetched there. */
function ownSource(): Source | null {
  const root = join(import.meta.dirname, '../..');
  const origin = existsSync(join(root, '.git')) ? originOf(root) : null;
  const ref = origin === null ? null : publishedCommit(root);
  return origin && ref ? { repository: `${origin.owner}/${origin.name}`, ref } : null;
}
