// What is said of a period that cannot be read.

/** Why words are no period, with what to write instead. Of the words themselves only what was recognised is repeated. */
export const periodWords = {
  unknown: () => 'This is no period. Write an ISO week such as `2026-W10`, or `last-week` or `this-week`.',
  noSuchWeek: (year: string, week: string, last: string) =>
    `${year} has no week ${week}: its weeks are ${year}-W01 to ${last}. Write one of them, or \`last-week\`.`,
  month: (month: string) => `${month} is a month, and a report is about one week. Write a week such as \`2026-W10\`.`,
  day: (day: string, week: string) => `${day} is a day, and a report is about one week. Write its week: \`${week}\`.`,
  future: (week: string) => `${week} has not begun yet. Write an earlier week, or \`last-week\` or \`this-week\`.`,
} as const;
