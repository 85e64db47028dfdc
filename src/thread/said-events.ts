// What people did to the issue with GitHub's own buttons, as utterances: labels, assignees, closing, renaming.

import { shortHash } from '../core/entry.ts';
import type { IssueEvent, LabelEvent } from '../core/issue-event.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Utterance } from './utterance.ts';

type Spoken = Pick<Utterance, 'source' | 'by' | 'at' | 'order'>;

/** Everything that others than us did to the issue, in GitHub's order. Labels that came with the issue belong to the report. */
export function saidEvents(snapshot: Snapshot): readonly Utterance[] {
  return snapshot.thread.flatMap((item, index) => {
    if (item.kind === 'comment' || item.by?.id === snapshot.viewer.id || isBirthLabel(item, snapshot)) return [];
    const spoken = { source: `event:${shortHash(item.id)}`, by: item.by, at: item.at, order: index * 1_000 };
    return said(item, spoken);
  });
}

/** The labels that the issue was opened with: GitHub tells them as events of its author in the same second. */
export function birthLabels(snapshot: Snapshot): readonly string[] {
  return snapshot.thread.flatMap((item) =>
    item.kind !== 'comment' && isBirthLabel(item, snapshot) ? [item.label] : [],
  );
}

/** The title that the issue was opened with. */
export function birthTitle(snapshot: Snapshot): string {
  return snapshot.thread.find((item) => item.kind === 'renamed')?.from ?? snapshot.issue.title;
}

function isBirthLabel(event: IssueEvent, { issue }: Snapshot): event is LabelEvent {
  return event.kind === 'labeled' && event.at === issue.at && event.by?.id === issue.by?.id;
}

function said(event: IssueEvent, spoken: Spoken): readonly Utterance[] {
  switch (event.kind) {
    case 'labeled':
    case 'unlabeled':
      return [{ ...spoken, kind: 'label', added: event.kind === 'labeled', label: event.label }];
    case 'assigned':
    case 'unassigned':
      return event.who ? [{ ...spoken, kind: 'assignee', added: event.kind === 'assigned', who: event.who }] : [];
    case 'closed': {
      const closer = event.closer && { kind: event.closer.kind, name: event.closer.name };
      return [{ ...spoken, kind: 'close', reason: event.reason, closer }];
    }
    case 'reopened':
      return [{ ...spoken, kind: 'reopen' }];
    case 'renamed':
      return [{ ...spoken, kind: 'retitle', title: event.to }];
    case 'marked-duplicate':
      return [{ ...spoken, kind: 'duplicate', original: event.original }];
    case 'comment-deleted':
    case 'transferred':
      return [];
  }
}
