// What our own comments say before, or instead of, anything about the incident.

/** The card in the seconds between being made and being written. */
export function emptyCard(): string {
  return 'Sitrep is reading the report: the status card will stand here in a moment.';
}

/** Above a block of older entries that the card no longer holds. */
export function recordTitle(number: number): string {
  return `<details><summary>Record ${number}: older entries of this incident</summary>\n\nThis comment keeps what the status card has no room for. Please leave it as it is.\n\n</details>`;
}

/** Below a text that would not fit into one comment. */
export function cutShort(): string {
  return '…and more than one comment can hold. What stands on the record is on the card; to ask for the rest: `/catchup`';
}
