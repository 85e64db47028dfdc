// The config and the folder that an incident began with, whatever stands there now.
import { expect, test } from '@jest/globals';
import { type ConfigFiles, emptyConfigCache } from '../../src/github/config-cache.ts';
import { currentConfig } from '../../src/github/config-files.ts';
import { pinnedFiles } from '../../src/github/pinned-files.ts';
import { ground, repo } from './ground.ts';

const config = '.github/sitrep.yml';
const own = '.github/sitrep/ours.yml';
const page = '.github/sitrep/pages/a.hbs';

/** The files of then, and of now after a push; `pinned` asks for those of then with an empty cache. */
async function changed(push: Record<string, string | null>) {
  const { github, count, bob } = ground({ [config]: 'handbook: ours.yml\n', [own]: 'id: then\n', [page]: 'A' });
  const then = await currentConfig(github, repo);
  bob.push(repo, push);
  const now = await currentConfig(github, repo);
  const cache = emptyConfigCache();
  const pinned = (oids: { oid: string | null; folder?: string | null }): Promise<ConfigFiles> =>
    pinnedFiles(github, repo, oids, now, cache);
  return { then, now, pinned, count };
}

test.each<[string, Record<string, string | null>]>([
  ['the folder', { [own]: 'id: now\n' }],
  ['the config', { [config]: 'zone: UTC\n' }],
  ['both', { [own]: 'id: now\n', [config]: 'zone: UTC\n' }],
  ['the folder, which is gone', { [own]: null, [page]: null }],
  ['nothing', { 'README.md': 'x' }],
])('%s changed: what was pinned comes back, and is asked for once', async (_, push) => {
  const { then, pinned, count } = await changed(push);
  const oids = { oid: then.oid, folder: then.folderOid };
  expect(await pinned(oids)).toEqual(then);
  const before = count.graphql;
  expect(await pinned(oids)).toEqual(then);
  expect(count.graphql).toBe(before);
});

test('what was not there then is not there for the incident', async () => {
  const { pinned } = await changed({ 'README.md': 'x' });
  expect(await pinned({ oid: null, folder: null })).toMatchObject({
    oid: null,
    text: null,
    folderOid: null,
    files: {},
  });
});

test('what was not pinned, or GitHub has no more, is taken as it is now', async () => {
  const { then, now, pinned } = await changed({ [own]: 'id: now\n', [config]: 'zone: UTC\n' });
  const folder = { folderOid: now.folderOid, files: now.files };
  expect(await pinned({ oid: then.oid })).toEqual({ ...then, ...folder });
  const lost = 'f'.repeat(40);
  expect(await pinned({ oid: lost, folder: lost })).toEqual(now);
});
