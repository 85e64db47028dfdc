// The config of a repository, and the files beside it: services, Backstage's catalog, issue forms.
import assert from 'node:assert/strict';
import type { Resolved } from '../../src/config/parse.ts';
import { readReference } from '../../src/config/reference.ts';
import { serviceFiles } from '../../src/core/service.ts';
import { filesIncidents, readForm } from '../../src/setup/read-form.ts';
import { resolve } from '../config/ground.ts';
import { handbook } from './ground.ts';
import type { Reader } from './reader.ts';
import { changedHandbooks, configs } from './samples.ts';
import { textsOf } from './texts.ts';

const services =
  'services:\n  checkout:\n    name: Checkout\n    owners: [acme/shop]\n    aliases: [shop]\ncustomers:\n  big:\n    name: Big\n';
const catalog =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: checkout\n  annotations:\n    github.com/project-slug: acme/shop\nspec:\n  owner: group:shop\n---\nkind: System\nmetadata: {name: shop}\n';
const form =
  'name: Incident\nlabels: [incident]\nbody:\n  - type: dropdown\n    attributes: {label: Severity, options: [Sev-1, Sev-2]}\n  - type: textarea\n    attributes: {label: Impact}\n';

export const yamlPieces: readonly string[] = [
  ...[
    'handbook: ',
    'extends: ',
    'zone: ',
    'name: ',
    'severities:\n',
    'roles:\n',
    '  sev-1:\n',
    '    name: X\n',
    '    color: ',
    '  commander:\n',
    'declare: ',
    'bots: ',
    'replace: ',
  ],
  ...[
    'workflow-guide',
    'elimu',
    'h.yml',
    'UTC',
    'Europe/Berlin',
    'anyone',
    'members',
    '30m',
    '2h',
    'sev-1',
    "'000000'",
    'true',
    'null',
    '~',
    '1e9',
    '0x1F',
    '08',
    '.inf',
    '2026-03-02',
  ],
  ...[
    '- ',
    '  - ',
    '? ',
    ': ',
    ':\n',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '|2\n',
    '&a ',
    '*a',
    '!!js/function ',
    '!',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '# x\n',
  ],
  ...[
    '<<: *a',
    '__proto__: ',
    'constructor: ',
    'kind: Component\n',
    'metadata:\n',
    'services:\n',
    '@acme/ops',
    '`',
    '\\x41',
    '\\u',
    '{{title}}',
    '<!-- -->',
    'x'.repeat(300),
  ],
];

const samples = [...configs, ...changedHandbooks.map((text) => text.slice('extends: workflow-guide\n'.length))];

export const configReader: Reader = {
  name: 'config',
  texts: textsOf({ pieces: yamlPieces, samples }),
  pieces: yamlPieces,
  opening: '',
  read(text) {
    const resolved = resolve(text);
    sound(resolved, text);
    if (!resolved.sound)
      assert.equal(resolved.handbook.id, handbook.id, 'where the config is wrong, the default handbook holds');
  },
};

/** Services and customers, told by the team or as Backstage's catalog. */
export const serviceReader: Reader = {
  name: 'services',
  texts: textsOf({ pieces: yamlPieces, samples: [services, catalog] }),
  pieces: yamlPieces,
  opening: '',
  read(text) {
    const beside = readReference(
      text.length % 2 ? { files: { [serviceFiles.own]: text } } : { files: {}, catalog: text },
    );
    sound(beside, text);
    assert.ok(beside.problems.length === 0 || beside.layers.length === 0, 'a file that is wrong is left out whole');
    if (text.length % 16 === 1) assert.ok(resolve(null, { 'services.yml': text }).sound, 'the handbook stays as it is');
  },
};

/** The issue form, which the doctor reads. */
export const issueFormReader: Reader = {
  name: 'issue-form',
  texts: textsOf({ pieces: yamlPieces, samples: [form] }),
  pieces: yamlPieces,
  opening: '',
  read(text) {
    const asked = readForm(text);
    if (asked) filesIncidents(asked, handbook);
  },
};

/** Problems have a place in the text, and can be said in one line. */
export function sound({ problems }: Pick<Resolved, 'problems'>, text: string): void {
  const rows = text.split(/\r\n|\n|\r/).length;
  assert.ok(problems.length <= 20, 'nobody reads more than twenty problems');
  for (const { line, column, what, suggestion } of problems) {
    assert.ok(line >= 1 && line <= rows && column >= 1, `line ${line}, column ${column}`);
    assert.doesNotMatch(`${what}${suggestion}`, /[\p{Cc}\u2028\u2029]/u);
    assert.ok(what.length + suggestion.length <= 1_200, `${what} ${suggestion}`);
  }
}
