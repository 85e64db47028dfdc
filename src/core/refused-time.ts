// Why a time that was typed does not count; the sentences stand in render/replies.
import type { Milestone } from './milestone.ts';

export type TimeRefusal =
  | { readonly reason: 'unreadable-time'; readonly command: string; readonly text: string }
  /** No time to come, or none that can be read; `over`: it was read, and is past. */
  | { readonly reason: 'no-time-to-come'; readonly command: string; readonly text: string; readonly over?: true }
  | { readonly reason: 'future-time'; readonly command: string; readonly text: string }
  /** An end before its start: what was said happened at `at`, and `than` is the moment it contradicts. */
  | {
      readonly reason: 'out-of-order';
      readonly command: string;
      readonly at: string;
      readonly than: Milestone;
      readonly thanAt: string;
      readonly early: boolean;
    }
  /**
   * A clock time without a day that has not come yet today, and on the day before it had not begun. `text` as typed, `date` that day,
   * `said` when it was typed (ISO UTC), `than` the beginning, which was at `thanAt`.
   */
  | {
      readonly reason: 'not-yet-today';
      readonly command: string;
      readonly text: string;
      readonly date: string;
      readonly said: string;
      readonly than: Milestone;
      readonly thanAt: string;
    };
