// What the demo and `say` write to a terminal.

/** One line, or several. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line across the terminal with a title in it. */
export function heading(text: string): void {
  print(`\n──── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}\n`);
}
