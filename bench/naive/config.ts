// The usual App's config: `.github/incidents.yml`, read with each event as Probot's documentation shows it.
import type { Context } from 'probot';

export interface Config {
  /** Of an incident. */
  readonly label: string;
  readonly statusPrefix: string;
  /** Of a post-mortem's branch. */
  readonly branchPrefix: string;
  /** Where nobody said one. */
  readonly severity: string;
}

const usual: Config = { label: 'incident', statusPrefix: 'status: ', branchPrefix: 'post-mortem/', severity: 'sev-2' };

/** One request. */
export async function readConfig(context: Context): Promise<Config> {
  return (await context.config('incidents.yml', usual)) as Config;
}
