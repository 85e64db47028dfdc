// What may stand behind two dashes on a command line.

/** Every option there is; `help` is everybody's. */
export const options = {
  help: { type: 'boolean', short: 'h' },
  handbook: { type: 'string' },
  force: { type: 'boolean' },
  private: { type: 'boolean' },
  actions: { type: 'boolean' },
  source: { type: 'string' },
  'dry-run': { type: 'boolean' },
  from: { type: 'string' },
  period: { type: 'string' },
  format: { type: 'string' },
  since: { type: 'string' },
  at: { type: 'string' },
  gaps: { type: 'boolean' },
  next: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** What was given of them. */
export interface Options {
  readonly handbook?: string | undefined;
  readonly force?: boolean | undefined;
  readonly private?: boolean | undefined;
  readonly actions?: boolean | undefined;
  readonly source?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly from?: string | undefined;
  readonly period?: string | undefined;
  readonly format?: string | undefined;
  readonly since?: string | undefined;
  readonly at?: string | undefined;
  readonly gaps?: boolean | undefined;
  readonly next?: string | undefined;
  readonly json?: boolean | undefined;
}
