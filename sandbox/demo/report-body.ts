// A report as GitHub writes what the issue form was told.

const headings = [
  'Summary',
  'Severity',
  'Impact',
  'Urgency',
  'Affected services',
  'Symptoms',
  'Started at',
  'Detected at',
  'How detected',
  'Users affected',
  'Business functions disrupted',
  'Workaround',
  'Already over? (Resolved at)',
] as const;

type Answers = { readonly [heading in (typeof headings)[number]]?: string };

/** The body of an issue that the incident form made; what is not answered is `_No response_`. */
export function reportBody(answers: Answers): string {
  return headings.map((heading) => `### ${heading}\n\n${answers[heading] ?? '_No response_'}`).join('\n\n');
}
