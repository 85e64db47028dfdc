// One or several, as the buttons of GitHub's pages take them.
export type Many = string | readonly string[];

/** Several, however few. */
export function many(one: Many): readonly string[] {
  return typeof one === 'string' ? [one] : one;
}
