/** The report of the demo, as GitHub writes what the issue form was told. */
export const reportBody = [
  ['Summary', 'Customers cannot pay: the checkout page answers 500.'],
  ['Severity', 'Sev-2'],
  ['Impact', 'High'],
  ['Urgency', 'High'],
  ['Affected services', 'checkout'],
  ['Symptoms', 'HTTP 500 from /pay, since about the deploy'],
  ['Started at', '2026-03-02 09:41 UTC'],
  ['Detected at', '09:55 UTC'],
  ['How detected', 'Customer report'],
  ['Users affected', 'everybody who pays by card'],
  ['Business functions disrupted', 'sales'],
  ['Workaround', '_No response_'],
  ['Already over? (Resolved at)', '_No response_'],
]
  .map(([heading, answer]) => `### ${heading}\n\n${answer}`)
  .join('\n\n');
