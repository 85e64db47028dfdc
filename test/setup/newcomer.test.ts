// From `sitrep init` to a first working incident by what it prints, with each of our handbooks.

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startSandbox } from '../../sandbox/server.ts';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import { sealWith } from '../../src/core/seal.ts';
import { asConfig } from '../../src/files-to-check.ts';
import { createServices } from '../../src/footing.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { ground, repo } from '../github/ground.ts';
import { type Form, filled, formIn } from './filled-form.ts';
import { filesIn, folderOf, sitrepIn } from './folder.ts';

const shipped = readShipped();

/** A folder after `sitrep init`, with a sentence of the team's own in its post-mortem page. */
async function begun(handbook: string) {
  const folder = folderOf();
  expect(await sitrepIn(folder, ['init', '--handbook', handbook])).toMatchObject({ code: 0 });
  const files = filesIn(folder);
  const pages = Object.keys(files).filter((path) => path.endsWith('.hbs'));
  expect(pages.length).toBeGreaterThan(0);
  const own = Object.fromEntries(pages.map((path) => [path, `${files[path]}\nOur own last words.\n`]));
  return { folder, files: { ...files, ...own }, text: files['.github/sitrep.yml'] ?? '' };
}

/** The first choice of every list, and words where the form wants words. */
function answers({ body }: Form): Readonly<Record<string, string>> {
  const times = ['started', 'detected', 'over'];
  const asked = body.filter(({ type, id = '' }) => type !== 'markdown' && !times.includes(id));
  return Object.fromEntries(asked.map(({ id = '', attributes }) => [id, attributes.options?.[0] ?? `words on ${id}`]));
}

test.each(Object.keys(shipped.handbooks))(
  '%s: what is printed leads to an incident that is read, and to a post-mortem on the own page',
  async (id) => {
    const { folder, files, text } = await begun(id);
    const { world, github, ada, bob } = ground({ 'README.md': '# ops\n', ...files });
    world.setPermission(repo, 'ada', 'admin');
    world.repository('acme', 'ops')!.settings.privateReporting = true;
    const sandbox = await startSandbox({ world, webhookSecret: 'x', clock: 'still' });
    const say = (...words: string[]) => sitrepIn('/', words, settingsForPerson(sandbox, 'ada'));
    expect(await say('labels', 'acme/ops')).toMatchObject({ code: 0, err: '' });
    expect(await say('doctor', 'acme/ops')).toMatchObject({ code: 0, out: expect.stringContaining('nothing to mend') });
    await sandbox.close();

    const form = formIn(files['.github/ISSUE_TEMPLATE/incident.yml'] ?? '');
    const body = filled(form, answers(form));
    const services = createServices(shipped, sealWith('key of the tests'));
    bob.openIssue(repo, { title: 'Checkout is down', body, labels: form.labels, template: true });
    const pass = () => reconcile(github, { ...repo, number: 1 }, world.now, services);
    await pass();
    const { handbook } = createServices(shipped, sealWith(null)).resolve(
      asConfig(join(folder, '.github/sitrep.yml'), text).files,
    );
    const issue = () => world.dump().issues[0]!;
    expect(issue().labels).toEqual(
      expect.arrayContaining([
        handbook.label.name,
        handbook.severities[0]?.id,
        `${handbook.statusPrefix}${handbook.statuses[0]?.id}`,
      ]),
    );
    const card = issue().comments.find(({ author }) => author === 'sitrep[bot]')?.body ?? '';
    expect(card).toContain('words on summary');
    expect(card).not.toMatch(/could not be read|\.github\/sitrep/);

    world.now = '2026-03-02T10:05:00Z';
    ada.comment(repo, 1, '/postmortem');
    await pass();
    await pass();
    const page = Object.values(world.dump().pulls[0]?.files ?? {}).join('\n');
    expect(page).toContain('Our own last words.');
  },
);
