// What a sub-team's issue says beside its facts.

interface About {
  /** The incident's issue. */
  readonly number: number;
  readonly name: string;
  /** Its id, as it is typed. */
  readonly team: string;
}

/** `why` stands on top and names the incident; `end` is the way out. */
export function subTeamWords({ number, name, team }: About): { readonly why: string; readonly end: string } {
  return {
    why: `${name} is a sub-team of the incident #${number}. Its leader reports there; everybody else in it works here.`,
    end: `What you find out stands in this thread. When the task is done, or its time is up, the leader says so in #${number} with \`/team ${team} done\`, and closes this issue.`,
  };
}
