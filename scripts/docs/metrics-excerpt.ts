// README: the beginning of the example's metrics issue, as it comes out.

/** The first table's rows that are shown. */
const rowsShown = 5;

/** Title, the three sentences and the first numbers, as a quotation. @throws when the issue does not begin with them */
export function metricsExcerpt({ title, body }: { readonly title: string; readonly body: string }): string {
  const lines = body.split('\n');
  const sentences = lines.filter((line) => /^\*\*What [^*]+:\*\* /.test(line));
  const head = lines.findIndex((line) => line.startsWith('| Metric |'));
  if (sentences.length !== 3 || head < 0) throw new Error('The example begins with other things than the README shows');
  const rows = lines.slice(head, head + 2 + rowsShown);
  const text = [`**${title}**`, ...sentences, rows.join('\n')].join('\n\n');
  // Its links lead to incidents that are made up.
  const shown = text.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  return shown.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}
