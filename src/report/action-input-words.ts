// What a workflow is told of an input that was not understood: which one, what it held, what to write.
import { quotePlain } from '../render/quote.ts';

const told = (word: string) => quotePlain(word, { limit: 80 }) || '(nothing)';

/** One sentence for each; nothing was read or written before it. */
export const inputFaults = {
  home: () => 'GITHUB_REPOSITORY names no repository. Run this in a workflow.',
  mode: (word: string) => `mode: ${told(word)} is none. Write metrics or respond.`,
  token: () => 'token: it is empty. Leave it out to use the github.token of the run, or name a secret that is set.',
  strangeToken: () => 'token: GitHub does not take it. It may have expired, or be of another GitHub: make a new one.',
  repositories: ({ word }: { readonly word: string }) =>
    `repositories: ${told(word)} names no repository. Write owner/name, or an organisation for all of its repositories.`,
  format: (word: string) => `format: ${told(word)} is none. Write markdown, json or csv, or several with commas.`,
  title: ({ fault, word }: { readonly fault: 'placeholder' | 'long'; readonly word: string }) =>
    ({
      placeholder: `title: there is no placeholder ${told(word)}. Write {period}, {days} or {repository}.`,
      long: `title: it is longer than the 200 characters that fit. Write a shorter one.`,
    })[fault],
  notify: ({ fault, word }: { readonly fault: 'strange' | 'many'; readonly word: string }) =>
    fault === 'many'
      ? `notify: ${told(word)} are too many. Name ten at most; a team counts as one.`
      : `notify: ${told(word)} is neither a login nor a team. Write names such as octocat or acme/oncall.`,
  label: (word: string) =>
    `label: ${told(word)} is none that GitHub takes. Write one of 50 characters at most, without commas.`,
  takenLabel: (word: string) =>
    `label: ${told(word)} is a label of incidents, and the report would become one. Write another one, such as incident-metrics.`,
  issue: (word: string) => `issue: ${told(word)} is neither true nor false. Write one of them.`,
  whenUnchanged: (word: string) => `when-unchanged: ${told(word)} is none. Write stop or report.`,
  wait: (word: string) => `wait: ${told(word)} is no number of minutes. Write a whole number such as 10.`,
} as const;
