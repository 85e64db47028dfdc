// `.github/sitrep.yml` as a repository begins with it, and the one line of it that names the handbook.
import { parseDocument } from 'yaml';
import { readSource } from '../config/document.ts';
import { flow } from '../config/explain.ts';
import { nameIn } from '../config/parse.ts';
import type { ConfigFiles } from '../github/config-cache.ts';
import { asYaml } from './as-yaml.ts';
import type { Source } from './check-workflow.ts';
import type { OwnPages } from './own-pages.ts';

/** Where the config will be read. */
interface Surroundings {
  /** Where Sitrep is published, for the schema by which an editor checks the file; null: nowhere. */
  readonly source: Source | null;
  /** There is no server. */
  readonly actions: boolean;
}

/**
 * A config that names a handbook and, where there are copies of its post-mortem pages, those.
 * @param pages what it says under `post-mortem`; null: there are none
 */
export function firstConfig(handbook: string, pages: OwnPages['named'], { source, actions }: Surroundings): string {
  const own = `
# The team's own pages, copies of the handbook's: change them as you like, or take these lines away.
${pages === null ? '' : asYaml({ 'post-mortem': pages })}`;
  const schema = source === null ? '' : `# yaml-language-server: $schema=${schemaAddress(source)}\n`;
  return `${schema}# How this repository uses Sitrep. Every line is optional; Sitrep's docs/configuration.md tells every key.
handbook: ${flow(handbook)}
${actions ? noServer : ''}
# The zone in which a bare 14:02 is read and shown, beside UTC.
# zone: Europe/Berlin
${pages === null ? '' : own}
# Teams whose members respond whatever their access to this repository.
# responders: [your-org/on-call]

# What an incident can be about (or in .github/sitrep/services.yml). The issue form offers them: after a change delete the form, and say sitrep init again.
# services:
#   payments: { name: Payments, owners: [your-login], runbook: 'https://wiki.example.com/payments' }
`;
}

const noServer = `
# GitHub's runners do the work: no time under six hours is promised.
runs-on: actions
`;

function schemaAddress({ repository, ref }: Source): string {
  return `https://raw.githubusercontent.com/${repository}/${ref}/docs/sitrep.schema.json`;
}

/** The handbook that holds with a config, by the name that it goes by; null: the config is no plain YAML. */
export function handbookIn(text: string, files: ConfigFiles['files']): string | null {
  const { source } = readSource('', text);
  if (!source) return null;
  const { handbook, extends: base } = source.value;
  const word = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return nameIn({ handbook: word(handbook), extends: word(base) }, { files }).name;
}

/** The same config with another handbook, under the key that named the old one; every other line, comments too, stays. */
export function withHandbook(text: string, handbook: string): string {
  const document = parseDocument(text);
  const isExtended = document.has('extends') && !document.has('handbook');
  document.set(isExtended ? 'extends' : 'handbook', handbook);
  if (!isExtended) document.delete('extends');
  return document.toString({ lineWidth: 0 });
}
