// Minutes between instants, for tens of thousands of them: no calendar is needed for that.

/** From one instant to another (ISO UTC), parts of a minute included; negative when the second is earlier. */
export function minutesFrom(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 60_000;
}
