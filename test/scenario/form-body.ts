// The body that GitHub makes of our issue form: every heading in the form's order, `_No response_` where nothing was answered.

/** Headings of `.github/ISSUE_TEMPLATE/incident-report.yml`, in its order. */
export const formHeadings = [
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

/** Whether a heading belongs to the form (also by the two halves of its last one), without regard to case. */
export function isFormHeading(heading: string): boolean {
  return headingOf(heading) !== undefined;
}

/** The body of a report by form. Answers by heading; headings that {@link isFormHeading} does not know must not come here. */
export function formBody(answers: Readonly<Record<string, string>>): string {
  const answered = new Map(Object.entries(answers).map(([heading, answer]) => [headingOf(heading), answer.trim()]));
  return formHeadings.map((heading) => `### ${heading}\n\n${answered.get(heading) || '_No response_'}`).join('\n\n');
}

function headingOf(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const over = ['already over?', 'already over', 'resolved at'].includes(plain);
  return over ? formHeadings.at(-1) : formHeadings.find((heading) => heading.toLowerCase() === plain);
}
