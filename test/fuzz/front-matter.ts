// The post-mortem's front matter: machines read what people's words are put into, before and after some of them are taken out.
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Incident } from '../../src/core/incident.ts';
import type { Person } from '../../src/core/person.ts';
import { frontMatter } from '../../src/render/front-matter.ts';
import { renderPostMortem } from '../../src/render/post-mortem.ts';
import { pageWithout } from '../../src/render/pull-without.ts';
import { quotePlain } from '../../src/render/quote.ts';
import { ada, handbook, incidentOf, issue, repository, said, templates } from '../render/sample.ts';
import type { Reader } from './reader.ts';
import { comments } from './samples.ts';
import { marks, textsOf } from './texts.ts';

const pieces = [
  ...[
    '---',
    '\n---\n',
    '...',
    'title: x',
    ': ',
    ' #',
    '"',
    "'",
    '\\"',
    '{',
    '}',
    '[a]',
    '!!js',
    '&a',
    '*a',
    '%YAML',
    '|',
    '>',
    '? ',
    '- ',
    '@',
    '`',
    'null',
    'yes',
    '~',
  ],
  ...marks,
];

export const frontMatterReader: Reader = {
  name: 'front-matter',
  texts: textsOf({ pieces, samples: comments }),
  pieces,
  opening: '',
  read(text) {
    // GitHub bounds titles and logins, and the form's answers are bounded by its body.
    const title = text.slice(0, 256);
    const who: Person = { id: 'U_x', login: text.slice(0, 39), bot: false };
    const incident = incidentOf(
      said('10:01', who, { kind: 'title', title }, { source: 'comment:101:x', order: 1 }),
      said(
        '10:02',
        ada,
        { kind: 'services', add: [text.slice(0, 200), 'checkout'], remove: [] },
        { source: 'comment:102:x', order: 2 },
      ),
      said(
        '10:03',
        who,
        { kind: 'role', role: 'commander', change: 'taken', holder: who, before: null },
        { source: 'comment:103:x', order: 3 },
      ),
      said('10:04', who, { kind: 'note', note: 'decision', text }, { source: 'comment:104:x', order: 4 }),
      said('10:05', ada, { kind: 'situation', field: 'impact', text }, { source: 'comment:105:x', order: 5 }),
    );
    assert.deepEqual(frontOf(`${frontMatter(incident, handbook, issue)}\n`), {
      title: quotePlain(title, { limit: 250 }),
      services: incident.services.map((one) => quotePlain(one, { limit: 100 })),
      commander: quotePlain(who.login),
    });
    if (text.length % 8 === 1) wholePage(text, incident);
  },
};

/** What it stands on top of, before and after the text is taken out of it. */
function wholePage(text: string, incident: Incident): void {
  const comment = { by: null, at: '2026-03-02T10:06:00Z', body: text, url: `${issue.url}#issuecomment-6` };
  const page = renderPostMortem({ incident, handbook, issue, repository, owner: ada, comments: [comment] }, templates);
  assert.ok(page.title.length <= 256 && /^post-mortems\/2026\/[a-z0-9-]+\.md$/.test(page.path), page.path);
  const words = {
    redactions: [],
    words: [text, ...text.split(/\s+/, 3)],
    deleted: [],
    deletedWords: [text.slice(3, 20)],
  };
  assert.deepEqual(Object.keys(frontOf(pageWithout(page.text, words))), Object.keys(frontOf(page.text)));
}

/** @throws when it is no front matter */
function frontOf(page: string) {
  const [, front] = /^---\n([\s\S]*?)\n---\n/.exec(page) ?? [];
  assert.ok(front !== undefined, 'the page begins with front matter');
  const { title, services, commander, milestones } = parse(front) as Record<string, unknown>;
  assert.equal(typeof milestones, 'object');
  return { title, services, commander };
}
