// Of some texts the YAML parser makes ten thousand errors: most of the time would go into their stacks, which nobody reads.

/** What `parse` gives, with errors that do not know where in the program they were made. */
export function withoutStacks<T>(parse: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
