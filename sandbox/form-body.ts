// The body that GitHub makes of our issue form: every heading in its order, `_No response_` where nothing was answered.

/** Headings of `.github/ISSUE_TEMPLATE/incident-report.yml`, in its order. */
const formHeadings = [
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

/**
 * The body of a report by form. Answers by heading, without regard to case; headings that our form does not have (a handbook
 * may call things by other names) stand behind its own.
 */
export function formBody(answers: Readonly<Record<string, string>>): string {
  const given = Object.entries(answers).map(([heading, answer]) => [nameOf(heading), answer.trim()] as const);
  const answered = new Map<string, string>(given);
  const further = given.map(([heading]) => heading).filter((heading) => !formHeadings.some((own) => own === heading));
  return [...formHeadings, ...further]
    .map((heading) => `### ${heading}\n\n${answered.get(heading) || '_No response_'}`)
    .join('\n\n');
}

/** As our form spells a heading; its last one is also known by its two halves. */
function nameOf(heading: string): string {
  const plain = heading.trim().toLowerCase();
  if (['already over?', 'already over', 'resolved at'].includes(plain)) return 'Already over? (Resolved at)';
  return formHeadings.find((own) => own.toLowerCase() === plain) ?? heading.trim();
}
