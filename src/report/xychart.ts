// Text of a chart as Mermaid draws it in an issue.

/** Bars or a line; one value for each place of the axis. */
export interface Series {
  readonly draw: 'bar' | 'line';
  readonly name: string;
  readonly values: readonly number[];
}

export interface Chart {
  readonly title: string;
  /** What the heights are: `incidents`, `hours`. */
  readonly unit: string;
  /** Words below the chart, one a value. */
  readonly places: readonly string[];
  readonly series: readonly Series[];
}

/** The colours of the series in their order, and the squares by which a legend names them: GitHub's own Mermaid draws none. */
const palette = [
  { color: '#a0a8b2', square: '⬜' },
  { color: '#cf222e', square: '🟥' },
  { color: '#e8710a', square: '🟧' },
  { color: '#2da44e', square: '🟩' },
  { color: '#8250df', square: '🟪' },
  { color: '#0969da', square: '🟦' },
] as const;

/** So many series can be told apart by their colour. */
export const mostSeries = palette.length;

/**
 * A code block that GitHub draws, and its legend (`⬜ all · 🟥 SEV-1`, names as they are handed in, quoted by the caller). Several
 * bars would cover one another, so there is at most one; all else are lines. Heights begin at zero.
 * @see https://mermaid.js.org/syntax/xyChart.html
 */
export function xychart({ title, unit, places, series }: Chart): { readonly code: string; readonly legend: string } {
  const greatest = Math.max(1, ...series.flatMap(({ values }) => values));
  const lines = series.map(({ draw, name, values }) => `  ${draw} ${words(name)} [${values.map(plain).join(', ')}]`);
  const colors = palette.map(({ color }) => color).join(', ');
  return {
    code: [
      '```mermaid',
      `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colors}"}}}}%%`,
      'xychart-beta',
      `  title ${words(title)}`,
      `  x-axis [${places.map(words).join(', ')}]`,
      `  y-axis ${words(unit)} 0 --> ${plain(Math.ceil(greatest))}`,
      ...lines,
      '```',
    ].join('\n'),
    legend: series.map(({ name }, index) => `${palette[index % palette.length]?.square} ${name}`).join(' · '),
  };
}

/** At most two decimals. */
function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Words between quotes: letters, digits and little else, so that nothing ends them, begins markup or a comment (`%%`, even between quotes). */
function words(text: string): string {
  const tame = text
    .replace(/[^\p{L}\p{N} .,:()/+–-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `"${tame.slice(0, 60) || '…'}"`;
}
