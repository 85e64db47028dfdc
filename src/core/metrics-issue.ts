// An issue that keeps a report, and what is done to it.

/** An issue that bears the label of metrics. */
export interface MetricsIssue {
  /** Node id. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** Written by whom the token acts for. */
  readonly mine: boolean;
}

/** A change of an issue that is there. */
export type MetricsEdit =
  | { readonly kind: 'edit'; readonly id: string; readonly title?: string; readonly body: string }
  | { readonly kind: 'close'; readonly id: string }
  /** Closed as a duplicate of another one, by its node id. */
  | { readonly kind: 'close-double'; readonly id: string; readonly original: string };
